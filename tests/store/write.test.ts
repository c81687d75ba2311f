import { describe, expect, it } from 'vitest'
import { Audit } from '../../src/core/audit/audit'
import { contentHash } from '../../src/core/framework/content-hash'
import { Framework } from '../../src/core/framework/schema'
import { frameworkKey } from '../../src/core/ops/keys'
import type { Assignment, Cycle, Subject } from '../../src/core/sampling/cycle'
import { type Device, openDevice, type Session } from '../../src/store/device'
import { newId } from '../../src/store/ids'
import { readRow, readRows } from '../../src/store/read'
import { setUpArea } from '../../src/store/set-up'
import { perform } from '../../src/store/write'
import { SMALL_REGISTER } from '../core/ops/small-register'

const CYCLE: Omit<Cycle, 'framework'> = {
  name: 'Autumn',
  purpose: 'random',
  register: { id: 'r', asOf: '2026-11-01', plans: 100, digest: 'd' },
  design: {},
  seed: 'plumb',
  frame: { N: 100, digest: 'd' },
  allocation: [],
  criteria: 'core',
  startsOn: '2026-11-01',
  dueOn: '2026-12-01',
  drawnAt: '2026-11-01T10:00:00Z',
  drawnBy: 'm',
}

const SUBJECT: Subject = {
  cycleId: 'c1',
  kind: 'plan',
  code: 'K7F-2Q9',
  facts: {
    keyStage: 'KS2',
    need: 'ASD',
    version: 'new',
    setting: 'MAIN',
    team: null,
    yearGroup: 5,
    finalisedOn: '2026-10-01',
  },
  stratum: {},
  double: true,
  swapped: null,
  outcome: null,
}

interface Room {
  readonly device: Device
  readonly manager: Session
  readonly other: Session
  readonly criteria: readonly string[]
  readonly framework: { id: string; version: string; hash: string }
}

/** A device with a drawn plan assigned to two people of different agencies. */
async function room(): Promise<Room> {
  const device = await openDevice(`test-${newId()}`)
  const set = await setUpArea(device, { areaName: 'Marchshire', memberName: 'One', agency: 'education' })
  if (!set.ok) throw new Error(set.error.type)
  const manager = set.value
  const other = { areaId: manager.areaId, memberId: 'm2' }
  const member = { name: 'Two', agency: 'health', roles: ['auditor' as const], active: true }
  await did(perform(device, manager, { kind: 'member.set', data: { areaId: manager.areaId, memberId: 'm2', member } }))
  const held = await readRow(device, frameworkKey('ehcp-core', '1.0.0'), Framework)
  if (!held) throw new Error('the bundled framework is not on the device')
  const framework = { id: 'ehcp-core', version: '1.0.0', hash: contentHash(held.body) ?? '' }
  const criteria = held.body.sections
    .flatMap((section) => section.criteria)
    .filter(({ core }) => core)
    .map(({ id }) => id)
  await did(perform(device, manager, { kind: 'register.import', data: { registerId: 'r', summary: SMALL_REGISTER } }))
  await did(
    perform(device, manager, {
      kind: 'cycle.draw',
      data: {
        cycleId: 'c1',
        cycle: { ...CYCLE, framework },
        subjects: [{ id: 's1', subject: SUBJECT }],
        sampleKey: { cycleId: 'c1', plans: [{ subjectId: 's1', rank: 4, pseudonym: 'p' }] },
      },
    }),
  )
  const assignment: Assignment = {
    cycleId: 'c1',
    subjectId: 's1',
    auditor: manager.memberId,
    agency: 'education',
    criteria: [...criteria],
    basis: 'duty',
    dueOn: '2026-12-01',
    state: 'asked',
    declared: null,
    blind: true,
  }
  const assignments = [
    { id: 'a1', assignment },
    { id: 'a2', assignment: { ...assignment, auditor: 'm2', agency: 'health' } },
  ]
  await did(perform(device, manager, { kind: 'assignment.give', data: { framework, assignments } }))
  return { device, manager, other, criteria, framework }
}

async function did(done: Promise<{ ok: boolean }>): Promise<void> {
  expect(await done).toEqual({ ok: true, value: true })
}

async function open(device: Device, who: Session, assignmentId: string, auditId: string): Promise<void> {
  await did(perform(device, who, { kind: 'assignment.declare', data: { assignmentId, declared: 'none' } }))
  const data = { auditId, assignmentId, subjectId: 's1', cycleId: 'c1', facts: { yearGroup: 5 } }
  await did(perform(device, who, { kind: 'audit.open', data }))
}

describe('perform', () => {
  it('stores the new row and the pending op together', async () => {
    const { device, manager } = await room()
    await open(device, manager, 'a1', 'x1')
    const before = await device.tables.ops.count()
    await did(
      perform(device, manager, {
        kind: 'rating.set',
        data: { auditId: 'x1', criterionId: 'F2', rated: { rating: 'partly' } },
      }),
    )
    const audit = await readRow(device, 'audit/x1', Audit)
    expect(audit?.body.ratings).toEqual({ F2: { rating: 'partly' } })
    expect(audit?.scope).toBe(`author:${manager.memberId}`)
    expect(await device.tables.ops.count()).toBe(before + 1)
  })

  it('keeps one unsent op for a field that is set again and again', async () => {
    const { device, manager } = await room()
    await open(device, manager, 'a1', 'x1')
    const before = await device.tables.ops.count()
    for (const rating of ['met', 'partly', 'not-met'] as const) {
      await did(
        perform(device, manager, { kind: 'rating.set', data: { auditId: 'x1', criterionId: 'F2', rated: { rating } } }),
      )
    }
    expect(await device.tables.ops.count()).toBe(before + 1)
  })

  it('stores nothing when the op is refused', async () => {
    const { device, manager, other } = await room()
    await open(device, manager, 'a1', 'x1')
    const ops = await device.tables.ops.count()
    const refused = await perform(device, other, {
      kind: 'rating.set',
      data: { auditId: 'x1', criterionId: 'F2', rated: { rating: 'met' } },
    })
    expect(refused).toEqual({ ok: false, error: { type: 'NotAuthor' } })
    expect(await device.tables.ops.count()).toBe(ops)
    expect((await readRow(device, 'audit/x1', Audit))?.body.ratings).toEqual({})
  })

  it('lets two ratings made at the same moment both stand', async () => {
    const { device, manager, criteria } = await room()
    await open(device, manager, 'a1', 'x1')
    await Promise.all(
      criteria.map((criterionId) =>
        did(
          perform(device, manager, {
            kind: 'rating.set',
            data: { auditId: 'x1', criterionId, rated: { rating: 'met' } },
          }),
        ),
      ),
    )
    const audit = await readRow(device, 'audit/x1', Audit)
    expect(Object.keys(audit?.body.ratings ?? {})).toHaveLength(criteria.length)
  })

  it('opens two blind audits to each other only when both are submitted, and never changes them after', async () => {
    const { device, manager, other, criteria, framework } = await room()
    await open(device, manager, 'a1', 'x1')
    await open(device, other, 'a2', 'x2')
    for (const criterionId of criteria) {
      await did(
        perform(device, manager, {
          kind: 'rating.set',
          data: { auditId: 'x1', criterionId, rated: { rating: 'met' } },
        }),
      )
      await did(
        perform(device, other, {
          kind: 'rating.set',
          data: { auditId: 'x2', criterionId, rated: { rating: 'partly' } },
        }),
      )
    }
    const submit = (who: Session, auditId: string, assignmentId: string) =>
      perform(device, who, { kind: 'audit.submit', data: { auditId, assignmentId, framework, copiesDeleted: true } })
    await did(submit(manager, 'x1', 'a1'))
    expect((await readRow(device, 'audit/x1', Audit))?.scope).toBe(`author:${manager.memberId}`)
    await did(submit(other, 'x2', 'a2'))
    const audits = await readRows(device, 'audit', Audit, 'subject/s1')
    expect(audits.map(({ scope, body }) => [scope, body.outcome?.grade])).toEqual([
      ['auditors', 'outstanding'],
      ['auditors', 'requires-improvement'],
    ])
    const late = await perform(device, manager, {
      kind: 'rating.set',
      data: { auditId: 'x1', criterionId: 'F2', rated: null },
    })
    expect(late).toEqual({ ok: false, error: { type: 'NotDraft' } })
    const back = await perform(device, manager, { kind: 'audit.recall', data: { auditId: 'x1', assignmentId: 'a1' } })
    expect(back).toEqual({ ok: false, error: { type: 'AlreadyReleased' } })
  })

  it('refuses a note that holds an identifier and keeps the one before', async () => {
    const { device, manager } = await room()
    await open(device, manager, 'a1', 'x1')
    await did(
      perform(device, manager, {
        kind: 'note.set',
        data: { auditId: 'x1', criterionId: 'F2', text: 'Hours are given.' },
      }),
    )
    const stopped = await perform(device, manager, {
      kind: 'note.set',
      data: { auditId: 'x1', criterionId: 'F2', text: 'UPN A999100018004' },
    })
    expect(stopped).toEqual({ ok: false, error: { type: 'NoteStopped', found: ['upn'] } })
    expect((await readRow(device, 'audit/x1', Audit))?.body.notes).toEqual({ F2: 'Hours are given.' })
  })

  it('lets nobody but a manager draw a cycle', async () => {
    const { device, other, framework } = await room()
    const data = {
      cycleId: 'c2',
      cycle: { ...CYCLE, framework },
      subjects: [],
      sampleKey: { cycleId: 'c2', plans: [] },
    }
    const refused = await perform(device, other, { kind: 'cycle.draw', data })
    expect(refused).toEqual({ ok: false, error: { type: 'NotAllowed', needs: 'manager' } })
  })

  it('leaves nothing readable in the database but keys, kinds, scopes and references', async () => {
    const { device, manager } = await room()
    await open(device, manager, 'a1', 'x1')
    await did(
      perform(device, manager, {
        kind: 'note.set',
        data: { auditId: 'x1', criterionId: 'F2', text: 'Plumbed and true' },
      }),
    )
    const raw = await Promise.all(device.tables.tables.map((table) => table.toArray()))
    const bytes = raw
      .flat()
      .map((record) =>
        JSON.stringify(record, (_key, value) =>
          value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
        ),
      )
    for (const secret of ['Plumbed', 'Marchshire', 'Autumn', 'K7F-2Q9']) expect(bytes.join()).not.toContain(secret)
  })

  it('does not open a sealed row that was moved to another place', async () => {
    const { device } = await room()
    const [row] = await device.tables.rows.where('kind').equals('cycle').toArray()
    if (!row) throw new Error('the cycle is not on the device')
    await device.tables.rows.put({ ...row, key: 'cycle/other' })
    await expect(readRow(device, 'cycle/other', Audit)).rejects.toThrow()
  })
})
