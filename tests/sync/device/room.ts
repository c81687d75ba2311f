/** A hub with one cycle of two plans, and joined devices of its members. */
import { expect } from 'vitest'
import { Audit } from '../../../src/core/audit/audit'
import type { Change, Key } from '../../../src/core/ops/op'
import type { OpKind } from '../../../src/core/ops/registry'
import type { Device, Session } from '../../../src/store/device'
import { newId } from '../../../src/store/ids'
import { openJoined } from '../../../src/store/joined'
import { readRow } from '../../../src/store/read'
import { type Act, perform } from '../../../src/store/write'
import { type SyncEnd, type SyncOptions, syncOnce } from '../../../src/sync/cycle'
import { AREA, ScriptedHub } from './scripted-hub'

export const ANN: Session = { areaId: AREA, memberId: 'ann' }
export const CRITERIA = ['F2', 'E2', 'B1']

export function member(name: string, roles: readonly string[] = ['auditor']): Change {
  const body = { name, agency: 'health', roles, active: true }
  return { key: `member/${name}`, scope: 'area', refs: [`area/${AREA}`], body }
}

export function subject(id: string): Change {
  const facts = {
    keyStage: 'KS2',
    need: 'ASD',
    version: 'new',
    setting: 'MAIN',
    team: null,
    yearGroup: 5,
    finalisedOn: null,
  }
  const body = {
    cycleId: 'c1',
    kind: 'plan',
    code: `K7F-${id}`,
    facts,
    stratum: {},
    double: true,
    swapped: null,
    outcome: null,
  }
  return { key: `subject/${id}`, scope: 'auditors', refs: ['cycle/c1'], body }
}

export function audit(id: string, said: Partial<Audit> = {}, scope: Change['scope'] = 'author:ann'): Change {
  const body: Audit = {
    assignmentId: `a-${id}`,
    subjectId: 's1',
    cycleId: 'c1',
    author: 'ann',
    agency: 'health',
    framework: { id: 'ehcp-core', version: '1.0.0', hash: 'h' },
    criteria: CRITERIA,
    facts: {},
    ratings: {},
    notes: {},
    override: null,
    incident: false,
    state: 'draft',
    openedAt: '2026-03-01T09:00:00.000Z',
    submittedAt: null,
    copiesDeleted: null,
    outcome: null,
    ...said,
  }
  return { key: `audit/${id}`, scope, refs: ['subject/s1', 'cycle/c1', `assignment/a-${id}`], body }
}

export const SCOPES = ['area', 'auditors', 'author:ann']

/** A hub that knows Ann, one plan, and her draft of it. */
export function hubWithDraft(): ScriptedHub {
  const hub = new ScriptedHub(SCOPES)
  for (const change of [member('ann'), subject('s1'), audit('x1')]) hub.put(change)
  return hub
}

export async function joinedDevice(who: Session = ANN): Promise<Device> {
  return openJoined(`device-${newId()}`, who)
}

export interface Room {
  readonly hub: ScriptedHub
  readonly device: Device
  readonly sync: (options?: SyncOptions) => Promise<SyncEnd>
}

/** A device that has pulled everything once. */
export async function room(hub = hubWithDraft()): Promise<Room> {
  const device = await joinedDevice()
  const sync = (options: SyncOptions = {}) => syncOnce(device, hub.transport('ann'), options)
  expect((await sync()).type).toBe('complete')
  return { hub, device, sync }
}

export async function did<K extends OpKind>(device: Device, act: Act<K>, who: Session = ANN): Promise<void> {
  expect(await perform(device, who, act)).toEqual({ ok: true, value: true })
}

export function rate(device: Device, criterionId: string, rating: 'met' | 'partly' | 'not-met', auditId = 'x1') {
  return did(device, { kind: 'rating.set', data: { auditId, criterionId, rated: { rating } } })
}

export function note(device: Device, criterionId: string, text: string, auditId = 'x1') {
  return did(device, { kind: 'note.set', data: { auditId, criterionId, text } })
}

export async function shown(device: Device, id = 'x1'): Promise<Audit | undefined> {
  return (await readRow(device, `audit/${id}`, Audit))?.body
}

export async function ratingsShown(device: Device, id = 'x1'): Promise<Record<string, string>> {
  const ratings = (await shown(device, id))?.ratings ?? {}
  return Object.fromEntries(Object.entries(ratings).map(([criterion, { rating }]) => [criterion, rating]))
}

export function ratingsAtHub(hub: ScriptedHub, id = 'x1'): Record<string, string> {
  const { ratings } = Audit.parse(hub.body(`audit/${id}`))
  return Object.fromEntries(Object.entries(ratings).map(([criterion, { rating }]) => [criterion, rating]))
}

export async function keysHeld(device: Device): Promise<readonly Key[]> {
  return (await device.tables.rows.toCollection().primaryKeys()).sort()
}
