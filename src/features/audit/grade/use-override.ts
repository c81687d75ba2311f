/** Which grades may be chosen instead of the worked-out one, which may not and why, and giving or taking back a change. */
import { useState } from 'react'
import type { Audit } from '../../../core/audit/audit'
import { gradeAudit } from '../../../core/audit/grade'
import type { Graded, OverrideRefusal } from '../../../core/audit/graded'
import { maskNames } from '../../../core/audit/note-guard'
import { gradeStep } from '../../../core/framework/lookup'
import type { Framework, Override } from '../../../core/framework/schema'
import { usePerform } from '../../../store/hooks'
import { gradeText } from '../../../text/audit-grade'
import { gradeLabel } from '../../../text/points'
import { refusalText } from '../../../text/refusals'
import type { OpenAudit } from '../open-audit'
import { focusElement } from '../workspace/focus-criterion'

interface OverrideChoices {
  readonly offered: readonly string[]
  /** `grade: null`: nothing may be chosen at all. */
  readonly refused: readonly { readonly grade: string | null; readonly why: OverrideRefusal }[]
}

/** Pure: the grades within reach, each tried against the rule that will decide. */
export function overrideChoices(framework: Framework, audit: Audit, { subject }: Graded): OverrideChoices {
  const { derived, reasons } = subject
  if (derived === null) return { offered: [], refused: [{ grade: null, why: 'no-grade' }] }
  if (reasons.some(({ type }) => type === 'incident'))
    return { offered: [], refused: [{ grade: null, why: 'incident' }] }
  const from = gradeStep(framework, derived)
  const near = framework.scale
    .map(({ id }) => id)
    .filter((id) => {
      const steps = Math.abs(gradeStep(framework, id) - from)
      return steps > 0 && steps <= framework.grading.subject.override.maxSteps
    })
    .map((grade) => ({ grade, why: whyNot(framework, audit, grade) }))
  return {
    offered: near.flatMap(({ grade, why }) => (why === null ? [grade] : [])),
    refused: near.flatMap(({ grade, why }) => (why === null ? [] : [{ grade, why }])),
  }
}

function whyNot(framework: Framework, audit: Audit, grade: string): OverrideRefusal | null {
  const tried = gradeAudit(framework, { ...audit, override: { grade, reason: gradeText.change.reason } })
  return tried.subject.reasons.find(({ type }) => type === 'override-refused')?.why ?? null
}

export function useOverride({ framework, audit, draft }: OpenAudit, drafted: Audit, graded: Graded) {
  const perform = usePerform()
  const [says, setSays] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const { derived, grade, reasons } = graded.subject
  const stands = reasons.some(({ type }) => type === 'override')

  async function set(override: Override | null, done: string): Promise<boolean> {
    const { id, version } = framework
    const result = await perform({
      kind: 'grade.override',
      data: { auditId: audit.id, framework: { id, version }, override },
    })
    setSays(result.ok ? done : null)
    setFailure(result.ok ? null : refusalText(result.error))
    // What was pressed is gone: the focus goes to the heading above what happened.
    if (result.ok) focusElement('change-grade')
    return result.ok
  }

  return {
    ...overrideChoices(framework, drafted, graded),
    standing:
      stands && derived !== null && grade !== null
        ? gradeText.change.standing(gradeLabel(framework, derived), gradeLabel(framework, grade))
        : null,
    says,
    failure,
    give: (given: Override) =>
      set({ ...given, reason: maskNames(given.reason, draft.store.getState().names) }, gradeText.change.done),
    takeBack: () => set(null, gradeText.change.takenBack),
  }
}
