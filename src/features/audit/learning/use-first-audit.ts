/**
 * Where somebody stands in the guide through the first audit. What is done while the page is open takes its step; what
 * stood there before takes none, so that a guide started again in the middle of an audit begins at its beginning.
 *
 * Effects: IndexedDB through store/first-audit.ts.
 */
import { useEffect, useState } from 'react'
import { useStore } from 'zustand/react'
import type { Audit } from '../../../core/audit/audit'
import { currentStep, type GuideStep, useGuide, useGuideVerbs } from '../../../store/first-audit'
import type { OpenAudit } from '../open-audit'

export interface FirstAudit {
  /** `null` when there is nothing to show. */
  readonly step: GuideStep | null
  readonly goOn: (step: GuideStep) => void
  readonly turnOff: () => void
}

export function useFirstAudit(open: OpenAudit, drafted: Audit): FirstAudit {
  const guide = useGuide()
  const { take, turnOff } = useGuideVerbs()
  const typed = useStore(open.draft.store, ({ notes }) => countTyped({ ...drafted.notes, ...textsOf(notes) }))
  const counts: Counts = { ...countRated(drafted), notes: typed }
  const [before] = useState(counts)
  const taken = guide?.isOn ? stepsTaken(before, counts).filter((step) => !guide.done.includes(step)) : []
  const takenNow = taken.join(' ')
  const auditId = open.audit.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: the steps by name; the list is a new one each time.
  useEffect(() => {
    if (taken.length > 0) void take(taken, auditId)
  }, [take, takenNow, auditId])
  return {
    step: guide ? currentStep(guide, auditId) : null,
    goOn: (step) => void take([step], auditId),
    turnOff: () => void turnOff(),
  }
}

interface Counts {
  readonly rated: number
  readonly described: number
  readonly notes: number
}

function countRated({ ratings }: Audit): Pick<Counts, 'rated' | 'described'> {
  const all = Object.values(ratings)
  const described = all.filter(({ cause, service, fix }) => cause ?? service ?? fix)
  return { rated: all.length, described: described.length }
}

function countTyped(notes: Readonly<Record<string, string>>): number {
  return Object.values(notes).filter((text) => text.trim() !== '').length
}

function textsOf(notes: Readonly<Record<string, { readonly text: string }>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(notes).map(([id, { text }]) => [id, text]))
}

/** Whoever rates has gone past reading, whether they said so or not. */
function stepsTaken(before: Counts, now: Counts): readonly GuideStep[] {
  return [
    ...(now.rated > before.rated ? (['read', 'rate'] as const) : []),
    ...(now.notes > before.notes ? (['note'] as const) : []),
    ...(now.described > before.described ? (['shortfall'] as const) : []),
  ]
}
