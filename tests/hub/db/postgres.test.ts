/**
 * What is PostgreSQL's alone: areas that do not wait for each other, and servers that are not there.
 */
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openHubDb } from '../../../src/hub/db/open'
import { lockArea, writeTransaction } from '../../../src/hub/db/transactions'
import { testDatabase } from '../databases'

const AREA = { epoch: 'e1', created_at: '', seq: 0, ops: 0, head: '' }

describe('PostgreSQL', () => {
  const database = testDatabase('postgres')

  it('lets one area write while another is locked, and its own writers wait', async () => {
    const where = await database.fresh()
    const [one, other] = [await database.open(where), await database.open(where)]
    await one.kysely
      .insertInto('area')
      .values(['a1', 'a2'].map((area) => ({ area, ...AREA })))
      .execute()
    const order: string[] = []
    const count = (area: string) =>
      writeTransaction(other, async (trx) => {
        await lockArea(trx, area)
        order.push(`wrote ${area}`)
      })
    let sameArea: Promise<void> | undefined
    await writeTransaction(one, async (trx) => {
      await lockArea(trx, 'a1')
      sameArea = count('a1')
      await count('a2')
      order.push('first writer of a1 ends')
    })
    await sameArea
    expect(order).toEqual(['wrote a2', 'first writer of a1 ends', 'wrote a1'])
  })

  it('leaves connections for other areas when more devices write to one than there are connections', async () => {
    const db = await database.open()
    await db.kysely
      .insertInto('area')
      .values(['a1', 'a2'].map((area) => ({ area, ...AREA })))
      .execute()
    const order: string[] = []
    const write = (area: string, then: () => Promise<unknown> = async () => undefined) =>
      writeTransaction(
        db,
        async (trx) => {
          const seq = ((await lockArea(trx, area))?.seq ?? 0) + 1
          await then()
          await trx.updateTable('area').set({ seq }).where('area', '=', area).execute()
          order.push(`${area} ${seq}`)
        },
        area,
      )
    let others: Promise<void>[] = []
    await write('a1', async () => {
      others = Array.from({ length: 30 }, () => write('a1'))
      await write('a2')
    })
    await Promise.all(others)
    expect(order).toEqual(['a2 1', ...Array.from({ length: 31 }, (_, i) => `a1 ${i + 1}`)])
  })

  it('lets the next writer of an area go on after one that failed', async () => {
    const db = await database.open()
    const failed = writeTransaction(db, () => Promise.reject(new Error('a fault')), 'a1')
    const next = writeTransaction(db, async () => 'went on', 'a1')
    await expect(failed).rejects.toThrow('a fault')
    expect(await next).toBe('went on')
  })

  it('gives a number that JavaScript cannot count as a fault, never as another number', async () => {
    const db = await database.open()
    await expect(sql`select 9007199254740993::int8 as n`.execute(db.kysely)).rejects.toThrow(RangeError)
  })

  it('fails one transaction and nothing else when its connection is lost', async () => {
    const db = await database.open()
    const cut = writeTransaction(db, async (trx) => {
      await trx
        .insertInto('area')
        .values({ area: 'a1', ...AREA })
        .execute()
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx)
    })
    await expect(cut).rejects.toThrow()
    expect(await db.kysely.selectFrom('area').selectAll().execute()).toEqual([])
  })

  it('ends a transaction that hangs, so that no process holds an area for ever', async () => {
    const db = await database.open()
    const { rows } = await sql`show idle_in_transaction_session_timeout`.execute(db.kysely)
    expect(rows).toEqual([{ idle_in_transaction_session_timeout: '1min' }])
  })

  it('is refused in a sentence without the password when it does not answer or does not know the user', async () => {
    const away = 'postgres://somebody:secret-words@127.0.0.1:1/hub'
    await expect(openHubDb(away)).rejects.toMatchObject({
      refusal: { type: 'Unreachable', code: 'ECONNREFUSED' },
      message:
        'PostgreSQL cannot be reached or does not let this user in (ECONNREFUSED). Check the address, the user and the password.',
    })
    const unknown = new URL(await database.fresh())
    unknown.pathname = '/no_such_database'
    await expect(openHubDb(unknown.href)).rejects.toMatchObject({ refusal: { type: 'Unreachable', code: '3D000' } })
  })
})
