/**
 * What the hub relies on, alike on SQLite and PostgreSQL: keys within an area, order, snapshots, and values that come back
 * as they went in. What holds between processes is in processes.test.ts.
 */
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { HubDb, Schema } from '../../../src/hub/db/schema'
import { lockArea, readSnapshot, writeTransaction } from '../../../src/hub/db/transactions'
import { forEachDatabase } from '../databases'

const RECORD: Schema['record'] = {
  area: 'a1',
  key: 'audit/1',
  kind: 'audit',
  scope: 'auditors',
  seq: 1,
  rev: 1,
  v: 1,
  refs: '[]',
  body: '{}',
}

const OP: Schema['op'] = {
  area: 'a1',
  position: 1,
  device: 'd1',
  n: 1,
  op_id: 'o1',
  actor: 'm1',
  at_device: '',
  at_hub: '',
  kind: 'note.set',
  field: null,
  key: null,
  rev: null,
  outcome: 'applied',
  refusal: null,
  salt: null,
  payload: null,
  payload_hash: '',
  prev_hash: '',
  hash: '',
}

const GONE: Schema['gone'] = { area: 'a1', scope: 'auditors', key: 'audit/1', seq: 1, reason: 'moved', at: '' }

async function addArea(db: HubDb, area: string): Promise<void> {
  await db.kysely.insertInto('area').values({ area, epoch: 'e1', created_at: '', seq: 0, ops: 0, head: '' }).execute()
}

forEachDatabase('keys', (database) => {
  const RECORDS: readonly [string, Partial<Schema['record']>][] = [
    ['the key of a record', { seq: 2 }],
    ['the number of a record', { key: 'audit/2' }],
  ]
  it.each(RECORDS)('holds %s once in an area, and again in another', async (_, change) => {
    const { kysely } = await database.open()
    await kysely.insertInto('record').values(RECORD).execute()
    const again = { ...RECORD, ...change }
    await expect(kysely.insertInto('record').values(again).execute()).rejects.toThrow()
    await kysely
      .insertInto('record')
      .values({ ...again, area: 'a2' })
      .execute()
    expect(await kysely.selectFrom('record').select('area').orderBy('area').execute()).toEqual([
      { area: 'a1' },
      { area: 'a2' },
    ])
  })

  const OPS: readonly [string, Partial<Schema['op']>][] = [
    ['an op', { position: 2, n: 2 }],
    ["a device's number", { position: 2, op_id: 'o2' }],
    ['a place in the trail', { n: 2, op_id: 'o2' }],
  ]
  it.each(OPS)('holds %s once in an area, and again in another', async (_, change) => {
    const { kysely } = await database.open()
    await kysely.insertInto('op').values(OP).execute()
    const again = { ...OP, ...change }
    await expect(kysely.insertInto('op').values(again).execute()).rejects.toThrow()
    await kysely
      .insertInto('op')
      .values({ ...again, area: 'a2' })
      .execute()
    expect(await kysely.selectFrom('op').select('area').execute()).toHaveLength(2)
  })

  it('keeps a marker for each scope a record left, and one alone in each', async () => {
    const { kysely } = await database.open()
    await kysely
      .insertInto('gone')
      .values([GONE, { ...GONE, scope: 'author:m1', seq: 2 }])
      .execute()
    await expect(
      kysely
        .insertInto('gone')
        .values({ ...GONE, seq: 3 })
        .execute(),
    ).rejects.toThrow()
  })

  it('lets an account be one member of an area: two would let one person grade a plan twice', async () => {
    const { kysely } = await database.open()
    const membership = { area: 'a1', member: 'm1', user_id: 'u1', at: '' }
    await kysely.insertInto('membership').values(membership).execute()
    await expect(
      kysely
        .insertInto('membership')
        .values({ ...membership, member: 'm2' })
        .execute(),
    ).rejects.toThrow()
    await kysely
      .insertInto('membership')
      .values({ ...membership, area: 'a2' })
      .execute()
  })

  it('sorts keys by their bytes, whatever the language of the server', async () => {
    const { kysely } = await database.open()
    const keys = ['a', 'B', 'ä', 'Z', '_', 'b', 'a-1', 'a1', 'a/1', '😀', 'ﬀ']
    await kysely
      .insertInto('ref')
      .values(keys.map((key) => ({ area: 'a1', ref: 'r', key })))
      .execute()
    const sorted = await kysely.selectFrom('ref').select('key').orderBy('key').execute()
    const byBytes = [...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    expect(sorted.map(({ key }) => key)).toEqual(byBytes)
  })
})

forEachDatabase('transactions', (database) => {
  it('gives a locked area as it is, and null for an area that is not there', async () => {
    const db = await database.open()
    await addArea(db, 'a1')
    const row = await writeTransaction(db, (trx) => lockArea(trx, 'a1'))
    expect(row).toEqual({ area: 'a1', epoch: 'e1', created_at: '', seq: 0, ops: 0, head: '' })
    expect(await writeTransaction(db, (trx) => lockArea(trx, 'a2'))).toBeNull()
  })

  it('writes nothing of a transaction that throws, and goes on', async () => {
    const db = await database.open()
    await addArea(db, 'a1')
    const broken = writeTransaction(db, async (trx) => {
      await trx.updateTable('area').set({ seq: 5 }).execute()
      await trx.insertInto('record').values(RECORD).execute()
      await trx.insertInto('record').values(RECORD).execute()
    })
    await expect(broken).rejects.toThrow()
    expect(await db.kysely.selectFrom('record').selectAll().execute()).toEqual([])
    expect(await writeTransaction(db, (trx) => lockArea(trx, 'a1'))).toMatchObject({ seq: 0 })
  })

  it('reads one moment, whatever is committed meanwhile, and keeps no writer waiting', async () => {
    const where = await database.fresh()
    const [reader, writer] = [await database.open(where), await database.open(where)]
    await readSnapshot(reader, async (trx) => {
      expect(await trx.selectFrom('record').selectAll().execute()).toEqual([])
      await writer.kysely.insertInto('record').values(RECORD).execute()
      await writer.kysely.insertInto('gone').values(GONE).execute()
      expect(await trx.selectFrom('record').selectAll().execute()).toEqual([])
      expect(await trx.selectFrom('gone').selectAll().execute()).toEqual([])
    })
    expect(await readSnapshot(reader, (trx) => trx.selectFrom('record').selectAll().execute())).toEqual([RECORD])
  })

  it('puts the writers of an area in order inside one process', async () => {
    const db = await database.open()
    await addArea(db, 'a1')
    const taken = await Promise.all(
      Array.from({ length: 40 }, () =>
        writeTransaction(db, async (trx) => {
          const seq = ((await lockArea(trx, 'a1'))?.seq ?? 0) + 1
          await trx.updateTable('area').set({ seq }).where('area', '=', 'a1').execute()
          return seq
        }),
      ),
    )
    expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
  })
})

forEachDatabase('values', (database) => {
  it('gives whole numbers as numbers, up to the largest that JavaScript counts', async () => {
    const { kysely } = await database.open()
    const large = { ...RECORD, seq: Number.MAX_SAFE_INTEGER, rev: 0 }
    await kysely.insertInto('record').values(large).execute()
    expect(await kysely.selectFrom('record').selectAll().executeTakeFirst()).toEqual(large)
    const counted = await kysely
      .selectFrom('record')
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('seq').as('last')])
      .executeTakeFirst()
    expect(counted).toEqual({ count: 1, last: Number.MAX_SAFE_INTEGER })
  })

  it('says how many rows a change met', async () => {
    const { kysely } = await database.open()
    await kysely.insertInto('record').values(RECORD).execute()
    const change = (area: string) => kysely.updateTable('record').set({ rev: 2 }).where('area', '=', area)
    expect((await change('a1').executeTakeFirst()).numUpdatedRows).toBe(1n)
    expect((await change('a2').executeTakeFirst()).numUpdatedRows).toBe(0n)
    expect(await change('a1').returning(['rev', 'seq']).execute()).toEqual([{ rev: 2, seq: 1 }])
  })

  it.each([
    ['every byte', Uint8Array.from({ length: 256 }, (_, i) => i)],
    ['no byte', new Uint8Array(0)],
    ['a part of a larger buffer', new Uint8Array([9, 9, 1, 2, 0]).subarray(2)],
    ['4 MiB', new Uint8Array(4 * 1024 * 1024).fill(0xc3)],
  ])('gives bytes back as they came: %s', async (_, bytes) => {
    const { kysely } = await database.open()
    await kysely.insertInto('blob').values({ area: 'a1', hash: 'h', bytes, at: '' }).execute()
    const back = await kysely.selectFrom('blob').select('bytes').executeTakeFirstOrThrow()
    expect(back.bytes.constructor).toBe(Uint8Array)
    expect(Buffer.compare(back.bytes, bytes)).toBe(0)
  })

  it.each([
    ['umlauts, accents composed and not', 'Zoë, Zoë, ø'],
    ['emoji beyond 16 bits', '👩🏽‍🦽 🇬🇧 𝒜'],
    ['right to left', 'العربية עברית'],
    ['quotes and backslashes', `'"\\ $1 ? ; -- \r\n\t`],
    ['4 MiB', 'é'.repeat(2 * 1024 * 1024)],
    ['U+0000 and half a pair, as JSON writes them', JSON.stringify('\u0000 \ud83d \u007f')],
  ])('gives a text back as it came: %s', async (_, body) => {
    const { kysely } = await database.open()
    await kysely
      .insertInto('record')
      .values({ ...RECORD, body })
      .execute()
    const back = await kysely.selectFrom('record').select('body').where('body', '=', body).executeTakeFirst()
    expect(back?.body === body).toBe(true)
  })

  it('refuses a bare U+0000: PostgreSQL has no such text, and SQLite would cut it there', async () => {
    const { kysely } = await database.open()
    const cut = kysely
      .insertInto('record')
      .values({ ...RECORD, key: 'audit/1\u00002' })
      .execute()
    await expect(cut).rejects.toThrow()
    expect(await kysely.selectFrom('record').selectAll().execute()).toEqual([])
  })

  it('takes yes and no, as the tables of accounts hold them', async () => {
    const { kysely } = await database.open()
    await sql`create table flag (is_on boolean not null)`.execute(kysely)
    await sql`insert into flag values (${true}), (${false})`.execute(kysely)
    const { rows } = await sql<{ is_on: unknown }>`select is_on from flag order by is_on`.execute(kysely)
    expect(rows.map(({ is_on }) => Boolean(is_on))).toEqual([false, true])
  })
})
