/**
 * The results page's state: the question stands in the address, the answer follows from it and from what is stored.
 *
 * Effects: live queries, the address. Nothing is copied into a store.
 */
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { Cycle } from '../../core/sampling/cycle'
import { useCycles } from '../../store/cycles'
import type { Held } from '../../store/read'
import { useResults } from '../../store/results'
import type { ResultRow } from '../../store/results-rows'
import { type Answer, answerOf } from './answer'
import { questionOf } from './question'

export interface Trends {
  readonly cycles: readonly Held<Cycle>[]
  readonly rows: readonly ResultRow[]
  readonly unreadable: readonly string[]
  readonly answer: Answer
  /** Something other than the usual figure was asked for. */
  readonly isChanged: boolean
}

export function useTrends(): Trends | undefined {
  const [query] = useSearchParams()
  const cycles = useCycles()
  const results = useResults()
  return useMemo(() => {
    if (!cycles || !results) return undefined
    const { rows, unreadable } = results
    const answer = answerOf(questionOf(query, cycles, rows), rows, query.get('standards'))
    return { cycles, rows, unreadable, answer, isChanged: [...query.keys()].length > 0 }
  }, [query, cycles, results])
}
