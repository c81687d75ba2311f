/** The answers of the design page, their schema, and the design they come to. Numbers are typed as text. */
import * as z from 'zod/mini'
import { CriteriaChoice, Purpose } from '../../../core/sampling/cycle'
import { sizeForMargin } from '../../../core/sampling/design-words'
import { design as words } from '../../../text/cycles-design'

const MOST_STRATA = 3

const required = (message: string) => z.string().check(z.trim(), z.minLength(1, message))
const whole = (least: number, message: string) =>
  z.string().check(z.refine((text) => /^\s*\d+\s*$/.test(text) && Number(text) >= least, message))
const between = (least: number, most: number, message: string) =>
  z.string().check(z.refine((text) => text.trim() !== '' && Number(text) >= least && Number(text) <= most, message))
const Values = z.array(z.string())

export const DesignAnswers = z
  .object({
    name: required(words.about.nameMissing),
    purpose: Purpose,
    /** `id@version`. */
    framework: z.string(),
    startsOn: required(words.about.startsMissing),
    dueOn: required(words.about.dueMissing),
    where: z.object({ version: Values, keyStage: Values, need: Values, setting: Values, team: Values }),
    sizeBy: z.enum(['plans', 'margin']),
    size: z.string(),
    margin: z.string(),
    doublePercent: between(0, 100, words.size.doubleMissing),
    strata: z.array(z.string()).check(z.maxLength(MOST_STRATA, words.strata.tooMany)),
    allocation: z.enum(['proportional', 'equal']),
    minimum: whole(0, words.strata.minimumMissing),
    criteria: CriteriaChoice,
    seed: required(words.seed.missing),
  })
  .check(
    z.refine(({ startsOn, dueOn }) => startsOn === '' || dueOn === '' || startsOn <= dueOn, {
      message: words.about.dueBeforeStart,
      path: ['dueOn'],
    }),
    z.refine(({ sizeBy, size }) => sizeBy !== 'plans' || whole(1, '').safeParse(size).success, {
      message: words.size.sizeMissing,
      path: ['size'],
    }),
    z.refine(({ sizeBy, margin }) => sizeBy !== 'margin' || between(1, 50, '').safeParse(margin).success, {
      message: words.size.marginMissing,
      path: ['margin'],
    }),
  )
export type DesignAnswers = z.infer<typeof DesignAnswers>

/** Plans to draw: as typed, or what the wanted margin needs from N plans. `null` while it cannot be told. */
export function sizeOf({ sizeBy, size, margin }: DesignAnswers, N: number): number | null {
  if (sizeBy === 'plans') return whole(1, '').safeParse(size).success ? Number(size) : null
  if (N === 0 || !between(1, 50, '').safeParse(margin).success) return null
  return sizeForMargin(N, Number(margin) / 100)
}

/** The filters in use: groups of which nothing is ticked are left out, as all of them is taken. */
export function whereOf({ where }: Pick<DesignAnswers, 'where'>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(where).filter(([, values]) => values.length > 0))
}

/** The design as an analyst would write it for the command line, or `null` while the form is not filled in. */
export function toDesign(answers: DesignAnswers, N: number): Readonly<Record<string, unknown>> | null {
  const size = sizeOf(answers, N)
  const { minimum, doublePercent, strata, allocation } = answers
  const isFilledIn =
    whole(0, '').safeParse(minimum).success &&
    between(0, 100, '').safeParse(doublePercent).success &&
    strata.length <= MOST_STRATA
  if (size === null || !isFilledIn) return null
  return {
    size,
    allocation,
    strata,
    minimumPerStratum: Number(minimum),
    where: whereOf(answers),
    doubleShare: Number(doublePercent) / 100,
  }
}
