/**
 * An area written straight into the tables, as the hub's push would leave it: for tests that then change one thing in it.
 */
import type { Insertable } from 'kysely'
import type { HubDb, Schema } from '../../../src/hub/db/schema'
import { type HubTransaction, writeTransaction } from '../../../src/hub/db/transactions'
import { partsOf } from '../../../src/hub/sync/in-parts'
import { entryHash, FIRST_HASH, payloadHash } from '../../../src/hub/sync/trail'

export const AT = '2026-03-02T10:15:00.000Z'
type OpRow = Insertable<Schema['op']>

/** Op number `position` of an area: by two devices in turn, every seventh refused, every fifth blanked by an erasure. */
function makeOp(area: string, position: number, prev_hash: string): OpRow {
  const device = position % 2 === 0 ? 'd-even' : 'd-odd'
  const isRefused = position % 7 === 0
  const salt = `salt${position}`
  const payload = JSON.stringify({ auditId: `a${position}`, criterionId: 'F2', text: `Words of op ${position}` })
  const isBlanked = position % 5 === 0
  const entry = {
    area,
    position,
    device,
    n: Math.ceil(position / 2),
    op_id: `op-${area}-${position}`,
    actor: 'm1',
    at_device: AT,
    at_hub: AT,
    kind: 'note.set',
    field: isRefused ? null : `note.set:a${position}:F2`,
    key: isRefused ? null : `audit/a${position}`,
    rev: isRefused ? null : position,
    outcome: isRefused ? 'refused' : 'applied',
    refusal: isRefused ? JSON.stringify({ type: 'NotDraft' }) : null,
    payload_hash: payloadHash(salt, payload),
    prev_hash,
  } as const
  const kept = isBlanked ? { salt: null, payload: null } : { salt, payload }
  return { ...entry, ...kept, hash: entryHash(entry) }
}

/** An area of `count` ops, as many audits that refer to one subject, and that subject. */
export async function makeArea(db: HubDb, area: string, count: number): Promise<void> {
  await writeTransaction(db, (trx) => insertArea(trx, area, count))
}

async function insertArea(kysely: HubTransaction, area: string, count: number): Promise<void> {
  const ops: OpRow[] = []
  for (let position = 1; position <= count; position += 1) {
    ops.push(makeOp(area, position, ops.at(-1)?.hash ?? FIRST_HASH))
  }
  const head = ops.at(-1)?.hash ?? FIRST_HASH
  await kysely
    .insertInto('area')
    .values({ area, epoch: 'e1', created_at: AT, seq: count + 2, ops: count, head })
    .execute()
  const device = { area, member: 'm1', name: 'Edge on Windows', session: null, waiting: '{"count":0,"oldestAt":null}' }
  const last = { seen_at: AT, revoked: 0 }
  await kysely
    .insertInto('device')
    .values([
      { ...device, ...last, id: 'd-odd', last_n: Math.ceil(count / 2) },
      { ...device, ...last, id: 'd-even', last_n: Math.floor(count / 2) },
    ])
    .execute()
  for (const part of partsOf(ops, 500)) await kysely.insertInto('op').values(part).execute()
  const record = { area, scope: 'auditors', rev: 1, v: 1 }
  const subject = { ...record, key: 'subject/s1', kind: 'subject', seq: 1, refs: '[]', body: '{"code":"K7"}' }
  const audits = ops.map(({ position }) => ({
    ...record,
    key: `audit/a${position}`,
    kind: 'audit',
    seq: position + 1,
    refs: '["subject/s1"]',
    body: `{"subjectId":"s1","n":${position}}`,
  }))
  for (const part of partsOf([subject, ...audits])) await kysely.insertInto('record').values(part).execute()
  const refs = audits.map(({ key }) => ({ area, ref: 'subject/s1', key }))
  for (const part of partsOf(refs)) await kysely.insertInto('ref').values(part).execute()
  await kysely
    .insertInto('gone')
    .values({ area, scope: 'author:m1', key: 'audit/a1', seq: count + 2, reason: 'moved', at: AT })
    .execute()
  await kysely.insertInto('scope').values({ area, id: 'auditors', floor: 0 }).execute()
}
