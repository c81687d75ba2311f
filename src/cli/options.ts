/**
 * Splits a command's arguments into options and files, and names what is wrong with them.
 *
 * Pure. Options are `--name value` or `--name=value`; `-` is a file (standard input); `--` ends the options.
 */
import { parseArgs } from 'node:util'
import { err, ok, type Result } from '../core/result'

export interface Options {
  /** Value by option name; an option that was not given is absent. */
  readonly values: Readonly<Record<string, string>>
  readonly files: readonly string[]
}

/** @returns the options, or one sentence saying which argument is not understood. */
export function readOptions(args: readonly string[], names: readonly string[]): Result<Options, string> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    const values: Record<string, string> = {}
    for (const name of names) {
      const value = parsed.values[name]
      if (typeof value === 'string') values[name] = value
    }
    return ok({ values, files: parsed.positionals })
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : String(fault)
    return err(message.split('\n')[0] ?? message)
  }
}
