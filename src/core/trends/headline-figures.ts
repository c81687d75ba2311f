/**
 * The figures of the headline: the share of the sampled plans that is good or better, its interval, and what has no result.
 *
 * Pure. n is the sampled plans with a result, swapped-out plans left out and listed; beside it always drawn, audited,
 * awaiting moderation, not gradeable, lapsed. Rule: product.md, "The headline, exactly"; statistics.md, sections 3 and 5.
 */
import { type TargetVerdict, verdictAgainst } from '../statistics/proportions'
import { isCounted, type Measure, type MeasureFacts } from './measure'
import type { SubjectResult } from './result'
import { type ShareRange, type Strength, showShare } from './share-shown'

/** One drawn subject of a cycle. */
export interface HeadlineSubject {
  readonly id: string
  /** With `purpose` of its cycle and `status` of the plan; plans of a register are `final` unless an auditor saw otherwise. */
  readonly facts: MeasureFacts
  readonly swappedOut: boolean
  readonly result: SubjectResult
}

export interface HeadlineCounts {
  /** Plans in the sample; those swapped out are not among them, their replacements are. */
  readonly drawn: number
  /** Everybody asked has submitted (or an incident settled it): with a result, awaiting moderation or not gradeable. */
  readonly audited: number
  readonly awaitingModeration: number
  readonly notGradeable: number
  readonly lapsed: number
  /** Still being audited, or not begun. */
  readonly inProgress: number
  readonly swappedOut: number
}

export interface HeadlineFigures extends HeadlineCounts {
  readonly measure: Measure
  /** Plans with a result, and how many of them are good or better. */
  readonly n: number
  readonly good: number
  /** 0 to 1, never rounded; `null` below 5 plans, as are interval and verdict. */
  readonly share: number | null
  readonly interval: ShareRange | null
  readonly strength: Strength
  readonly target: number | null
  readonly verdict: TargetVerdict | null
  /** Were none, or all, of the drawn plans without a result good; `null` while they are at most 5 % of those drawn. */
  readonly bounds: ShareRange | null
  /** Ids of the plans swapped out, in the order given. */
  readonly swappedOutIds: readonly string[]
}

/** More than one drawn plan in twenty without a result: the figure is shown with its bounds. */
const NO_RESULT_LIMIT = 20

const countOf = (results: readonly SubjectResult[], state: SubjectResult['state']) =>
  results.filter((result) => result.state === state).length

/** @param subjects drawn subjects of one cycle or several; those the measure does not count are left out. */
export function headlineFigures(measure: Measure, subjects: readonly HeadlineSubject[]): HeadlineFigures {
  const counted = subjects.filter((subject) => isCounted(measure, subject.facts))
  const swappedOutIds = counted.filter((subject) => subject.swappedOut).map((subject) => subject.id)
  const results = counted.filter((subject) => !subject.swappedOut).map((subject) => subject.result)

  const drawn = results.length
  const n = countOf(results, 'graded')
  const good = results.filter((result) => result.state === 'graded' && result.goodOrBetter).length
  const awaitingModeration = countOf(results, 'awaiting-moderation')
  const notGradeable = countOf(results, 'not-gradeable')
  const counts: HeadlineCounts = {
    drawn,
    audited: n + awaitingModeration + notGradeable,
    awaitingModeration,
    notGradeable,
    lapsed: countOf(results, 'lapsed'),
    inProgress: countOf(results, 'awaiting-audits'),
    swappedOut: swappedOutIds.length,
  }

  const noResult = drawn - n
  const shown = showShare(good, n)
  const { interval } = shown
  return {
    ...shown,
    ...counts,
    measure,
    target: measure.target,
    verdict:
      interval && measure.target !== null
        ? verdictAgainst(measure.target, { ciLow: interval.low, ciHigh: interval.high })
        : null,
    bounds: noResult * NO_RESULT_LIMIT > drawn ? { low: good / drawn, high: (good + noResult) / drawn } : null,
    swappedOutIds,
  }
}
