/**
 * `stats METHOD [FILE]`: any statistic of the app from JSON, one input or a list of them.
 *
 * Thin: every figure is a core function's. A list is answered in its order, with `{ error }` in the place of an input that
 * cannot be answered. Contract: command-line.md, `stats`.
 */
import { SAMPLING_METHODS } from '../../core/sampling/methods'
import type { Method } from '../../core/statistics/method'
import { PROPORTION_METHODS } from '../../core/statistics/methods'
import { type Command, wrongUsage } from '../command'
import { readOptions } from '../options'
import { readJson } from '../read-json'

const METHODS: ReadonlyMap<string, Method> = new Map(Object.entries({ ...PROPORTION_METHODS, ...SAMPLING_METHODS }))
const USAGE = `stats METHOD [FILE]\nMethods: ${[...METHODS.keys()].join(', ')}`

/** Nothing but a reason: the input could not be answered at all. */
const isError = (answer: object): answer is { error: string } => 'error' in answer && Object.keys(answer).length === 1

export const stats: Command = async (args, io) => {
  const options = readOptions(args, [])
  if (!options.ok) return wrongUsage(options.error, USAGE)
  const [name, file = '-', ...more] = options.value.files
  if (name === undefined) return wrongUsage('Say which statistic.', USAGE)
  if (more.length > 0) return wrongUsage('Give one file; a list of inputs in it is answered in order.', USAGE)
  const method = METHODS.get(name)
  if (!method) return wrongUsage(`There is no statistic called "${name}".`, USAGE)

  const input = await readJson(file, io)
  if (!input.ok) return { exit: 1, json: { error: input.error }, words: input.error }
  if (Array.isArray(input.value)) return { exit: 0, json: input.value.map((one) => method(one)) }
  const answer = method(input.value)
  return isError(answer) ? { exit: 1, json: answer, words: answer.error } : { exit: 0, json: answer }
}
