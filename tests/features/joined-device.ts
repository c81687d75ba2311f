/** A device that has joined a hub, with its area and members as the hub would have sent them. */
import { AGENCIES, type Area, type Member } from '../../src/core/access/member'
import type { Key } from '../../src/core/ops/op'
import { type Device, remember, type Session, sealRow } from '../../src/store/device'
import { newId } from '../../src/store/ids'
import { joinArea } from '../../src/store/joined'
import { useSyncStatus } from '../../src/sync/status'

export const TOKEN = 'session-token-of-a-member'

export interface JoinedFixture {
  readonly device: Device
  readonly session: Session
  readonly deviceId: string
}

const AREA: Area = {
  name: 'Marchshire',
  agencies: [...AGENCIES],
  hub: 'http://localhost',
  createdAt: '2026-01-05T09:00:00.000Z',
}

export const manager: Member = {
  name: 'First manager',
  agency: 'sen-team',
  roles: ['manager', 'auditor'],
  active: true,
}
export const auditor: Member = { name: 'Second auditor', agency: 'health', roles: ['auditor'], active: true }

/** @param me who uses the device. */
export async function joinedDevice(
  me: Member = manager,
  others: Readonly<Record<string, Member>> = {},
): Promise<JoinedFixture> {
  const areaId = newId()
  const memberId = newId()
  const joined = await joinArea({ areaId, memberId, token: TOKEN, areaName: AREA.name, deviceName: 'Chrome on Linux' })
  const { device } = joined
  await putRow(device, areaId, `area/${areaId}`, AREA)
  for (const [id, member] of Object.entries({ [memberId]: me, ...others })) {
    await putRow(device, areaId, `member/${id}`, member, [`area/${areaId}`])
  }
  const scopes = Object.fromEntries(['area', 'managers', 'auditors'].map((scope) => [scope, { cursor: 1 }]))
  await device.tables.sync.update('sync', { scopes, completeAt: '2026-03-01T09:00:00.000Z' })
  useSyncStatus.setState({ mode: 'joined', state: 'idle', lastCompleteAt: '2026-03-01T09:00:00.000Z' })
  return joined
}

/** As the hub sent it. */
async function putRow(device: Device, area: string, key: Key, body: unknown, refs: readonly Key[] = []): Promise<void> {
  const row = { ...sealRow(device, { area, rev: 1 }, { key, scope: 'area', refs, body }), hub: 1 }
  await device.tables.rows.put(row)
  remember(device, row, body)
}
