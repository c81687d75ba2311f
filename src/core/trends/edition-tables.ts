/**
 * The counts behind the tables of an edition, before small ones are left out. Each plan is in one cell of each table.
 *
 * Pure. Rule: product.md, "The headline, exactly".
 */
import type { Framework } from '../framework/schema'
import type { ResultRecord } from './result-record'

export type Counts = Readonly<Record<string, number>>

type Results = readonly (ResultRecord | null)[]

const STATES = ['graded', 'awaiting-moderation', 'not-gradeable', 'lapsed', 'awaiting-audits'] as const
const FLOORS = ['met', 'at-risk', 'not-met', 'differs', 'unknown'] as const

/** What came of every plan drawn. */
export function standingCounts(results: Results): Counts {
  return countBy(STATES, results, (record) => record?.result.state ?? 'awaiting-audits')
}

export function gradeCounts(results: Results, { scale }: Framework): Counts {
  const grades = scale.map(({ id }) => id)
  return countBy(grades, gradedOf(results), ({ result }) => (result.state === 'graded' ? result.grade : ''))
}

export function floorCounts(results: Results): Counts {
  return countBy(FLOORS, gradedOf(results), ({ floor }) => floor)
}

export function sectionCounts(results: Results, section: string): Counts {
  return countBy(['good', 'not-good', 'none'], results, (record) => {
    const result = record?.sections[section]
    if (result?.state !== 'graded') return 'none'
    return result.goodOrBetter ? 'good' : 'not-good'
  })
}

function gradedOf(results: Results): readonly ResultRecord[] {
  return results.filter((record) => record?.result.state === 'graded').filter((record) => record !== null)
}

function countBy<T>(ids: readonly string[], values: readonly T[], idOf: (value: T) => string): Counts {
  const counted = values.map(idOf)
  return Object.fromEntries(ids.map((id) => [id, counted.filter((one) => one === id).length]))
}
