/**
 * One edition of a cycle's roll-up: the figures everybody of the area may read, as they were when the cycle was closed.
 *
 * Pure. A fixed set of tables, small counts left out (edition-suppress.ts). An edition never changes: when results change
 * later a manager closes the cycle again, and the next number is published. Rule: sync.md, "Scopes".
 */
import * as z from 'zod/mini'
import { FrameworkRef } from '../audit/audit'
import type { Framework } from '../framework/schema'
import { type Cycle, Purpose } from '../sampling/cycle'
import { Day, Id, Time } from '../shapes'
import { EditionTable, suppress } from './edition-suppress'
import { floorCounts, gradeCounts, sectionCounts, standingCounts } from './edition-tables'
import type { ResultRecord } from './result-record'

export const Edition = z.object({
  cycleId: Id,
  number: z.int(),
  at: Time,
  cycle: z.object({ name: z.string(), purpose: Purpose, startsOn: Day, dueOn: Day }),
  framework: FrameworkRef,
  /** All plans drawn, by what came of them. */
  standing: EditionTable,
  /** Plans with a grade, by grade. */
  grades: EditionTable,
  /** The same plans, by minimum standard. */
  floor: EditionTable,
  /** Section id to all plans drawn: good or better in it, not, or without a result in it. */
  sections: z.record(z.string(), EditionTable),
})
export type Edition = z.infer<typeof Edition>

export interface EditionOf {
  readonly cycleId: string
  readonly number: number
  readonly at: string
  readonly cycle: Cycle
  readonly framework: Framework
  /** One for each plan still in the sample; `null`: it has no result yet. */
  readonly results: readonly (ResultRecord | null)[]
  readonly earlier: readonly Edition[]
}

export function makeEdition({ cycleId, number, at, cycle, framework, results, earlier }: EditionOf): Edition {
  const standing = suppress(
    standingCounts(results),
    earlier.map((one) => one.standing),
  )
  // Its total stands among the cells of the first table: left out there, it must not come back here.
  const hasGraded = standing.cells.graded !== null
  const { name, purpose, startsOn, dueOn } = cycle
  return {
    cycleId,
    number,
    at,
    cycle: { name, purpose, startsOn, dueOn },
    framework: cycle.framework,
    standing,
    grades: suppress(
      gradeCounts(results, framework),
      earlier.map((one) => one.grades),
      hasGraded,
    ),
    floor: suppress(
      floorCounts(results),
      earlier.map((one) => one.floor),
      hasGraded,
    ),
    sections: Object.fromEntries(
      framework.sections.map(({ id }) => {
        const before = earlier.flatMap(({ sections }) => sections[id] ?? [])
        return [id, suppress(sectionCounts(results, id), before, standing.total !== null)]
      }),
    ),
  }
}
