/**
 * What follows from closing a cycle: the results of all its subjects as they stand, and the edition of its roll-up.
 *
 * Pure. An edition that is there is never written again. Rule: sync.md, "Scopes" ("issued at cycle close").
 */
import type { Framework } from '../framework/schema'
import { Cycle, Subject } from '../sampling/cycle'
import { Edition, makeEdition } from '../trends/edition'
import { editionKey } from './keys'
import { bodyOf, type Change, idOf, kindOf, type Row } from './op'
import { settleSubject } from './settle-subject'
import { subjectRows } from './subject-rows'

/** @param ofCycle every row that refers to the cycle. */
export function publishEdition(
  row: Row,
  ofCycle: readonly Row[],
  framework: Framework | null,
  at: string,
): readonly Change[] {
  const cycle = bodyOf(Cycle, row)
  const cycleId = idOf(row.key)
  if (!cycle.closed || !framework) return []
  const { number } = cycle.closed
  const key = editionKey(cycleId, number)
  if (ofCycle.some((one) => one.key === key)) return []
  const settled = ofCycle
    .filter((one) => kindOf(one.key) === 'subject' && isCounted(bodyOf(Subject, one)))
    .map((one) => settleSubject(subjectRows(one, ofCycle), framework, at))
  const edition = makeEdition({
    cycleId,
    number,
    at,
    cycle,
    framework,
    results: settled.map(({ result }) => result),
    earlier: ofCycle.filter((one) => kindOf(one.key) === 'edition').map((one) => bodyOf(Edition, one)),
  })
  return [...settled.flatMap(({ changes }) => changes), { key, scope: 'area', refs: [row.key], body: edition }]
}

/** A plan that is still in the sample; pieces of advice are a series of their own. */
function isCounted({ kind, swapped }: Subject): boolean {
  return kind === 'plan' && swapped === null
}
