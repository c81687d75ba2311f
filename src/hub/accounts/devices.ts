/**
 * The browsers of members: named before their first sync, tied to the session they use, taken away one by one.
 *
 * Effects: the database. A revoked device never comes back: whoever signs in on that browser again takes a new id.
 */
import { err, ok, type Result } from '../../core/result'
import { HubDevice, type RegisterDeviceRequest } from '../../wire/accounts'
import type { Caller, Hub } from '../hub'
import { HUB_ACTOR } from '../sync/hub-acts'
import { isManager } from './members'
import type { AccountRefusal } from './refusal'
import { endSession } from './sessions'

const NOTHING_WAITING = JSON.stringify({ count: 0, oldestAt: null })

export async function registerDevice(
  hub: Hub,
  caller: Caller,
  { device, name }: Omit<RegisterDeviceRequest, 'area'>,
): Promise<Result<true, AccountRefusal>> {
  const { area, member, session } = caller
  const held = await deviceRow(hub, area, device)
  if (held && held.member !== member) return err('DeviceTaken')
  if (held?.revoked) return err('Revoked')
  const row = {
    area,
    id: device,
    member,
    name,
    session,
    last_n: 0,
    waiting: NOTHING_WAITING,
    seen_at: hub.now(),
    revoked: 0,
  }
  const written = await hub.db.kysely
    .insertInto('device')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['area', 'id'])
        .doUpdateSet({ name, session, seen_at: row.seen_at })
        .where('device.member', '=', member),
    )
    .executeTakeFirst()
  return (written.numInsertedOrUpdatedRows ?? 0n) > 0n ? ok(true) : err('DeviceTaken')
}

export async function revokeDevice(hub: Hub, caller: Caller, device: string): Promise<Result<true, AccountRefusal>> {
  const held = await deviceRow(hub, caller.area, device)
  if (!held || held.member === HUB_ACTOR) return err('Forbidden')
  if (held.member !== caller.member && !(await isManager(hub, caller.area, caller.member))) return err('Forbidden')
  await hub.db.kysely
    .updateTable('device')
    .set({ revoked: 1 })
    .where('area', '=', caller.area)
    .where('id', '=', device)
    .execute()
  if (held.session !== null) await endSession(hub, held.session)
  return ok(true)
}

export async function revokeDevicesOf(hub: Hub, area: string, member: string): Promise<void> {
  await hub.db.kysely
    .updateTable('device')
    .set({ revoked: 1 })
    .where('area', '=', area)
    .where('member', '=', member)
    .execute()
}

/**
 * Whether this device may speak for the caller; a device that came with a new session is tied to it, so that revoking ends
 * the right one. A device the hub has not met, or another member's copied profile, is for sync to judge.
 */
export async function admitDevice(hub: Hub, caller: Caller, device: string): Promise<Result<true, 'Revoked'>> {
  const held = await deviceRow(hub, caller.area, device)
  if (!held || held.member !== caller.member) return ok(true)
  if (held.revoked) return err('Revoked')
  if (held.session !== caller.session) {
    await hub.db.kysely
      .updateTable('device')
      .set({ session: caller.session })
      .where('area', '=', caller.area)
      .where('id', '=', device)
      .execute()
  }
  return ok(true)
}

/** The devices of an area by their member, or of one member of it. */
export async function devicesOf(
  hub: Hub,
  area: string,
  member?: string,
): Promise<ReadonlyMap<string, readonly HubDevice[]>> {
  const rows = await hub.db.kysely
    .selectFrom('device')
    .select(['id', 'member', 'name', 'seen_at', 'waiting', 'revoked'])
    .where('area', '=', area)
    .$if(member !== undefined, (query) => query.where('member', '=', member ?? ''))
    .orderBy('seen_at', 'desc')
    .execute()
  const byMember = new Map<string, HubDevice[]>()
  for (const { id, member: of, name, seen_at, waiting, revoked } of rows) {
    const device = { id, name, seenAt: seen_at, waiting: JSON.parse(waiting), revoked: revoked !== 0 }
    byMember.set(of, [...(byMember.get(of) ?? []), HubDevice.parse(device)])
  }
  return byMember
}

async function deviceRow(hub: Hub, area: string, id: string) {
  return hub.db.kysely
    .selectFrom('device')
    .select(['member', 'session', 'revoked'])
    .where('area', '=', area)
    .where('id', '=', id)
    .executeTakeFirst()
}
