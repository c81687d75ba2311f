/**
 * Another process of the hub's database, for the contract suite (processes.ts builds and starts it). Says `ready` when it may
 * be let loose, and does what its arguments say after the first line on its standard input.
 */
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { openHubDb } from '../../../src/hub/db/open'
import { lockArea, writeTransaction } from '../../../src/hub/db/transactions'

const [task, where = '', name = '', count = '0'] = process.argv.slice(2)

async function go(): Promise<void> {
  process.stdout.write('ready\n')
  await once(process.stdin, 'data')
}

/** Opens a database at the same moment as others do. */
async function open(): Promise<void> {
  await go()
  const db = await openHubDb(where)
  await db.close()
}

/** Writes rows numbered by the area's row, as a push does. */
async function write(): Promise<void> {
  const db = await openHubDb(where)
  await go()
  for (let i = 0; i < Number(count); i++) {
    await writeTransaction(db, async (trx) => {
      const area = await lockArea(trx, 'a1')
      const seq = (area?.seq ?? 0) + 1
      const row = { kind: 'audit', scope: 'area', rev: 1, v: 1, refs: '[]', body: '{}' }
      await trx
        .insertInto('record')
        .values({ area: 'a1', key: `${name}/${i}`, seq, ...row })
        .execute()
      // Without the lock, the row of a later number would now be seen before this one.
      if (seq % 7 === 0) await wait(3)
      await trx.updateTable('area').set({ seq }).where('area', '=', 'a1').execute()
    })
  }
  await db.close()
}

/** Keeps every other writer out for a while. */
async function hold(): Promise<void> {
  const db = await openHubDb(where)
  await writeTransaction(db, async (trx) => {
    await lockArea(trx, 'a1')
    await go()
    await wait(Number(count))
  })
  await db.close()
}

if (task === 'open') await open()
if (task === 'write') await write()
if (task === 'hold') await hold()
process.stdin.destroy()
