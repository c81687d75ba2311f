/**
 * `verify`: whether a hub still holds what was written, or where its trail breaks. It works beside a hub that runs.
 *
 * Thin: hub/admin/verify.ts, loaded only here. Contract: command-line.md, `verify`.
 */
import { type Command, wrongUsage } from '../command'
import { withHub } from '../hub-database'
import { readOptions } from '../options'
import { hubPlace, PLACE_OPTIONS } from './hub-place'

const USAGE = 'plumbline verify [--data DIR | --database URL] [--area ID]'

export const verifyCommand: Command = async (args) => {
  const options = readOptions(args, [...PLACE_OPTIONS, 'area'])
  if (!options.ok) return wrongUsage(options.error, USAGE)
  const place = hubPlace(options.value.values)
  if (!place.ok) return wrongUsage(place.error, USAGE)
  if (options.value.files.length > 0) return wrongUsage('Name the hub with --data or --database.', USAGE)

  return withHub(place.value.where, async ({ db }) => {
    const { readSnapshot } = await import('../../hub/db/transactions')
    const { verify } = await import('../../hub/admin/verify')
    const json = await readSnapshot(db, (snapshot) => verify(snapshot, options.value.values.area))
    if (json.ok) return { exit: 0, json, words: `${json.ops} ops of ${json.areas.length} areas: all as written.` }
    const place = json.at.position === null ? '' : ` at op ${json.at.position}`
    return { exit: 1, json, words: `Area ${json.at.area}${place}: ${json.why}` }
  })
}
