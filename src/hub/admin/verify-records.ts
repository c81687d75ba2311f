/**
 * Holds the records of one area against its refs, its feed and its blobs.
 *
 * Reads in pages. Rule: hub/db/schema.ts (what each table is), wire/protocol.ts rules 4 and 9 (`seq` and floors).
 */
import { createHash } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import type { Schema } from '../db/schema'

const PAGE_RECORDS = 500

interface Area {
  readonly area: string
  /** The last `seq` given. */
  readonly seq: number
}

/** @returns what is wrong, in one sentence, or `null`. */
export async function whyRecordsBroken(db: Kysely<Schema>, area: Area): Promise<string | null> {
  return (
    (await whyFeedBroken(db, area)) ??
    (await whyRefsBroken(db, area.area)) ??
    (await whyErasuresBroken(db, area.area)) ??
    (await whyBlobsBroken(db, area.area))
  )
}

async function whyFeedBroken(db: Kysely<Schema>, { area, seq }: Area): Promise<string | null> {
  for (const table of ['record', 'gone'] as const) {
    const beyond = await db
      .selectFrom(table)
      .select('key')
      .where('area', '=', area)
      .where((where) => where.or([where('seq', '<', 1), where('seq', '>', seq)]))
      .limit(1)
      .execute()
    if (beyond.length > 0) return `A row of ${table} has a number that the feed has not given.`
  }
  const floors = await db.selectFrom('scope').select('id').where('area', '=', area).where('floor', '>', seq).execute()
  return floors.length > 0 ? 'A scope begins after the end of the feed.' : null
}

/** Every ref of a record is in the ref table, and nothing else is. */
async function whyRefsBroken(db: Kysely<Schema>, area: string): Promise<string | null> {
  let after = ''
  for (;;) {
    const records = await db
      .selectFrom('record')
      .select(['key', 'refs'])
      .where('area', '=', area)
      .where('key', '>', after)
      .orderBy('key')
      .limit(PAGE_RECORDS)
      .execute()
    const last = records.length < PAGE_RECORDS ? null : records.at(-1)?.key
    let query = db.selectFrom('ref').select(['key', 'ref']).where('area', '=', area).where('key', '>', after)
    if (last !== null && last !== undefined) query = query.where('key', '<=', last)
    const listed = new Set((await query.execute()).map(({ key, ref }) => pair(key, ref)))
    const named = new Set(records.flatMap(({ key, refs }) => refsOf(refs).map((ref) => pair(key, ref))))
    if (listed.size !== named.size || [...named].some((ref) => !listed.has(ref))) {
      return 'The index of what records refer to is not what the records say.'
    }
    if (last === null || last === undefined) return null
    after = last
  }
}

/** What was erased stays away, from the records and from the trail. */
async function whyErasuresBroken(db: Kysely<Schema>, area: string): Promise<string | null> {
  const erased = db.selectFrom('erased').select('key').where('area', '=', area)
  const backIn = (table: 'record' | 'op') =>
    db.selectFrom(table).select('key').where('area', '=', area).where('key', 'in', erased).limit(1)
  const records = await backIn('record').execute()
  const words = await backIn('op').where('payload', 'is not', null).execute()
  return records.length + words.length > 0 ? 'Something that was erased is there again.' : null
}

async function whyBlobsBroken(db: Kysely<Schema>, area: string): Promise<string | null> {
  const names = await db.selectFrom('blob').select('hash').where('area', '=', area).execute()
  for (const { hash } of names) {
    const blob = await db
      .selectFrom('blob')
      .select('bytes')
      .where('area', '=', area)
      .where('hash', '=', hash)
      .executeTakeFirst()
    if (!isNamedByContent(hash, blob)) return 'A stored object is not what its name says.'
  }
  return null
}

function isNamedByContent(hash: string, blob: Pick<Selectable<Schema['blob']>, 'bytes'> | undefined): boolean {
  return blob !== undefined && createHash('sha256').update(blob.bytes).digest('hex') === hash
}

function refsOf(refs: string): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(refs)
    return Array.isArray(parsed) ? parsed.map(String) : []
  } catch {
    return ['unreadable']
  }
}

function pair(key: string, ref: string): string {
  return JSON.stringify([key, ref])
}
