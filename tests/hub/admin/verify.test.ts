/** `verify`: a hub as it was written passes; one byte changed in the trail, or the trail cut or reordered, does not. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { type Verification, verify } from '../../../src/hub/admin/verify'
import type { HubDb } from '../../../src/hub/db/schema'
import { forEachDatabase } from '../databases'
import { AT, makeArea } from './made-area'

const TEXTS =
  'area device op_id actor at_device at_hub kind field key outcome refusal salt payload payload_hash prev_hash hash'.split(
    ' ',
  )
const COUNTS = ['position', 'n', 'rev']
const OPS = 21

/** Thrown to undo what a test changed. */
class Undo extends Error {}

/** What `verify` says after these changes, which are then undone; `null` when the database itself refuses them. */
async function verifyAfter(db: HubDb, ...changes: readonly RawBuilder<unknown>[]): Promise<Verification | null> {
  let answer: Verification | null = null
  try {
    await db.kysely.transaction().execute(async (trx) => {
      for (const change of changes) await change.execute(trx)
      answer = await verify(trx)
      throw new Undo()
    })
  } catch (fault) {
    if (!(fault instanceof Undo) && answer !== null) throw fault
  }
  return answer
}

const broken = (position: number | null) => ({ ok: false, at: { area: 'a1', position } })

forEachDatabase('verify', (database) => {
  describe('of what was written', () => {
    it('answers how many ops there are and the hash of the last', async () => {
      const db = await database.open()
      await makeArea(db, 'a1', OPS)
      const { head } = await db.kysely.selectFrom('area').select('head').executeTakeFirstOrThrow()
      const areas = [{ area: 'a1', ops: OPS, head, blanked: 4 }]
      expect(await verify(db.kysely)).toEqual({ ok: true, ops: OPS, head, areas })
    })

    it('walks a trail that is longer than a page, and records that are more than one', async () => {
      const db = await database.open()
      await makeArea(db, 'a1', 2_001)
      expect(await verify(db.kysely)).toMatchObject({ ok: true, ops: 2_001 })
    })

    it('answers several areas together, or the one asked for', async () => {
      const db = await database.open()
      await makeArea(db, 'a1', 5)
      await makeArea(db, 'a2', 7)
      expect(await verify(db.kysely)).toMatchObject({ ok: true, ops: 12, areas: [{ ops: 5 }, { ops: 7 }] })
      expect(await verify(db.kysely, 'a2')).toMatchObject({ ok: true, ops: 7 })
      expect(await verify(db.kysely, 'a3')).toMatchObject({ ok: false, at: { area: 'a3', position: null } })
    })

    it('passes an empty hub and an area where nothing happened', async () => {
      const db = await database.open()
      expect(await verify(db.kysely)).toEqual({ ok: true, ops: 0, head: '', areas: [] })
      await makeArea(db, 'a1', 0)
      expect(await verify(db.kysely)).toMatchObject({ ok: true, ops: 0, head: '' })
    })
  })

  describe('of a trail that was changed', async () => {
    const db = await database.open()
    await makeArea(db, 'a1', OPS)

    const changeOf = (column: string, position: number, at: number) => {
      const name = sql.ref(column)
      const where = sql`where area = 'a1' and position = ${position}`
      if (COUNTS.includes(column)) return sql`update op set ${name} = coalesce(${name}, 0) + ${at + 1} ${where}`
      const character = String.fromCharCode(33 + at)
      const text = sql`coalesce(${name}, '')`
      // One character replaced by another; a text that is null or too short has one put behind it.
      return sql`update op set ${name} = substr(${text}, 1, ${at}) ||
        case when substr(${text}, ${at + 1}, 1) = ${character} then '~' else ${character} end ||
        substr(${text}, ${at + 2}) ${where}`
    }

    it.each([...TEXTS, ...COUNTS])('finds any one byte changed in %s', async (column) => {
      const place = fc.record({ position: fc.integer({ min: 1, max: OPS }), at: fc.integer({ min: 0, max: 63 }) })
      let found = 0
      await fc.assert(
        fc.asyncProperty(place, async ({ position, at }) => {
          const answer = await verifyAfter(db, changeOf(column, position, at))
          fc.pre(answer !== null)
          expect(answer).toMatchObject({ ok: false, at: { area: 'a1' } })
          found += 1
        }),
        { numRuns: 30, maxSkipsPerRun: 5 },
      )
      expect(found).toBe(30)
      expect(await verify(db.kysely)).toMatchObject({ ok: true, ops: OPS })
    })

    it('names the op', async () => {
      expect(await verifyAfter(db, changeOf('payload', 13, 5))).toMatchObject(broken(13))
      expect(await verifyAfter(db, changeOf('outcome', 1, 0))).toMatchObject(broken(1))
    })

    it('finds the end cut off', async () => {
      expect(await verifyAfter(db, sql`delete from op where position = ${OPS}`)).toMatchObject(broken(OPS))
      expect(await verifyAfter(db, sql`delete from op where position > 10`)).toMatchObject(broken(11))
    })

    it('finds the end cut off together with the count of the area, through its head', async () => {
      const cut = [sql`delete from op where position = ${OPS}`, sql`update area set ops = ${OPS - 1}`]
      expect(await verifyAfter(db, ...cut)).toMatchObject(broken(OPS - 1))
    })

    it('finds an op taken out and the others moved up', async () => {
      const cut = [
        sql`delete from op where position = 8`,
        sql`update op set position = position + 1000 where position > 8`,
        sql`update op set position = position - 1001 where position > 1000`,
        sql`update area set ops = ops - 1`,
      ]
      expect(await verifyAfter(db, ...cut)).toMatchObject(broken(8))
    })

    it('finds two ops that changed places', async () => {
      const moved = [
        sql`update op set position = 1000 where position = 4`,
        sql`update op set position = 4 where position = 9`,
        sql`update op set position = 9 where position = 1000`,
      ]
      expect(await verifyAfter(db, ...moved)).toMatchObject(broken(4))
    })

    it('finds a salt or a payload gone without the other', async () => {
      expect(await verifyAfter(db, sql`update op set salt = null where position = 6`)).toMatchObject(broken(6))
      expect(await verifyAfter(db, sql`update op set payload = null where position = 6`)).toMatchObject(broken(6))
    })

    it('finds ops of an area whose row is gone', async () => {
      const answer = await verifyAfter(db, sql`delete from area`)
      expect(answer).toMatchObject({ ok: false, at: { area: 'a1' } })
    })

    it('passes a payload blanked with its salt, as an erasure does', async () => {
      const answer = await verifyAfter(db, sql`update op set payload = null, salt = null where position = 6`)
      expect(answer).toMatchObject({ ok: true, areas: [{ blanked: 5 }] })
    })
  })

  describe('of what stands beside the trail', async () => {
    const db = await database.open()
    await makeArea(db, 'a1', OPS)

    it('finds the counter of a device behind its ops, and a device that is gone', async () => {
      const behind = sql`update device set last_n = last_n - 1 where id = 'd-odd'`
      expect(await verifyAfter(db, behind)).toMatchObject(broken(OPS))
      expect(await verifyAfter(db, sql`delete from device where id = 'd-even'`)).toMatchObject(broken(OPS - 1))
    })

    it('passes a counter ahead of the trail: an op that came twice moves it on', async () => {
      expect(await verifyAfter(db, sql`update device set last_n = last_n + 1`)).toMatchObject({ ok: true })
    })

    it.each([
      ['a ref that is missing', sql`delete from ref where key = 'audit/a3'`],
      ['a ref of no record', sql`insert into ref (area, ref, key) values ('a1', 'subject/s1', 'audit/zz')`],
      ['a ref the record does not name', sql`insert into ref (area, ref, key) values ('a1', 'cycle/c1', 'audit/a3')`],
      ['a record beyond the end of the feed', sql`update record set seq = 900 where key = 'audit/a3'`],
      ['a marker beyond the end of the feed', sql`update gone set seq = 900`],
      ['a floor beyond the end of the feed', sql`update scope set floor = 900`],
      ['the end of the feed set back', sql`update area set seq = 3`],
    ])('finds %s', async (_what, change) => {
      expect(await verifyAfter(db, change)).toMatchObject(broken(null))
    })

    it('finds what was erased when it is there again, as a record or in the trail', async () => {
      const erased = sql`insert into erased (area, key, at) values ('a1', 'audit/a4', '')`
      const rest = [sql`delete from ref where key = 'audit/a4'`, sql`delete from record where key = 'audit/a4'`]
      const blanked = sql`update op set salt = null, payload = null where key = 'audit/a4'`
      expect(await verifyAfter(db, erased, blanked)).toMatchObject(broken(null))
      expect(await verifyAfter(db, erased, ...rest)).toMatchObject(broken(null))
      expect(await verifyAfter(db, erased, blanked, ...rest)).toMatchObject({ ok: true })
    })

    it('finds a blob that is not what its name says', async () => {
      const bytes = new Uint8Array([1, 2, 3])
      const hash = createHash('sha256').update(bytes).digest('hex')
      const blob = { area: 'a1', hash, bytes, at: AT }
      await db.kysely.insertInto('blob').values(blob).execute()
      expect(await verify(db.kysely)).toMatchObject({ ok: true })
      const other = new Uint8Array([1, 2, 4])
      expect(await verifyAfter(db, sql`update blob set bytes = ${other}`)).toMatchObject(broken(null))
    })
  })
})
