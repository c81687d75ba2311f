/**
 * What a screen is told of a register file: counts, row numbers and headings. Never a cell, a reference or a person.
 *
 * Pure. The worker keeps everything else to itself. Rule: sen2.md section 5; product.md, "Register".
 */
import type { FieldId } from '../core/register/fields'
import { REGISTER_FIELDS } from '../core/register/fields'
import { scoreHeading } from '../core/register/headings'
import type { RegisterPlan, RegisterReading } from '../core/register/types'
import type { TeamColumn } from './register-team'

type Shared = Omit<RegisterReading, 'validPlans' | 'marginals' | 'strata' | 'mapping' | 'columns'>

/** What was read in a column, so that a wrong column shows: how many cells, and from when to when or how many kinds. */
export type Found =
  | { readonly type: 'dates'; readonly plans: number; readonly from: string; readonly to: string }
  | { readonly type: 'years'; readonly plans: number; readonly from: number; readonly to: number }
  | { readonly type: 'kinds'; readonly plans: number; readonly kinds: number }
  | { readonly type: 'nothing' }

export interface ShownReading extends Shared {
  /** Plans of the population. */
  readonly plans: number
  /** By key stage, need, version, setting and team: code to number of plans. */
  readonly marginals: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly found: Readonly<Partial<Record<FieldId, Found>>>
  readonly team: TeamColumn
}

const NO_TEAM = ''

export function shownReading(reading: RegisterReading, team: TeamColumn): ShownReading {
  const { validPlans, marginals, strata: _strata, mapping, columns: _columns, ...shared } = reading
  const byTeam = mapping.team !== null && team.namesPeople !== 'surely' ? { team: countTeams(validPlans) } : null
  return {
    ...shared,
    plans: validPlans.length,
    marginals: { ...marginals, ...byTeam },
    found: findings(reading),
    team,
  }
}

function countTeams(plans: readonly RegisterPlan[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { team } of plans) counts[team ?? NO_TEAM] = (counts[team ?? NO_TEAM] ?? 0) + 1
  return counts
}

function findings({ validPlans, mapping }: RegisterReading): Readonly<Partial<Record<FieldId, Found>>> {
  const of: Partial<Record<FieldId, Found>> = {
    ref: kinds(validPlans.map((plan) => plan.ref)),
    startDate: dates(validPlans.map((plan) => plan.startDate)),
    latestDate: dates(validPlans.map((plan) => (plan.latestDate === plan.startDate ? null : plan.latestDate))),
    reviewDate: dates(validPlans.map((plan) => plan.lastReview)),
    needPrimary: kinds(validPlans.map((plan) => (plan.need === 'UNK' ? null : plan.need))),
    setting: kinds(validPlans.map((plan) => (plan.setting === 'UNK' ? null : plan.setting))),
    team: kinds(validPlans.map((plan) => plan.team)),
    yearGroup: years(validPlans.map((plan) => plan.yearGroup)),
    advice: kinds(validPlans.flatMap((plan) => [...new Set(plan.advice.map((piece) => piece.agency))])),
  }
  const mapped = REGISTER_FIELDS.flatMap(({ id }) => (mapping[id] !== null && of[id] ? [[id, of[id]] as const] : []))
  return Object.fromEntries(mapped)
}

function known<T>(values: readonly (T | null)[]): readonly T[] {
  return values.filter((value): value is T => value !== null)
}

function dates(values: readonly (string | null)[]): Found {
  const sorted = [...known(values)].sort()
  const [from, to] = [sorted[0], sorted.at(-1)]
  return from !== undefined && to !== undefined
    ? { type: 'dates', plans: sorted.length, from, to }
    : { type: 'nothing' }
}

function years(values: readonly (number | null)[]): Found {
  const sorted = [...known(values)].sort((a, b) => a - b)
  const [from, to] = [sorted[0], sorted.at(-1)]
  return from !== undefined && to !== undefined
    ? { type: 'years', plans: sorted.length, from, to }
    : { type: 'nothing' }
}

function kinds(values: readonly (string | null)[]): Found {
  const filled = known(values)
  return filled.length > 0 ? { type: 'kinds', plans: filled.length, kinds: new Set(filled).size } : { type: 'nothing' }
}

const LEAST_KNOWN_HEADINGS = 2

/**
 * The headings as they may be shown. Where no row is plainly one of headings, the first row may be somebody's record, so
 * none is shown: `null` stands for "column 3".
 */
export function shownHeadings(headings: readonly string[]): readonly (string | null)[] {
  const words = headings.map((heading) => heading.replace(/\s+/g, ' ').trim())
  const recognised = words.filter((heading) => scoreHeading(heading).size > 0)
  if (recognised.length < LEAST_KNOWN_HEADINGS) return words.map(() => null)
  return words.map((heading) => (heading === '' || heading.length > 80 ? null : heading))
}
