/**
 * `recover`: a link for the last manager who cannot sign in any more. It works beside a hub that runs.
 *
 * Thin: hub/accounts/recover.ts, loaded only here. Contract: issue "The hub", accounts.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Candidate } from '../../hub/accounts/recover'
import type { HubDb } from '../../hub/db/schema'
import { type Command, type CommandResult, wrongUsage } from '../command'
import { readOptions } from '../options'
import { DEFAULT_FOLDER } from './hub'

const USAGE = 'plumbline recover [--data DIR | --database URL] [--origin https://…] [--member NAME|ID]'

export const recoverCommand: Command = async (args): Promise<CommandResult> => {
  const options = readOptions(args, ['data', 'database', 'origin', 'member'])
  if (!options.ok) return wrongUsage(options.error, USAGE)
  const { data, database, origin, member } = options.value.values
  if (options.value.files.length > 0) return wrongUsage('Name the member with --member.', USAGE)
  if (data !== undefined && database !== undefined) return wrongUsage('Give --data or --database, not both.', USAGE)
  if (origin !== undefined && !URL.canParse(origin)) return wrongUsage('--origin is an address.', USAGE)
  const where = database ?? data ?? DEFAULT_FOLDER
  const { isPostgresUrl, openHubDb } = await import('../../hub/db/open')
  const { SQLITE_FILE } = await import('../../hub/db/sqlite')
  if (!isPostgresUrl(where) && !existsSync(join(where, SQLITE_FILE)))
    return refused('no-hub', `There is no hub at ${where}.`)
  const { DatabaseRefused } = await import('../../hub/db/refused')
  let db: HubDb
  try {
    db = await openHubDb(where)
  } catch (fault) {
    if (fault instanceof DatabaseRefused) return refused('database', fault.message)
    throw fault
  }
  try {
    return await recoverIn(db, member ?? null, origin === undefined ? null : new URL(origin).origin)
  } finally {
    await db.close()
  }
}

async function recoverIn(db: HubDb, member: string | null, origin: string | null): Promise<CommandResult> {
  const { recover } = await import('../../hub/accounts/recover')
  const { migrateAccounts } = await import('../../hub/accounts/migrate-accounts')
  await migrateAccounts(db)
  const hub = { db, now: () => new Date().toISOString(), newId: () => randomBytes(16).toString('hex') }
  const recovered = await recover(hub, member, origin)
  if (!recovered.ok) return whichOne(recovered.error, member)
  const { url, expiresAt, candidate } = recovered.value
  const words = `Give this link to ${candidate.name} (${candidate.areaName}); it works once, until ${expiresAt}.`
  return { exit: 0, json: { url, expiresAt, ...candidate }, words }
}

function whichOne(members: readonly Candidate[], wanted: string | null): CommandResult {
  if (members.length === 0) {
    return refused(
      'nobody',
      wanted === null
        ? 'This hub has no area yet: start it and use its set-up link.'
        : 'No active member has this name or id.',
    )
  }
  const message = 'Say which one with --member ID.'
  const lines = members.map(({ member, name, areaName }) => `  ${member}  ${name} (${areaName})`)
  return { exit: 1, json: { refused: { reason: 'several', message }, members }, words: [message, ...lines].join('\n') }
}

function refused(reason: string, message: string): CommandResult {
  return { exit: 1, json: { refused: { reason, message } }, words: message }
}
