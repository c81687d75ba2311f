/**
 * `add-area`: a set-up link for another area of a hub that has one already. It works beside a hub that runs.
 *
 * Thin: hub/accounts/link.ts, loaded only here. Contract: command-line.md, `add-area`.
 */
import { type Command, type CommandResult, wrongUsage } from '../command'
import { withHub } from '../hub-database'
import { readOptions } from '../options'
import { hubPlace, PLACE_OPTIONS } from './hub-place'

const USAGE = 'plumbline add-area [--data DIR | --database URL] [--origin https://…]'

export const addAreaCommand: Command = async (args): Promise<CommandResult> => {
  const options = readOptions(args, [...PLACE_OPTIONS, 'origin'])
  if (!options.ok) return wrongUsage(options.error, USAGE)
  const { origin } = options.value.values
  const place = hubPlace(options.value.values)
  if (!place.ok) return wrongUsage(place.error, USAGE)
  if (options.value.files.length > 0) return wrongUsage('The area is named by whoever opens the link.', USAGE)
  if (origin !== undefined && !URL.canParse(origin)) return wrongUsage('--origin is an address.', USAGE)
  const { makeLink } = await import('../../hub/accounts/link')
  const { keptOrigin } = await import('../../hub/accounts/settings')
  return withHub(place.value.where, async (hub) => {
    const at = origin === undefined ? ((await keptOrigin(hub.db)) ?? '') : new URL(origin).origin
    const { url, expiresAt } = await makeLink(hub, at, { type: 'set-up' })
    return { exit: 0, json: { setUp: url, expiresAt }, words: `It makes one area, until ${expiresAt}: ${url}` }
  })
}
