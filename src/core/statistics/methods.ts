/**
 * The proportions by their published names, as `stats` answers them.
 *
 * Pure. Inputs and answers have the keys of the reference cases, proportions.json.
 */
import * as z from 'zod/mini'
import { Confidence, field, inputOf, type Method, method } from './method'
import { monthlyGoodOrBetter } from './monthly'
import { newcombe, targetAssurance, targetVerdict, wilson } from './proportions'

const NOT_MORE = z.refine<{ x: number; n: number }>(({ x, n }) => x <= n, 'x must not be more than n')
const COUNTS = { x: field.whole(0), n: field.whole(0) }
const Period = inputOf(COUNTS).check(NOT_MORE)

const Grade = z.nullable(field.whole(1))
const MonthName = z.string('must be text, such as "2025-01"')

export const PROPORTION_METHODS: Readonly<Record<string, Method>> = {
  /** With the keys of both reference files: `ciLow` and `ciHigh`, `lower` and `upper`. */
  wilson: method(inputOf({ ...COUNTS, confidence: Confidence }).check(NOT_MORE), (input) => {
    const figure = wilson(input)
    return figure.status === 'ok' ? { ...figure, lower: figure.ciLow, upper: figure.ciHigh } : figure
  }),
  newcombe: method(inputOf({ earlier: Period, later: Period, confidence: Confidence }), newcombe),
  targetVerdict: method(
    inputOf({ ...COUNTS, target: field.share, confidence: Confidence }).check(NOT_MORE),
    targetVerdict,
  ),
  targetAssurance: method(
    inputOf({
      lower: z.nullable(field.number),
      upper: z.nullable(field.number),
      target: field.number,
      improvement: z.enum(['increase', 'decrease'], 'must be increase or decrease'),
    }),
    targetAssurance,
  ),
  monthlyGoodOrBetter: method(
    inputOf({
      grades: field.list(inputOf({ month: MonthName, grade: Grade })),
      months: field.list(MonthName),
      goodFrom: field.whole(1),
      confidence: Confidence,
    }),
    monthlyGoodOrBetter,
  ),
}
