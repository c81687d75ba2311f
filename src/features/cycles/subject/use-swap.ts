/** Swapping a plan with a reason: finds the replacement and stores the swap. */

import { findIdentifiers } from '../../../core/audit/note-guard'
import { describeRefusal, describeSwapRefusal } from '../../../core/sampling/design-words'
import { type SwapDataRefusal, subjectSwapData } from '../../../store/cycle-swap'
import { useSampleKey } from '../../../store/cycles'
import { useHere, usePerform } from '../../../store/hooks'
import { subjectWords } from '../../../text/cycles-subject'
import { refusalText } from '../../../text/refusals'
import { plansRefusalText } from '../../../text/register'
import type { SubjectView } from './use-subject-view'

function swapRefusalText(refusal: SwapDataRefusal): string {
  switch (refusal.type) {
    case 'NotInKey':
      return subjectWords.swap.notKept
    case 'AnotherRegister':
      return subjectWords.swap.anotherRegister
    case 'RegisterNotHere':
    case 'RegisterKeyMissing':
    case 'RegisterKeyWrong':
      return plansRefusalText(refusal)
    case 'NotDrawn':
    case 'StratumUsedUp':
      return describeSwapRefusal(refusal)
    default:
      return describeRefusal(refusal)
  }
}

/** What stops a reason that everybody will read: identifiers of a child in it. */
export function reasonProblem(reason: string): string | null {
  const found = findIdentifiers(reason)
  return found.length === 0 ? null : refusalText({ type: 'NoteStopped', found: found.map(({ kind }) => kind) })
}

/** @returns why the plan was not swapped, or `null` when it was. */
export function useSwap({ view, subject, assignments }: SubjectView): (reason: string) => Promise<string | null> {
  const { device } = useHere()
  const perform = usePerform()
  const sampleKey = useSampleKey(view.cycle.id)
  return async (reason) => {
    const problem = reasonProblem(reason)
    if (problem) return problem
    if (!sampleKey) return subjectWords.swap.notKept
    const taken = view.subjects.map(({ body }) => body.code)
    const { cycle } = view
    const data = await subjectSwapData(device, {
      cycle,
      subject,
      assignments,
      sampleKey: sampleKey.body,
      reason,
      taken,
    })
    if (!data.ok) return swapRefusalText(data.error)
    const swapped = await perform({ kind: 'subject.swap', data: data.value })
    return swapped.ok ? null : refusalText(swapped.error)
  }
}
