/**
 * What the hub relies on, alike on SQLite and PostgreSQL.
 */
import { expect, it } from 'vitest'
import type { HubDb } from '../../../src/hub/db/schema'
import { lockArea, readSnapshot, writeTransaction } from '../../../src/hub/db/transactions'
import { forEachDatabase } from '../databases'

async function addArea(db: HubDb, area: string): Promise<void> {
  await db.kysely.insertInto('area').values({ area, epoch: 'e1', created_at: '', seq: 0, ops: 0, head: '' }).execute()
}

forEachDatabase('the database of a hub', (database) => {
  it('gives a locked area as it is, and null for an area that is not there', async () => {
    const db = await database.open()
    await addArea(db, 'a1')
    const row = await writeTransaction(db, (trx) => lockArea(trx, 'a1'))
    expect(row).toEqual({ area: 'a1', epoch: 'e1', created_at: '', seq: 0, ops: 0, head: '' })
    expect(await writeTransaction(db, (trx) => lockArea(trx, 'a2'))).toBeNull()
    expect(await readSnapshot(db, (trx) => trx.selectFrom('area').select('area').execute())).toEqual([{ area: 'a1' }])
  })
})
