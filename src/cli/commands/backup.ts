/**
 * `backup`: an encrypted copy of a hub, or of one area of it, in one file. It works beside a hub that runs.
 *
 * Thin: hub/admin/backup.ts, loaded only here. The passphrase never stands in the arguments.
 */
import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Command, wrongUsage } from '../command'
import { refused, withHub } from '../hub-database'
import { readOptions } from '../options'
import { hubPlace, PLACE_OPTIONS, readPassphrase } from './hub-place'

const USAGE = 'plumbline backup [--data DIR | --database URL] --out FILE [--area ID] [--passphrase-file FILE]'

const SHORTEST_PASSPHRASE = 12
const TOO_SHORT = `The passphrase is too short: at least ${SHORTEST_PASSPHRASE} characters, better six words.`

export const backupCommand: Command = async (args, io) => {
  const options = readOptions(args, [...PLACE_OPTIONS, 'out', 'area', 'passphrase-file'])
  if (!options.ok) return wrongUsage(options.error, USAGE)
  const { values, files } = options.value
  const place = hubPlace(values)
  if (!place.ok) return wrongUsage(place.error, USAGE)
  if (values.out === undefined || files.length > 0) return wrongUsage('Name the new file with --out.', USAGE)
  const passphrase = await readPassphrase(values['passphrase-file'], io)
  if (!passphrase.ok) return wrongUsage(passphrase.error, USAGE)
  if (passphrase.value.length < SHORTEST_PASSPHRASE) return wrongUsage(TOO_SHORT, USAGE)
  const out = resolve(values.out)
  if (!statSync(dirname(out), { throwIfNoEntry: false })?.isDirectory()) {
    return refused('no-folder', `There is no folder ${dirname(out)}.`)
  }

  return withHub(place.value.where, async ({ db, now }) => {
    const { backup } = await import('../../hub/admin/backup')
    const { isDiskFull } = await import('../../hub/admin/disk')
    const what = { out, passphrase: passphrase.value, only: values.area ?? null, at: now() }
    try {
      const made = await backup(db, what)
      if (made.ok)
        return { exit: 0, json: { ok: true, out, ...made.value }, words: wordsOf(out, made.value.areas.length) }
      return made.error.type === 'Exists'
        ? refused('exists', `There is a file at ${out} already; nothing is written over it.`)
        : refused('no-area', 'This hub has no such area.')
    } catch (fault) {
      if (isDiskFull(fault))
        return refused('disk-full', 'There is no room for the backup on this disk. Nothing was left behind.')
      throw fault
    }
  })
}

function wordsOf(out: string, areas: number): string {
  return `${areas === 1 ? 'One area' : `${areas} areas`} in ${out}. Keep its passphrase elsewhere: without it nobody can read this file. Try it now: plumbline restore --check ${out}`
}
