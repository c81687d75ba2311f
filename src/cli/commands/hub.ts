/**
 * `hub`: runs the hub until it is told to stop. One JSON line with its address once it accepts requests, and while it has no
 * area the link that sets it up.
 *
 * Thin: everything is hub/main.ts, loaded only here. The process itself (printing, signals) is given by main.ts.
 */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { err, ok, type Result } from '../../core/result'
import type { HubOptions } from '../../hub/main'
import { type Command, type CommandResult, wrongUsage } from '../command'
import { refused } from '../hub-database'
import { readOptions } from '../options'
import { hubPlace, PLACE_OPTIONS } from './hub-place'

const USAGE =
  'plumbline hub [--data DIR | --database URL] [--host H] [--port N] [--origin https://…] [--cert FILE --key FILE] [--trust-proxy ADDRESSES] [--config FILE] [--app DIR]'
const NAMES = [...PLACE_OPTIONS, 'host', 'port', 'origin', 'cert', 'key', 'trust-proxy', 'config', 'app', 'log']

export interface LongRunning {
  /** One line of JSON on standard output, at once. */
  readonly print: (json: object) => void
  /** Words for people, at once. */
  readonly say: (words: string) => void
  /** Resolves when the process is told to end. */
  readonly untilTold: () => Promise<void>
}

export function hubCommand(running: LongRunning): Command {
  return async (args): Promise<CommandResult> => {
    const options = hubOptions(args)
    if (!options.ok) return wrongUsage(options.error, USAGE)
    const { startHub, StartRefused } = await import('../../hub/main')
    const { DatabaseRefused } = await import('../../hub/db/refused')
    try {
      const hub = await startHub(options.value)
      running.print({ url: hub.url, ...(hub.setUpLink !== null && { setUp: hub.setUpLink }) })
      running.say(wordsOf(hub))
      await running.untilTold()
      await hub.close()
      return { exit: 0 }
    } catch (fault) {
      if (fault instanceof StartRefused) return wrongUsage(fault.message, USAGE)
      if (fault instanceof DatabaseRefused) return refused('database', fault.message)
      throw fault
    }
  }
}

function wordsOf({ url, setUpLink }: { readonly url: string; readonly setUpLink: string | null }): string {
  const ready = `The hub is ready: ${url} (Ctrl+C stops it)`
  return setUpLink === null ? ready : `${ready}\nSet up the area and its first manager, once: ${setUpLink}`
}

/** @returns what startHub takes, or the sentence which option is not understood. */
function hubOptions(args: readonly string[]): Result<HubOptions, string> {
  const read = readOptions(args, NAMES)
  if (!read.ok) return read
  const { values, files } = read.value
  const { host, port, origin, cert, key, config, log } = values
  if (files.length > 0) return err(`"${files[0]}" is no option.`)
  const place = hubPlace(values)
  if (!place.ok) return place
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536))
    return err('--port is a number up to 65535.')
  const appFolder = values.app === undefined ? builtApp() : resolve(values.app)
  if (appFolder !== null && !existsSync(join(appFolder, 'index.html')))
    return err('--app names the folder of a built app.')
  const trustProxy = values['trust-proxy']?.split(',').map((entry) => entry.trim())
  return ok({
    where: place.value.where,
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port: Number(port) }),
    ...(origin !== undefined && { origin }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
    ...(trustProxy && { trustProxy }),
    ...(config !== undefined && { config }),
    ...(appFolder !== null && { appFolder }),
    ...(log !== undefined && { logLevel: log }),
  })
}

/** `dist/app` of the package, from the folder of the built program or of its sources. */
function builtApp(): string | null {
  const here = dirname(fileURLToPath(import.meta.url))
  const ways = ['../app', '../../app', '../../../dist/app'].map((way) => join(here, way))
  return ways.find((folder) => existsSync(join(folder, 'index.html'))) ?? null
}
