/**
 * `subject-access`: everything held about one plan or one member of staff, as a web page and as JSON.
 *
 * Thin: hub/admin/subject-access.ts, loaded only here. It works beside a hub that runs.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { err, ok, type Result } from '../../core/result'
import type { Access, AccessOptions, AccessRefusal } from '../../hub/admin/subject-access'
import { type Command, type CommandResult, wrongUsage } from '../command'
import { refused, withHub } from '../hub-database'
import { readOptions } from '../options'
import { hubPlace, PLACE_OPTIONS } from './hub-place'

const USAGE =
  'plumbline subject-access [--data DIR | --database URL] --area ID (--subject CODE|ID | --member ID) (--preview | --out FOLDER|FILE.html|FILE.json) [--redact ID,ID|all]'

export const subjectAccessCommand: Command = async (args) => {
  const isPreview = args.includes('--preview')
  const options = readOptions(
    args.filter((arg) => arg !== '--preview'),
    [...PLACE_OPTIONS, 'area', 'subject', 'member', 'out', 'redact'],
  )
  if (!options.ok) return wrongUsage(options.error, USAGE)
  const { values, files } = options.value
  const place = hubPlace(values)
  if (!place.ok) return wrongUsage(place.error, USAGE)
  if (files.length > 0) return wrongUsage(`"${files[0]}" is no option.`, USAGE)
  const asked = askedOf(values)
  if (!asked.ok) return wrongUsage(asked.error, USAGE)
  const out = values.out === undefined ? null : resolve(values.out)
  if (isPreview === (out !== null)) return wrongUsage('Say either --preview or where the pack goes with --out.', USAGE)
  if (out !== null && existsSync(out)) return refused('exists', `There is something at ${out} already.`)

  return withHub(place.value.where, async (hub) => {
    const { subjectAccess, writeAccess } = await import('../../hub/admin/subject-access')
    const access = await subjectAccess(hub, asked.value)
    if (!access.ok) return refusedAccess(access.error)
    const written = out === null ? [] : await writeAccess(out, access.value)
    return answer(access.value, written)
  })
}

function askedOf(values: Readonly<Record<string, string>>): Result<AccessOptions, string> {
  const { area, subject, member, redact = '' } = values
  if (area === undefined) return err('Name the area with --area ID.')
  const ids = redact === 'all' ? redact : redact.split(',').filter((id) => id !== '')
  if (subject !== undefined && member === undefined) {
    return ok({ area, whom: { type: 'subject', name: subject }, redact: ids })
  }
  if (member !== undefined && subject === undefined)
    return ok({ area, whom: { type: 'member', id: member }, redact: ids })
  return err('Say one of --subject and --member.')
}

async function answer({ pack, proposals, unreleased }: Access, files: readonly string[]): Promise<CommandResult> {
  const { ADVICE } = await import('../../hub/admin/access-words')
  const records: Record<string, number> = {}
  for (const { kind } of pack.records) records[kind] = (records[kind] ?? 0) + 1
  const { plan, member, trail } = pack
  const left = proposals.filter(({ isTaken }) => !isTaken)
  const words = [
    files.length > 0 ? `Written: ${files.join(', ')}` : 'Nothing was written.',
    ...left.map(({ id, words, times, where }) => `  ${id}  "${words}"  ${times} times, first in ${where}`),
    ...unreleased.map((key) => `  not released: ${key}`),
    ...ADVICE,
  ]
  return {
    exit: 0,
    json: { ok: true, files, plan, member, records, trail: trail.length, unreleased, proposals },
    words: words.join('\n'),
  }
}

function refusedAccess(refusal: AccessRefusal): CommandResult {
  switch (refusal.type) {
    case 'UnknownArea':
      return refused('no-area', 'This hub has no such area.')
    case 'Unknown':
      return refused('unknown', 'Nothing of that name is held in this area.')
    case 'Several':
      return refused('several', 'Several plans had this code. Say which with --subject ID.', {
        subjects: refusal.subjects,
      })
    case 'UnknownProposals':
      return refused('unknown-proposals', `No proposal has the id ${refusal.ids.join(', ')}: look at --preview again.`)
  }
}
