/** The administrator's commands as they are typed: their answers, exit codes and files, and a restore that is killed. */
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command, CommandIo } from '../../../src/cli/command'
import { backupCommand } from '../../../src/cli/commands/backup'
import { eraseCommand } from '../../../src/cli/commands/erase'
import { restoreCommand } from '../../../src/cli/commands/restore'
import { subjectAccessCommand } from '../../../src/cli/commands/subject-access'
import { verifyCommand } from '../../../src/cli/commands/verify'
import { backup } from '../../../src/hub/admin/backup'
import { openHubDb } from '../../../src/hub/db/open'
import { forEachDatabase, type TestDatabase } from '../databases'
import { AT, MEMBERS } from '../sync/room'
import { makeArea } from './made-area'
import { CHEAP, contentOf, PASSPHRASE } from './made-hub'
import { PLANTED, plant } from './planted'
import { buildProgram, run, start } from './program'

const folder = mkdtempSync(join(tmpdir(), 'plumbline-commands-'))
let program = ''
beforeAll(async () => {
  program = await buildProgram()
})
afterAll(() => {
  rmSync(folder, { recursive: true })
  if (program !== '') rmSync(dirname(program), { recursive: true })
})

const placeOf = (database: TestDatabase, where: string) =>
  database.dialect === 'sqlite' ? ['--data', where] : ['--database', where]

forEachDatabase('the commands', (database) => {
  it('take an administrator from a backup to a restored, verified hub without what was erased', async () => {
    const where = await database.fresh()
    const room = await plant(await database.open(where))
    const place = placeOf(database, where)
    const file = join(folder, `${database.dialect}.backup`)
    const words = join(folder, `${database.dialect}.words`)
    writeFileSync(words, `${PASSPHRASE}\n`)

    // The hub has its database open all the while.
    const verified = await run(program, ['verify', ...place])
    expect(verified).toMatchObject({ exit: 0, json: { ok: true, areas: [{ area: room.area }] } })
    const made = await run(program, ['backup', ...place, '--out', file, '--passphrase-file', words])
    expect(made).toMatchObject({ exit: 0, json: { ok: true, out: file, areas: [{ area: room.area }] } })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await run(program, ['backup', ...place, '--out', file], PASSPHRASE)).toMatchObject({
      exit: 1,
      json: { refused: { reason: 'exists' } },
    })
    expect(await run(program, ['restore', '--check', file], PASSPHRASE)).toMatchObject({ exit: 0, json: { ok: true } })
    const wrong = await run(program, ['restore', '--check', file], 'wrong')
    expect(wrong).toMatchObject({ exit: 1, json: { refused: { reason: 'wrong-passphrase' } } })
    expect(wrong.words).toContain('passphrase is wrong')

    const list = database.dialect === 'sqlite' ? join(where, 'erasures.json') : join(folder, 'erasures.json')
    const erase = ['erase', ...place, '--area', room.area, '--subject', 'K7']
    if (database.dialect === 'postgres') {
      expect(await run(program, erase)).toMatchObject({ exit: 2, json: null })
      erase.push('--erasures', list)
    }
    expect(await run(program, erase)).toMatchObject({ exit: 0, json: { done: false, records: { audit: 3 } } })
    expect(existsSync(list)).toBe(false)
    const isScrubbed = database.dialect === 'sqlite'
    expect(await run(program, [...erase, '--yes'])).toMatchObject({ exit: 0, json: { done: true, isScrubbed } })
    expect(JSON.parse(readFileSync(list, 'utf8')).erased).toContainEqual(
      expect.objectContaining({ area: room.area, key: 'subject/s1' }),
    )

    const empty = await database.fresh()
    const target = [...placeOf(database, empty), '--erasures', list]
    const cut = join(folder, `${database.dialect}.cut`)
    writeFileSync(cut, readFileSync(file).subarray(0, -100))
    const partial = await run(program, ['restore', ...target, cut], PASSPHRASE)
    expect(partial).toMatchObject({ exit: 1, json: { refused: { reason: 'partial' } } })
    expect(partial.words).toContain('partial')
    const restored = await run(program, ['restore', ...target, file], PASSPHRASE)
    expect(restored).toMatchObject({ exit: 0, json: { ok: true, verification: { ok: true } } })
    expect(await run(program, ['restore', ...target, file], PASSPHRASE)).toMatchObject({
      exit: 1,
      json: { refused: { reason: 'not-empty' } },
    })
    const text = JSON.stringify([...(await contentOf(await database.open(empty))).entries()])
    expect(text).not.toContain(PLANTED)
    expect(text).toContain(MEMBERS.m2.name)
  })

  it('make the subject access pack, after a look at it', async () => {
    const where = await database.fresh()
    const room = await plant(await database.open(where))
    const about = ['subject-access', ...placeOf(database, where), '--area', room.area, '--subject', 'K7']
    const preview = await run(program, [...about, '--preview'])
    expect(preview).toMatchObject({ exit: 0, json: { files: [], unreleased: ['audit/m2-t2'], records: { audit: 3 } } })
    expect(preview.words).toContain('Quirinus Grey')
    const out = join(folder, `${database.dialect}-pack`)
    const made = await run(program, [...about, '--out', out, '--redact', 'all'])
    expect(made).toMatchObject({
      exit: 0,
      json: { files: [join(out, 'subject-access.html'), join(out, 'subject-access.json')] },
    })
    expect(readFileSync(join(out, 'subject-access.html'), 'utf8')).not.toContain('Quirinus')
    expect(await run(program, [...about, '--out', out])).toMatchObject({
      exit: 1,
      json: { refused: { reason: 'exists' } },
    })
  })

  it('leave an empty hub when a restore is killed while it writes, at any of 3 moments', async () => {
    const source = await database.open()
    await makeArea(source, 'a1', 8_000)
    const file = join(folder, `${database.dialect}-large.backup`)
    await backup(source, { out: file, only: null, passphrase: PASSPHRASE, at: AT, cost: CHEAP })
    const where = await database.fresh()
    const place = placeOf(database, where)
    expect((await run(program, ['restore', ...place, file], 'wrong')).exit).toBe(1)

    for (let n = 0; n < 3; n += 1) {
      const child = start(program, ['restore', ...place, file], PASSPHRASE)
      const ended = once(child, 'close')
      await untilWriting(database, where)
      await wait(Math.random() * 200)
      child.kill('SIGKILL')
      expect(await ended).toEqual([null, 'SIGKILL'])
      expect(await run(program, ['verify', ...place])).toMatchObject({ exit: 0, json: { ok: true, areas: [] } })
    }
    expect(await run(program, ['restore', ...place, file], PASSPHRASE)).toMatchObject({
      exit: 0,
      json: { verification: { ok: true, ops: 8_000 } },
    })
  })
})

/** Waits until the restore has begun to write the trail. */
async function untilWriting({ dialect }: TestDatabase, where: string): Promise<void> {
  const client = dialect === 'postgres' ? new pg.Client({ connectionString: where }) : null
  await client?.connect()
  for (let isWriting = false; !isWriting; await wait(5)) {
    if (client) {
      const held = await client.query(
        "select 1 from pg_locks where relation = 'op'::regclass and mode = 'RowExclusiveLock' and database = (select oid from pg_database where datname = current_database())",
      )
      isWriting = held.rows.length > 0
    } else {
      isWriting = (statSync(join(where, 'plumbline.db-wal'), { throwIfNoEntry: false })?.size ?? 0) > 1_000_000
    }
  }
  await client?.end()
}

describe('the commands on a hub in a folder', () => {
  it('name the op where the trail breaks, and exit 1', async () => {
    const where = mkdtempSync(join(folder, 'broken-'))
    const db = await openHubDb(where)
    await makeArea(db, 'a1', 9)
    await db.kysely.updateTable('op').set({ actor: 'm9' }).where('position', '=', 4).execute()
    await db.close()
    const answer = await run(program, ['verify', '--data', where])
    expect(answer).toMatchObject({ exit: 1, json: { ok: false, at: { area: 'a1', position: 4 } } })
    expect(answer.words).toContain('In area a1, op 4: This op was changed.')
  })

  it('say that the file of a hub is damaged, wherever a disk has lost a page of it', async () => {
    const where = mkdtempSync(join(folder, 'damaged-'))
    const db = await openHubDb(where)
    await makeArea(db, 'a1', 500)
    await db.close()
    const file = join(where, 'plumbline.db')
    const whole = readFileSync(file)
    const pages = whole.length / 4096
    for (const share of [0.3, 0.6, 0.9]) {
      const page = Math.floor(pages * share)
      writeFileSync(
        file,
        Buffer.concat([whole.subarray(0, page * 4096), Buffer.alloc(4096, 7), whole.subarray((page + 1) * 4096)]),
      )
      const answer = await run(program, ['verify', '--data', where])
      expect(answer).toMatchObject({ exit: 1, json: { ok: false } })
      expect(answer.words).not.toContain('fault of its own')
    }
  })

  it('want the hub stopped where they must, and finish an erasure whose file was in use', async () => {
    const where = mkdtempSync(join(folder, 'scrub-'))
    const hub = start(program, ['hub', '--data', where, '--port', '0', '--log', 'silent'])
    await once(hub.stdout ?? hub, 'data')
    const scrub = ['erase', '--scrub', '--data', where]
    expect(await run(program, scrub)).toMatchObject({ exit: 1, json: { refused: { reason: 'database' } } })
    hub.kill()
    await once(hub, 'close')
    expect(await run(program, scrub)).toMatchObject({ exit: 0, json: { isScrubbed: true } })
  })

  it.each([
    [verifyCommand, ['--data', '/tmp/a', '--database', 'postgres://b']],
    [verifyCommand, ['--database', 'mysql://b']],
    [verifyCommand, ['what']],
    [backupCommand, ['--data', '/tmp/a']],
    [backupCommand, ['--data', '/tmp/a', '--out', '/tmp/b.backup']],
    [backupCommand, ['--data', '/tmp/a', '--out', '/tmp/b.backup', '--passphrase-file', 'short']],
    [restoreCommand, ['--data', '/tmp/a']],
    [restoreCommand, ['--check', '/tmp/a', '/tmp/b']],
    [eraseCommand, ['--data', '/tmp/a', '--area', 'a1']],
    [eraseCommand, ['--data', '/tmp/a', '--area', 'a1', '--subject', 'K7', '--key', 'audit/a']],
    [eraseCommand, ['--data', '/tmp/a', '--subject', 'K7']],
    [subjectAccessCommand, ['--data', '/tmp/a', '--area', 'a1', '--subject', 'K7']],
    [subjectAccessCommand, ['--data', '/tmp/a', '--area', 'a1', '--preview']],
  ] as const)(
    'answer wrong usage with exit 2 and no JSON: %o %o',
    async (command: Command, args: readonly string[]) => {
      const answer = await command(args, io)
      expect(answer).toMatchObject({ exit: 2, words: expect.stringContaining('Usage: plumbline ') })
      expect(answer.json).toBeUndefined()
    },
  )

  it.each([
    [verifyCommand, ['--data', '/nowhere'], 'no-hub'],
    [backupCommand, ['--data', '/nowhere', '--out', '/tmp/never.backup', '--passphrase-file', 'good'], 'no-hub'],
    [backupCommand, ['--data', '/nowhere', '--out', '/nowhere/a.backup', '--passphrase-file', 'good'], 'no-folder'],
    [restoreCommand, ['--data', '/nowhere', '/nowhere.backup', '--passphrase-file', 'good'], 'no-file'],
    [eraseCommand, ['--data', '/nowhere', '--area', 'a1', '--subject', 'K7'], 'no-hub'],
    [subjectAccessCommand, ['--data', '/nowhere', '--area', 'a1', '--subject', 'K7', '--preview'], 'no-hub'],
  ] as const)('say what is not there: %o %o', async (command: Command, args: readonly string[], reason: string) => {
    expect(await command(args, io)).toMatchObject({ exit: 1, json: { refused: { reason } } })
  })
})

const FILES: Readonly<Record<string, string>> = { short: 'too short', good: PASSPHRASE }
const io: CommandIo = {
  readFile: async (path) => new TextEncoder().encode(FILES[path]),
  readFolder: async () => [],
  stdin: async () => new Uint8Array(),
}
