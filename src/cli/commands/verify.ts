/**
 * `verify`: whether a hub still holds what was written, or where its trail breaks. It works beside a hub that runs.
 *
 * Thin: hub/admin/verify-hub.ts, loaded only here. Contract: command-line.md, `verify`.
 */
import type { HubVerification } from '../../hub/admin/verify-hub'
import { type Command, type CommandResult, wrongUsage } from '../command'
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
    const { verifyHub } = await import('../../hub/admin/verify-hub')
    return answer(await verifyHub(db, options.value.values.area))
  })
}

function answer(json: HubVerification): CommandResult {
  if (json.ok)
    return {
      exit: 0,
      json,
      words: `${json.ops} ops of ${json.areas.length} ${json.areas.length === 1 ? 'area' : 'areas'}: all as written.`,
    }
  const { area, position } = json.at
  const where = [...(area === null ? [] : [`area ${area}`]), ...(position === null ? [] : [`op ${position}`])].join(
    ', ',
  )
  return { exit: 1, json, words: where === '' ? json.why : `In ${where}: ${json.why}` }
}
