/** Everything one plan's page shows: the plan within its cycle, its assignments, its released audits, the panel's grade. */
import type { Audit } from '../../../core/audit/audit'
import type { Moderation } from '../../../core/panel/records'
import type { Assignment, Subject } from '../../../core/sampling/cycle'
import type { SubjectProgress } from '../../../store/cycle-progress'
import type { Held } from '../../../store/read'
import { type CycleView, useCycleView } from '../use-cycle-view'
import { type Column, columnsOf } from './compare'

export interface SubjectView {
  readonly view: CycleView
  readonly subject: Held<Subject>
  /** `null`: swapped out. */
  readonly progress: SubjectProgress | null
  /** Everything ever asked for this plan, open ones first. */
  readonly assignments: readonly Held<Assignment>[]
  /** Released audits, revisions among them. */
  readonly audits: readonly Held<Audit>[]
  /** The independent audits as the comparison shows them. */
  readonly columns: readonly Column[]
  readonly moderation: Held<Moderation> | null
  readonly nameOf: (member: string) => string
  readonly agencyOf: (agency: string) => string
}

const STATES: readonly Assignment['state'][] = ['submitted', 'started', 'asked', 'returned', 'withdrawn']

/** `undefined` while loading, `null` when the cycle is not on this device. */
export function useSubjectView(held: Held<Subject>): SubjectView | null | undefined {
  const view = useCycleView(held.body.cycleId)
  if (!view) return view
  // One subject for the whole page: the one its cycle's list has, so that nothing on the page is older than the rest.
  const subject = view.subjects.find(({ id }) => id === held.id) ?? held
  const ofThis = <T extends { readonly subjectId: string }>(records: readonly Held<T>[]) =>
    records.filter(({ body }) => body.subjectId === subject.id)
  const audits = ofThis(view.audits)
  const agencyOf = (agency: string) => view.agencies.find(({ id }) => id === agency)?.label ?? agency
  return {
    view,
    subject,
    progress: view.progress.find((one) => one.subject.id === subject.id) ?? null,
    assignments: [...ofThis(view.assignments)].sort(
      (a, b) => STATES.indexOf(a.body.state) - STATES.indexOf(b.body.state),
    ),
    audits,
    columns: columnsOf(audits, agencyOf),
    moderation: ofThis(view.moderations)[0] ?? null,
    nameOf: (member) => view.members.find(({ id }) => id === member)?.body.name ?? '',
    agencyOf,
  }
}
