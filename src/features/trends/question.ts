/**
 * What is asked of the results, as it stands in the address: a measure, a cycle or a period, and facts of the plans.
 *
 * Pure. What an address asks that does not exist is left out, so that an old link still answers something.
 * Rule: interface.md, "Trends" (filters); product.md (purposes are never mixed).
 */
import type { Cycle } from '../../core/sampling/cycle'
import { type Measure, NEW_PLANS_GOOD, SAMPLED_PLANS_GOOD } from '../../core/trends/measure'
import type { Held } from '../../store/read'
import { addMonths, type Period, rollingYear } from '../../store/results-period'
import type { ResultRow } from '../../store/results-rows'
import { SERIES } from '../../text/trends'

export const FACTS = ['version', 'keyStage', 'need', 'setting', 'team'] as const
export type Fact = (typeof FACTS)[number]

export interface Question {
  readonly measure: Measure
  readonly cycle: string | null
  /** `null`: nothing of the measure was drawn. */
  readonly period: Period | null
  /** The rolling year, because no period was asked for. */
  readonly isRollingYear: boolean
  readonly facts: Readonly<Partial<Record<Fact, string>>>
}

/** The measures there is anything to ask of: the two of random samples, and a series for every other purpose in use. */
export function measuresOf(cycles: readonly Held<Cycle>[]): readonly Measure[] {
  const purposes = new Set(cycles.map(({ body }) => body.purpose))
  const others = [...purposes].filter((purpose) => purpose !== 'random').map(seriesOf)
  return [NEW_PLANS_GOOD, SAMPLED_PLANS_GOOD, ...others]
}

function seriesOf(purpose: Exclude<Cycle['purpose'], 'random'>): Measure {
  return { id: purpose, ...SERIES[purpose], counts: { purpose: [purpose] }, target: null }
}

export function questionOf(
  query: URLSearchParams,
  cycles: readonly Held<Cycle>[],
  rows: readonly ResultRow[],
): Question {
  const cycle = cycles.find(({ id }) => id === query.get('cycle'))
  const measure = measureOf(query.get('measure'), cycle?.body, measuresOf(cycles))
  const asked = askedPeriod(query)
  const year = rollingYear(measure, cycle ? rows.filter(({ cycleId }) => cycleId === cycle.id) : rows)
  const facts = FACTS.flatMap((fact) => {
    const value = query.get(fact)
    return value === null || value === '' || measure.counts[fact] ? [] : [[fact, value] as const]
  })
  return {
    measure,
    cycle: cycle?.id ?? null,
    period: asked ? periodWithin(asked, measure, rows) : year,
    isRollingYear: asked === null && !cycle,
    facts: Object.fromEntries(facts),
  }
}

/** A cycle that is no random sample brings its own series along. */
function measureOf(id: string | null, cycle: Cycle | undefined, measures: readonly Measure[]): Measure {
  const own = cycle && cycle.purpose !== 'random' ? cycle.purpose : null
  return measures.find((measure) => measure.id === (id || own)) ?? NEW_PLANS_GOOD
}

interface AskedPeriod {
  readonly from: string | null
  readonly to: string | null
}

function askedPeriod(query: URLSearchParams): AskedPeriod | null {
  const month = (name: string) => {
    const value = query.get(name) ?? ''
    return /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? value : null
  }
  const [from, to] = [month('from'), month('to')]
  return from === null && to === null ? null : { from, to }
}

/** Without an end it reaches to the newest sample, without a beginning a year back from its end. */
function periodWithin(asked: AskedPeriod, measure: Measure, rows: readonly ResultRow[]): Period | null {
  const to = asked.to ?? monthsDrawn(measure, rows).at(-1)
  if (to === undefined) return null
  const from = asked.from ?? addMonths(to, -11)
  return from <= to ? { from, to } : { from: to, to: from }
}

/** The months with a sample of the measure's purpose, in order. */
export function monthsDrawn(measure: Measure, rows: readonly ResultRow[]): readonly string[] {
  const purposes = measure.counts.purpose ?? []
  const months = rows.filter(({ facts }) => purposes.includes(facts.purpose ?? '')).map(({ month }) => month)
  return [...new Set(months)].sort()
}

export function isAsked(question: Question, row: ResultRow): boolean {
  const { cycle, period, facts } = question
  if (cycle !== null && row.cycleId !== cycle) return false
  if (period && (row.month < period.from || row.month > period.to)) return false
  return Object.entries(facts).every(([fact, value]) => row.facts[fact] === value)
}
