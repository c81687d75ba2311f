/**
 * An audit that is open for work: what is stored of it, with what this tab shows ahead of the store.
 *
 * The ratings of the draft lie over those of the row, so that grade and progress follow a click at once.
 */
import { useMemo } from 'react'
import { useStore } from 'zustand/react'
import type { Audit } from '../../core/audit/audit'
import { gradeAudit } from '../../core/audit/grade'
import type { Graded } from '../../core/audit/graded'
import type { Framework } from '../../core/framework/schema'
import type { Assigned } from '../../store/assigned'
import type { AuditDraft } from '../../store/audit-draft'
import type { Held } from '../../store/read'

export interface OpenAudit extends Assigned {
  readonly audit: Held<Audit>
  readonly draft: AuditDraft
  /** Address of this audit's pages. */
  readonly path: string
}

/** The audit with the ratings that are on their way to the store. */
export function useDraftedAudit(draft: AuditDraft, stored: Audit): Audit {
  const held = useStore(draft.store, (state) => state.ratings)
  return useMemo(() => {
    const ratings = { ...stored.ratings }
    for (const [id, { rated }] of Object.entries(held)) {
      if (rated) ratings[id] = rated
      else delete ratings[id]
    }
    return { ...stored, ratings }
  }, [stored, held])
}

export function useGraded(framework: Framework, audit: Audit): Graded {
  return useMemo(() => gradeAudit(framework, audit), [framework, audit])
}
