/** Reads the framework files that ship with the app, as the checks and simulations need them. */
import { readdirSync, readFileSync } from 'node:fs'
import { Framework } from '../../src/core/framework/schema'

const FOLDER = 'audit-frameworks'

/** `<id>/<version>.json` of every bundled framework. */
export function bundledFiles(): readonly string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^[^/]+\/[^/]+\.json$/.test(file))
    .toSorted()
}

export function readJson(file: string): unknown {
  return JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'))
}

export function readFramework(file: string): Framework {
  return Framework.parse(readJson(file))
}

export function bundledFrameworks(): readonly { readonly file: string; readonly framework: Framework }[] {
  return bundledFiles().map((file) => ({ file, framework: readFramework(file) }))
}
