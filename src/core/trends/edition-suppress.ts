/**
 * Leaves small counts out of a table that is published, so that neither the table nor its difference from an earlier
 * edition says anything about a handful of plans.
 *
 * Pure. A count of 1 to 4 is left out, and so is one that changed by 1 to 4 since an edition that showed it. One cell alone
 * left out could be worked out from the total: then the smallest of the others goes too. What is left out together must
 * not change by 1 to 4 either. A total that is small, or changed by little, takes the whole table with it.
 * Rule: sync.md, "Scopes" ("no difference between two of them reveals a plan").
 */
import * as z from 'zod/mini'
import type { Counts } from './edition-tables'

/** `null`: left out. A table without its total has no cells either. */
export const EditionTable = z.object({ total: z.nullable(z.int()), cells: z.record(z.string(), z.nullable(z.int())) })
export type EditionTable = z.infer<typeof EditionTable>

/** Fewer plans than this could be found out about. */
export const LEAST_SHOWN = 5

/** A count, or a change of one, that must not be seen. */
export function isSmall(count: number): boolean {
  return count !== 0 && Math.abs(count) < LEAST_SHOWN
}

/**
 * @param earlier the same table in the earlier editions of the cycle.
 * @param mayShow false where something else that was left out could be worked out from the total.
 */
export function suppress(counts: Counts, earlier: readonly EditionTable[], mayShow = true): EditionTable {
  const ids = Object.keys(counts)
  const total = ids.reduce((sum, id) => sum + (counts[id] ?? 0), 0)
  const show = (hidden: ReadonlySet<string>): EditionTable => ({
    total: hidden.size < ids.length || ids.length > 1 ? total : null,
    cells: Object.fromEntries(ids.map((id) => [id, hidden.has(id) ? null : (counts[id] ?? 0)])),
  })
  const isTotalTold =
    !mayShow || isSmall(total) || earlier.some((one) => one.total !== null && isSmall(total - one.total))
  if (isTotalTold) return { total: null, cells: Object.fromEntries(ids.map((id) => [id, null])) }

  const smallestFirst = [...ids].sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0))
  const isTold = (id: string, count: number) => {
    const changes = earlier.map(({ cells }) => cells[id] ?? null).filter((before) => before !== null)
    return isSmall(count) || changes.some((before) => isSmall(count - before))
  }
  const hidden = new Set(ids.filter((id) => isTold(id, counts[id] ?? 0)))
  for (const id of smallestFirst) {
    if (hidden.size !== 1 && !tellsChange(show(hidden), earlier)) break
    hidden.add(id)
  }
  return show(hidden)
}

/** Whether cells left out together, in this edition or an earlier one, are seen to have changed by a few. */
function tellsChange(table: EditionTable, earlier: readonly EditionTable[]): boolean {
  const groups = [table, ...earlier].map(hiddenOf).filter((group) => group.length > 0)
  return groups.some((group) => {
    const now = sumOf(table, group)
    return earlier.some((one) => {
      const before = sumOf(one, group)
      return now !== null && before !== null && isSmall(now - before)
    })
  })
}

function hiddenOf({ cells }: EditionTable): readonly string[] {
  return Object.keys(cells).filter((id) => cells[id] === null)
}

/** What the cells of the group come to, if that can be worked out from what is shown. */
function sumOf({ total, cells }: EditionTable, group: readonly string[]): number | null {
  const sum = (ids: readonly string[]): number | null => {
    const shown = ids.map((id) => cells[id] ?? null).filter((count) => count !== null)
    return shown.length < ids.length ? null : shown.reduce((all, count) => all + count, 0)
  }
  const within = sum(group)
  if (within !== null) return within
  const outside = sum(Object.keys(cells).filter((id) => !group.includes(id)))
  return total === null || outside === null ? null : total - outside
}
