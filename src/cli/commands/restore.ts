/**
 * `restore`: puts a backup into an empty hub, or with `--check` only reads it to its end.
 *
 * Thin: hub/admin/restore.ts and check-backup.ts, loaded only here. The hub must not run meanwhile.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { BackupFaultType } from '../../hub/admin/backup-fault'
import type { Manifest } from '../../hub/admin/backup-lines'
import type { RestoreRefusal } from '../../hub/admin/restore'
import type { Hub } from '../../hub/hub'
import { type Command, type CommandResult, wrongUsage } from '../command'
import { refused, withHub } from '../hub-database'
import { readOptions } from '../options'
import { hubPlace, PLACE_OPTIONS, readPassphrase } from './hub-place'

const USAGE =
  'plumbline restore [--data DIR | --database URL] [--replace] [--erasures FILE] [--passphrase-file FILE] FILE\n       plumbline restore --check [--passphrase-file FILE] FILE'
const FLAGS = ['--check', '--replace']

export const restoreCommand: Command = async (args, io) => {
  const flags = args.filter((arg) => FLAGS.includes(arg))
  const rest = args.filter((arg) => !FLAGS.includes(arg))
  const options = readOptions(rest, [...PLACE_OPTIONS, 'erasures', 'passphrase-file'])
  if (!options.ok) return wrongUsage(options.error, USAGE)
  const { values, files } = options.value
  const place = hubPlace(values)
  if (!place.ok) return wrongUsage(place.error, USAGE)
  const [name, ...more] = files
  if (name === undefined || more.length > 0) return wrongUsage('Name the one file to restore.', USAGE)
  const passphrase = await readPassphrase(values['passphrase-file'], io)
  if (!passphrase.ok) return wrongUsage(passphrase.error, USAGE)
  const file = resolve(name)
  if (!existsSync(file)) return refused('no-file', `There is no file at ${file}.`)

  if (flags.includes('--check')) return check(file, passphrase.value)
  const { erasuresPath, readErasures } = await import('../../hub/admin/erasures')
  const erasures = await readErasures(erasuresPath(place.value.folder, values.erasures))
  if (!erasures.ok) return refused('erasures', UNREADABLE_ERASURES)
  const what = { file, passphrase: passphrase.value, replace: flags.includes('--replace'), erased: erasures.value }
  return withHub(place.value.where, (hub) => restoreInto(hub, what), { alone: true, mayBeNew: true })
}

const UNREADABLE_ERASURES =
  'The list of erasures cannot be read, so what was erased would come back. Mend it or take the copy of it, then restore.'

async function check(file: string, passphrase: string): Promise<CommandResult> {
  const { checkBackup } = await import('../../hub/admin/check-backup')
  const checked = await checkBackup(file, passphrase)
  if (!checked.ok) return refusedFault(checked.error.type)
  return { exit: 0, json: { ok: true, ...checked.value }, words: `The backup is whole: ${contentOf(checked.value)}.` }
}

interface What {
  readonly file: string
  readonly passphrase: string
  readonly replace: boolean
  readonly erased: readonly { readonly area: string; readonly key: string; readonly at: string }[]
}

async function restoreInto(hub: Hub, what: What): Promise<CommandResult> {
  const { restore } = await import('../../hub/admin/restore')
  const { scrub } = await import('../../hub/admin/scrub')
  const restored = await restore(hub, what)
  if (!restored.ok) return refusedRestore(restored.error)
  // What the hub held before is still in the free space of the file.
  await scrub(hub.db)
  const { manifest, verification, erasedAgain } = restored.value
  const words = [
    `Restored and verified: ${contentOf(manifest)}.`,
    'Everybody signs in again. Devices send again what they still keep.',
    `${erasedAgain} erased keys were erased again.`,
    ...(hub.db.dialect === 'postgres' && what.erased.length === 0
      ? ['No list of erasures was given (--erasures FILE): what was erased after this backup was made is back.']
      : []),
  ]
  return { exit: 0, json: { ok: true, ...manifest, verification, erasedAgain }, words: words.join('\n') }
}

async function refusedFault(type: BackupFaultType): Promise<CommandResult> {
  const { faultSentence } = await import('../../hub/admin/backup-fault')
  return refused(REASONS[type], faultSentence(type))
}

const REASONS: Readonly<Record<BackupFaultType, string>> = {
  NotABackup: 'not-a-backup',
  Newer: 'newer',
  WrongPassphrase: 'wrong-passphrase',
  Partial: 'partial',
  Damaged: 'damaged',
}

async function refusedRestore(refusal: RestoreRefusal): Promise<CommandResult> {
  switch (refusal.type) {
    case 'NotEmpty':
      return refused(
        'not-empty',
        'This hub holds something already. Nothing was changed. To let the backup take its place, say --replace.',
      )
    case 'NotVerified':
      return refused('not-verified', 'The backup is whole, but what it holds does not verify. Nothing was restored.', {
        verification: refusal.verification,
      })
    default:
      return refusedFault(refusal.type)
  }
}

function contentOf({ areas, counts, at }: Manifest): string {
  return `${areas.length} ${areas.length === 1 ? 'area' : 'areas'}, ${counts.record ?? 0} records, ${counts.op ?? 0} ops, as they were at ${at}`
}
