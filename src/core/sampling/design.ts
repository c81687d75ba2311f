/**
 * The design of a sample as an analyst writes it: how many plans, from which, shared out how, how many graded twice.
 *
 * Pure. Parsed once, strictly: a misspelt key would silently change what is drawn. Contract: command-line.md, `sample`.
 */
import * as z from 'zod/mini'
import { err, ok, type Result } from '../result'
import { ALLOCATIONS } from './allocation'

const FactName = z.string('must be the name of a fact, in quotes').check(z.minLength(1, 'must not be empty'))
const FactValue = z.pipe(
  z.union([z.string(), z.number()], 'must be text or a number'),
  z.transform((value) => String(value)),
)
const WholeFrom = (least: number) =>
  z
    .int({ error: (issue) => (issue.input === undefined ? 'is missing' : 'must be a whole number') })
    .check(z.gte(least, `must be a whole number of at least ${least}`))

/** What is known about the spread of one stratum, for Neyman allocation. A stratum left out has 0.5, the most there can be. */
const Spread = z.strictObject({
  stratum: z.record(FactName, FactValue),
  s: z.number('must be a number').check(z.gte(0, 'must be between 0 and 0.5'), z.lte(0.5, 'must be between 0 and 0.5')),
})

export const Design = z.strictObject(
  {
    /** Plans to draw. */
    size: WholeFrom(1),
    allocation: z._default(z.enum(ALLOCATIONS, `must be one of ${ALLOCATIONS.join(', ')}`), 'proportional'),
    /** Facts that part the register into strata; none: one stratum. */
    strata: z._default(z.array(FactName, 'must be a list of facts'), []),
    minimumPerStratum: z._default(WholeFrom(0), 0),
    /** Only plans whose facts have one of the values listed: the frame. */
    where: z._default(
      z.record(FactName, z.array(FactValue, 'must be a list of values').check(z.minLength(1, 'must name a value'))),
      {},
    ),
    /** Share of the drawn plans (0 to 1) to be graded by two auditors. */
    doubleShare: z._default(
      z.number('must be a number').check(z.gte(0, 'must be between 0 and 1'), z.lte(1, 'must be between 0 and 1')),
      0,
    ),
    spread: z._default(z.array(Spread, 'must be a list'), []),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `is not part of a design: ${issue.keys.join(', ')}. A design has ${DESIGN_KEYS}`
        : 'must be a JSON object',
  },
)
export type Design = z.infer<typeof Design>

const DESIGN_KEYS = 'size, allocation, strata, minimumPerStratum, where, doubleShare and spread'

export interface DesignProblem {
  /** Where in the design: `strata[0]`, or empty for the design as a whole. */
  readonly where: string
  readonly message: string
}

/** Why nothing can be drawn. Words: design-words.ts. */
export type DesignRefusal =
  | { readonly type: 'InvalidDesign'; readonly problems: readonly DesignProblem[] }
  | { readonly type: 'BlankSeed' }
  | { readonly type: 'UnknownFact'; readonly fact: string; readonly known: readonly string[] }
  | { readonly type: 'EmptyFrame' }
  | { readonly type: 'SampleLargerThanFrame'; readonly size: number; readonly N: number }
  | { readonly type: 'MinimumsExceedSample'; readonly size: number; readonly needed: number }

function pathWords(path: readonly PropertyKey[]): string {
  return path.reduce<string>((words, step) => {
    if (typeof step === 'number') return `${words}[${step}]`
    return words === '' ? String(step) : `${words}.${String(step)}`
  }, '')
}

/** @returns the design with its defaults filled in, or every problem with the place where it is. */
export function parseDesign(value: unknown): Result<Design, DesignRefusal> {
  const parsed = Design.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const problems = parsed.error.issues.map((issue) => ({
    where: pathWords(issue.path),
    message: issue.message,
  }))
  return err({ type: 'InvalidDesign', problems })
}
