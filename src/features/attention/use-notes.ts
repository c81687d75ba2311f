/** Notes of one's own drafts that two devices wrote differently, live. Effects: IndexedDB. */
import { useMemo } from 'react'
import { subjectKey } from '../../core/ops/keys'
import { useSubjects } from '../../store/cycles'
import { useOwnAudits } from '../../store/own-audits'

export interface NoteToChoose {
  readonly auditId: string
  readonly assignmentId: string
  readonly criterionId: string
  readonly code: string
  readonly here: string
  readonly other: string
}

/** @returns `undefined` while loading. */
export function useNotesToChoose(): readonly NoteToChoose[] | undefined {
  const audits = useOwnAudits()
  const subjects = useSubjects()
  return useMemo(() => {
    if (!audits || !subjects) return undefined
    const codes = new Map(subjects.map(({ key, body }) => [key, body.code]))
    return audits.flatMap(({ id, body }) =>
      Object.entries(body.state === 'draft' ? (body.otherNotes ?? {}) : {}).map(([criterionId, other]) => ({
        auditId: id,
        assignmentId: body.assignmentId,
        criterionId,
        code: codes.get(subjectKey(body.subjectId)) ?? '',
        here: body.notes[criterionId] ?? '',
        other,
      })),
    )
  }, [audits, subjects])
}
