/**
 * `framework check FILE`: whether a framework file is sound, with its figures and everything that is wrong with it.
 *
 * Thin: every finding is core/framework/check.ts. Worked examples must score as written, or the exit is 1.
 */
import { checkFramework } from '../../core/framework/check'
import { type Command, type CommandResult, wrongUsage } from '../command'
import { readOptions } from '../options'
import { readJson } from '../read-json'

const USAGE = 'plumbline framework check FILE'

export const frameworkCheck: Command = async (args, io): Promise<CommandResult> => {
  const options = readOptions(args, [])
  if (!options.ok) return wrongUsage(options.error, USAGE)
  const [file, ...more] = options.value.files
  if (file === undefined) return wrongUsage('Say which framework file to check.', USAGE)
  if (more.length > 0) return wrongUsage('One file at a time, please.', USAGE)

  const json = await readJson(file, io)
  if (!json.ok) {
    return { exit: 1, json: { ok: false, problems: [{ where: 'file', message: json.error }] }, words: json.error }
  }
  const check = checkFramework(json.value)
  if (check.ok) return { exit: 0, json: check }
  return { exit: 1, json: check, words: `${check.problems.length} to put right, listed with their places.` }
}
