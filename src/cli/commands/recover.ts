/**
 * `recover`: a link for the last manager who cannot sign in any more. It works beside a hub that runs.
 *
 * Thin: hub/accounts/recover.ts, loaded only here. Contract: command-line.md, `recover`.
 */
import type { Candidate } from '../../hub/accounts/recover'
import { type Command, type CommandResult, wrongUsage } from '../command'
import { refused, withHub } from '../hub-database'
import { readOptions } from '../options'
import { hubPlace, PLACE_OPTIONS } from './hub-place'

const USAGE = 'plumbline recover [--data DIR | --database URL] [--origin https://…] [--member NAME|ID]'

export const recoverCommand: Command = async (args): Promise<CommandResult> => {
  const options = readOptions(args, [...PLACE_OPTIONS, 'origin', 'member'])
  if (!options.ok) return wrongUsage(options.error, USAGE)
  const { origin, member = null } = options.value.values
  const place = hubPlace(options.value.values)
  if (!place.ok) return wrongUsage(place.error, USAGE)
  if (options.value.files.length > 0) return wrongUsage('Name the member with --member.', USAGE)
  if (origin !== undefined && !URL.canParse(origin)) return wrongUsage('--origin is an address.', USAGE)
  const { recover } = await import('../../hub/accounts/recover')
  return withHub(place.value.where, async (hub) => {
    const recovered = await recover(hub, member, origin === undefined ? null : new URL(origin).origin)
    if (!recovered.ok) return whichOne(recovered.error, member)
    const { url, expiresAt, candidate } = recovered.value
    const words = `Give this link to ${candidate.name} (${candidate.areaName}); it works once, until ${expiresAt}: ${url}`
    return { exit: 0, json: { url, expiresAt, ...candidate }, words }
  })
}

function whichOne(members: readonly Candidate[], wanted: string | null): CommandResult {
  if (members.length === 0 && wanted === null) {
    return refused('nobody', 'This hub has no area yet: start it and use its set-up link.')
  }
  if (members.length === 0) return refused('nobody', 'No active member has this name or id.')
  const message = 'Say which one with --member ID.'
  const lines = members.map(({ member, name, areaName }) => `  ${member}  ${name} (${areaName})`)
  return { ...refused('several', message, { members }), words: [message, ...lines].join('\n') }
}
