/**
 * Takes a drawn plan out of the sample with a reason and puts the next plan of its own stratum in its place.
 *
 * Pure. Refused once anybody has started to audit it: a plan is never swapped for what was found in it.
 * Rule: product.md, "Cycle"; standards.md 3.5 (swaps are logged).
 */
import * as z from 'zod/mini'
import { err, ok } from '../result'
import { Assignment, SampleKey, Subject } from '../sampling/cycle'
import { assignmentChange, openSubject, requireRole, subjectChange, withoutIdentifiers } from './allowed'
import { assignmentKey, cycleKey } from './keys'
import { type Change, need, type OpSpec } from './op'

const Data = z.object({
  subjectId: z.string(),
  cycleId: z.string(),
  reason: z.string(),
  assignmentIds: z.array(z.string()),
  replacement: z.object({ id: z.string(), subject: Subject, rank: z.number(), pseudonym: z.string() }),
})

export const subjectSwap: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: (data) => [`subject/${data.subjectId}`, `sample/${data.cycleId}`, ...data.assignmentIds.map(assignmentKey)],
  decide(ctx, rows, data) {
    const allowed = requireRole(ctx, 'manager')
    if (!allowed.ok) return allowed
    if (data.reason.trim() === '') return err({ type: 'ReasonNeeded' })
    const named = withoutIdentifiers(data.reason)
    if (!named.ok) return named
    const subject = openSubject(rows, data.subjectId)
    if (!subject.ok) return subject
    const sample = need(rows, `sample/${data.cycleId}`, SampleKey)
    if (!sample.ok) return sample

    const moved: Change[] = []
    for (const id of data.assignmentIds) {
      const assignment = need(rows, assignmentKey(id), Assignment)
      if (!assignment.ok) return assignment
      if (assignment.value.state === 'started' || assignment.value.state === 'submitted')
        return err({ type: 'HasAudits' })
      const isOpen = assignment.value.state === 'asked'
      if (isOpen) moved.push(assignmentChange(id, { ...assignment.value, subjectId: data.replacement.id }))
    }

    const { id, rank, pseudonym } = data.replacement
    const swapped = { reason: data.reason.trim(), by: ctx.actor, at: ctx.at, replacement: id }
    const plans = [...sample.value.plans, { subjectId: id, rank, pseudonym }]
    return ok([
      subjectChange(data.subjectId, { ...subject.value, swapped }),
      subjectChange(id, data.replacement.subject),
      {
        key: `sample/${data.cycleId}`,
        scope: 'managers',
        refs: [cycleKey(data.cycleId)],
        body: { ...sample.value, plans },
      },
      ...moved,
    ])
  },
}
