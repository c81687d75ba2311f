/**
 * `sample`: draws plans from a register by a design and a seed, the same plans as the app draws.
 *
 * Thin: reads the register, ranks its plans and hands them to core/sampling. Contract: command-line.md, `sample`.
 */
import type { RegisterPlan } from '../../core/register/types'
import { isIsoDay } from '../../core/register/values/dates'
import { type DesignRefusal, parseDesign } from '../../core/sampling/design'
import { describeRefusal, describeSample, designWarnings } from '../../core/sampling/design-words'
import { type Draw, drawSample } from '../../core/sampling/draw'
import { toDrawPlan } from '../../core/sampling/frame'
import { type Command, type CommandResult, wrongUsage } from '../command'
import { readOptions } from '../options'
import { readJson } from '../read-json'
import { readRegisterFiles } from '../register-files'

const USAGE =
  'plumbline sample --register FILE… --as-of YYYY-MM-DD --design DESIGN.json --seed TEXT [--establishments FILE]'

export const sample: Command = async (args, io) => {
  const options = readOptions(args, ['register', 'as-of', 'design', 'seed', 'establishments'])
  if (!options.ok) return wrongUsage(options.error, USAGE)
  const { values, files } = options.value
  const { register, design: designFile, seed, establishments } = values
  const asOf = values['as-of']
  if (register === undefined) return wrongUsage('Name the register with --register.', USAGE)
  if (asOf === undefined) return wrongUsage('Give the sampling date with --as-of.', USAGE)
  if (!isIsoDay(asOf)) return wrongUsage('--as-of needs a real date as YYYY-MM-DD.', USAGE)
  if (designFile === undefined) return wrongUsage('Name the design with --design.', USAGE)
  if (seed === undefined) return wrongUsage('Give the seed with --seed.', USAGE)
  // `--register a.csv b.csv`: what follows the first file of a set are its other files.
  const paths = [register, ...files]
  if ([...paths, designFile].filter((path) => path === '-').length > 1) {
    return wrongUsage('Only one of register and design can come from standard input.', USAGE)
  }

  const written = await readJson(designFile, io)
  if (!written.ok) return refused('unreadable-design', `The design: ${written.error}`)
  const design = parseDesign(written.value)
  if (!design.ok) return refusedDesign(design.error)
  const reading = await readRegisterFiles(paths, asOf, io, establishments === undefined ? {} : { establishments })
  if (!reading.ok) return refused(reading.error.reason, reading.error.message)

  const plans = reading.value.validPlans
  const ranked = plans.map((plan, rank) => toDrawPlan(rank, plan))
  const draw = drawSample({ plans: ranked, asOf, design: design.value, seed })
  if (!draw.ok)
    return draw.error.type === 'BlankSeed' ? wrongUsage(describeRefusal(draw.error), USAGE) : refusedDesign(draw.error)
  const { frame, allocation, precision } = draw.value
  const words = [describeSample(draw.value), ...designWarnings(draw.value).map((warning) => warning.message)]
  const json = { frame, allocation, plans: drawnPlans(draw.value, plans), precision, design: design.value, seed, asOf }
  return { exit: 0, json, words: words.join('\n') }
}

function drawnPlans(draw: Draw, plans: readonly RegisterPlan[]) {
  return draw.plans.map(({ rank, stratum, double }) => ({ ref: plans[rank]?.ref, stratum, double }))
}

function refused(reason: string, message: string, more: object = {}): CommandResult {
  return { exit: 1, json: { refused: { reason, message, ...more } }, words: message }
}

const REASONS: Readonly<Record<DesignRefusal['type'], string>> = {
  InvalidDesign: 'invalid-design',
  BlankSeed: 'blank-seed',
  UnknownFact: 'unknown-fact',
  EmptyFrame: 'empty-frame',
  SampleLargerThanFrame: 'sample-larger-than-frame',
  MinimumsExceedSample: 'minimums-exceed-sample',
}

function refusedDesign(refusal: DesignRefusal): CommandResult {
  const more = refusal.type === 'InvalidDesign' ? { problems: refusal.problems } : {}
  return refused(REASONS[refusal.type], describeRefusal(refusal), more)
}
