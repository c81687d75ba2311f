/**
 * `erase`: shows what would go of a plan, a member of staff or one record, and with `--yes` erases it for good.
 *
 * Thin: hub/admin/erasure.ts, loaded only here. It works beside a hub that runs.
 */

import { err, ok, type Result } from '../../core/result'
import type { Erasure, ErasureRefusal } from '../../hub/admin/erasure'
import type { Whom } from '../../hub/admin/whom'
import type { Hub } from '../../hub/hub'
import { type Command, type CommandResult, wrongUsage } from '../command'
import { refused, withHub } from '../hub-database'
import { readOptions } from '../options'
import { hubPlace, PLACE_OPTIONS } from './hub-place'

const USAGE =
  'plumbline erase [--data DIR | --database URL --erasures FILE] --area ID (--subject CODE|ID | --member ID | --key KEY) [--yes]\n       plumbline erase --scrub [--data DIR]'

const FLAGS = ['--yes', '--scrub']

export const eraseCommand: Command = async (args) => {
  const isYes = args.includes('--yes')
  const options = readOptions(
    args.filter((arg) => !FLAGS.includes(arg)),
    [...PLACE_OPTIONS, 'erasures', 'area', 'subject', 'member', 'key'],
  )
  if (!options.ok) return wrongUsage(options.error, USAGE)
  const { values, files } = options.value
  const place = hubPlace(values)
  if (!place.ok) return wrongUsage(place.error, USAGE)
  if (args.includes('--scrub')) return withHub(place.value.where, scrubAlone, { alone: true })
  const { area } = values
  if (area === undefined || files.length > 0) return wrongUsage('Name the area with --area ID.', USAGE)
  const whom = whomOf(values)
  if (!whom.ok) return wrongUsage(whom.error, USAGE)
  const { addErasures, erasuresPath, readErasures } = await import('../../hub/admin/erasures')
  const list = erasuresPath(place.value.folder, values.erasures)
  if (list === null)
    return wrongUsage('Name the list of erasures with --erasures FILE; it is made when missing.', USAGE)
  if (!(await readErasures(list)).ok) return refused('erasures', `The list of erasures at ${list} cannot be read.`)

  return withHub(place.value.where, async (hub) => {
    const { eraseForGood, previewErasure } = await import('../../hub/admin/erasure')
    const { scrub } = await import('../../hub/admin/scrub')
    if (!isYes) {
      const preview = await previewErasure(hub, area, whom.value)
      if (!preview.ok) return refusedErasure(preview.error)
      const words = `${wordsOf('would go', preview.value)}\nNothing was changed. To erase it for good, say --yes.`
      return { exit: 0, json: { ok: true, done: false, ...preview.value }, words }
    }
    const erased = await eraseForGood(hub, area, whom.value, (keys) => addErasures(list, keys))
    if (!erased.ok) return refusedErasure(erased.error)
    const isScrubbed = await scrub(hub.db)
    const words = [wordsOf('went', erased.value), `The keys are in ${list}: keep a copy with your backups.`]
    if (!isScrubbed) words.push(hub.db.dialect === 'postgres' ? POSTGRES_REST : SQLITE_REST)
    return { exit: 0, json: { ok: true, done: true, ...erased.value, isScrubbed }, words: words.join('\n') }
  })
}

const POSTGRES_REST =
  'PostgreSQL keeps old versions of rows until VACUUM FULL, and in its write-ahead log and archives: see docs/administration.md.'
const SQLITE_REST =
  'The file is in use, so its free space still holds what went. Stop the hub and run: plumbline erase --scrub'

/** Finishes an erasure that found the file in use. */
async function scrubAlone({ db }: Hub): Promise<CommandResult> {
  const { scrub } = await import('../../hub/admin/scrub')
  if (await scrub(db)) {
    return { exit: 0, json: { ok: true, isScrubbed: true }, words: 'Nothing erased is left in the file.' }
  }
  return db.dialect === 'postgres'
    ? refused('postgres', POSTGRES_REST)
    : refused('in-use', 'The file could not be written anew: it is in use, or the disk is too full.')
}

function whomOf({ subject, member, key }: Readonly<Record<string, string>>): Result<Whom, string> {
  const meant: readonly Whom[] = [
    ...(subject === undefined ? [] : [{ type: 'subject' as const, name: subject }]),
    ...(member === undefined ? [] : [{ type: 'member' as const, id: member }]),
    ...(key === undefined ? [] : [{ type: 'key' as const, key }]),
  ]
  const [whom, ...more] = meant
  return whom && more.length === 0 ? ok(whom) : err('Say one of --subject, --member and --key.')
}

function wordsOf(verb: string, { subjects, records, ops, samples, accounts }: Erasure): string {
  const codes = subjects.map(({ code, cycleId }) => `${code} in cycle ${cycleId}`)
  const kinds = Object.entries(records).map(([kind, count]) => `  ${count} × ${kind}`)
  return [
    ...(codes.length > 0 ? [`The plan under every code it has: ${codes.join(', ')}.`] : []),
    `What ${verb}:`,
    ...kinds,
    `  ${ops} × what an op in the trail carried (that it happened stays)`,
    ...(samples > 0 ? [`  ${samples} × its pseudonym in a sample`] : []),
    ...(accounts > 0 ? [`  ${accounts} × account with its ways to sign in`] : []),
    'Figures over all plans, such as the editions of closed cycles, stay: they name no plan.',
  ].join('\n')
}

function refusedErasure(refusal: ErasureRefusal): CommandResult {
  switch (refusal.type) {
    case 'UnknownArea':
      return refused('no-area', 'This hub has no such area.')
    case 'Unknown':
      return refused('unknown', 'Nothing of that name is held in this area.')
    case 'StillActive':
      return refused('still-active', 'This member is still active: close their access first, under Settings.')
    case 'NotByKey':
      return refused('not-by-key', 'An area is not erased, and a member with --member ID.')
    case 'Several':
      return refused('several', 'Several plans had this code. Say which with --subject ID.', {
        subjects: refusal.subjects,
      })
  }
}
