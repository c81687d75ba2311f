/**
 * What a device last said of itself: when it was here and what it still had to send, so that a loss can be named.
 *
 * Effects: SQL.
 */
import type { PullRequest } from '../../wire/protocol'
import type { HubTransaction } from '../db/transactions'
import type { Caller, Hub } from '../hub'

/** A device that has nothing new to say is noted at most so often: a pull is then only read. */
const NOTE_EVERY_MS = 60_000

export interface SeenDevice {
  readonly id: string
  readonly last_n: number
  readonly waiting: string
  readonly seen_at: string
  readonly revoked: number
}

/** What is known of a device of this member; another member's is as unknown as one that was never here. */
export async function seenDevice(trx: HubTransaction, caller: Caller, id: string): Promise<SeenDevice | null> {
  const device = await trx
    .selectFrom('device')
    .select(['id', 'last_n', 'waiting', 'seen_at', 'revoked'])
    .where('area', '=', caller.area)
    .where('id', '=', id)
    .where('member', '=', caller.member)
    .executeTakeFirst()
  return device ?? null
}

export async function noteSeen(
  hub: Hub,
  { area }: Caller,
  device: SeenDevice,
  { count, oldestAt }: PullRequest['waiting'],
): Promise<void> {
  const waiting = JSON.stringify({ count, oldestAt })
  const now = hub.now()
  if (waiting === device.waiting && Date.parse(now) - Date.parse(device.seen_at) < NOTE_EVERY_MS) return
  await hub.db.kysely
    .updateTable('device')
    .set({ waiting, seen_at: now })
    .where('area', '=', area)
    .where('id', '=', device.id)
    .execute()
}
