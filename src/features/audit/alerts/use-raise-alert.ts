/** Raises an incident or a concern as an op; the child's name as typed in this tab is kept out of it. */
import { useState } from 'react'
import { maskNames } from '../../../core/audit/note-guard'
import type { Assigned } from '../../../store/assigned'
import { draftOf } from '../../../store/audit-draft'
import { useHere, usePerform } from '../../../store/hooks'
import { newId } from '../../../store/ids'
import { refusalText } from '../../../text/refusals'
import { type AlertAnswers, momentOf } from './alert-answers'

export function useRaiseAlert(type: 'incident' | 'concern', { assignment, audit }: Assigned, onSent: () => void) {
  const { device, session } = useHere()
  const perform = usePerform()
  const [failure, setFailure] = useState<string | null>(null)

  async function raise({ found, told, done }: AlertAnswers): Promise<void> {
    const { subjectId, cycleId } = assignment.body
    const names = audit === null ? [] : draftOf(device, session, audit.id).store.getState().names
    const raised = await perform({
      kind: 'alert.raise',
      data: {
        alertId: newId(),
        auditId: audit?.id ?? null,
        alert: {
          type,
          subjectId,
          cycleId,
          foundAt: momentOf(found),
          told: maskNames(told, names),
          done: maskNames(done, names),
        },
      },
    })
    setFailure(raised.ok ? null : refusalText(raised.error))
    if (raised.ok) onSent()
  }
  return { raise, failure }
}
