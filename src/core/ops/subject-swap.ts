/**
 * Takes a drawn plan out of the sample with a reason and puts the next plan of its own stratum in its place.
 *
 * Pure. Refused once anybody has started to audit it: a plan is never swapped for what was found in it.
 * Rule: product.md, "Cycle"; standards.md 3.5 (swaps are logged).
 */
import * as z from 'zod/mini'
import { canonicalJson } from '../framework/canonical-json'
import { err, ok, type Result } from '../result'
import { Assignment, SampleKey, Subject } from '../sampling/cycle'
import { Id } from '../shapes'
import { assignmentChange, openSubject, requireRole, subjectChange, withReason } from './allowed'
import { asDrawn } from './cycle-draw'
import { assignmentKey, cycleKey, sampleKey, subjectKey } from './keys'
import { bodyOf, type Change, idOf, kindOf, need, type OpSpec, type Rows } from './op'
import type { Refusal } from './refusal'

const Data = z.object({
  subjectId: Id,
  cycleId: Id,
  reason: z.string(),
  /** Those of the plan, as whoever swaps it sees them. */
  assignmentIds: z.array(Id),
  replacement: z.object({ id: Id, subject: Subject, rank: z.int(), pseudonym: z.string() }),
})
type Swap = z.infer<typeof Data>

export const subjectSwap: OpSpec<Swap> = {
  data: Data,
  onOverlap: 'mustMatch',
  reads: ({ subjectId, cycleId, replacement }) => [
    subjectKey(subjectId),
    sampleKey(cycleId),
    subjectKey(replacement.id),
  ],
  lists: ({ subjectId, cycleId }) => [subjectKey(subjectId), cycleKey(cycleId)],
  decide(ctx, rows, data) {
    const allowed = requireRole(ctx, 'manager')
    if (!allowed.ok) return allowed
    const reason = withReason(data.reason)
    if (!reason.ok) return reason
    const subject = openSubject(rows, data.subjectId)
    if (!subject.ok) return subject
    const sample = need(rows, sampleKey(data.cycleId), SampleKey)
    if (!sample.ok) return sample
    const fits = isReplacement(rows, data, subject.value, sample.value)
    if (!fits.ok) return fits
    const moved = movedAssignments(rows, data)
    if (!moved.ok) return moved

    const { id, rank, pseudonym } = data.replacement
    const swapped = { reason: reason.value, by: ctx.actor, at: ctx.at, replacement: id }
    const plans = [...sample.value.plans, { subjectId: id, rank, pseudonym }]
    return ok([
      subjectChange(data.subjectId, { ...subject.value, swapped }),
      subjectChange(id, asDrawn(data.replacement.subject)),
      {
        key: sampleKey(data.cycleId),
        scope: 'managers',
        refs: [cycleKey(data.cycleId)],
        body: { ...sample.value, plans },
      },
      ...moved.value,
    ])
  },
}

/** A plan of the same cycle and stratum that nobody has drawn or swapped in yet. */
function isReplacement(rows: Rows, data: Swap, out: Subject, sample: SampleKey): Result<true, Refusal> {
  const { id, subject, rank, pseudonym } = data.replacement
  const key = subjectKey(id)
  if (rows.get(key) !== 'absent') return err({ type: 'Exists', key })
  const isAlike =
    out.cycleId === data.cycleId &&
    subject.cycleId === data.cycleId &&
    subject.kind === out.kind &&
    canonicalJson(subject.stratum) === canonicalJson(out.stratum)
  if (!isAlike) return err({ type: 'NotTogether', key })
  const isTaken = sample.plans.some((plan) => plan.rank === rank || plan.pseudonym === pseudonym)
  const codes = rows.list(cycleKey(data.cycleId)).filter((row) => kindOf(row.key) === 'subject')
  const isCodeTaken = codes.some((row) => bodyOf(Subject, row).code === subject.code)
  return isTaken || isCodeTaken ? err({ type: 'Stale' }) : ok(true)
}

/** Whoever is asked is asked about the replacement instead, and says anew whether they know the child. */
function movedAssignments(rows: Rows, { subjectId, assignmentIds, replacement }: Swap): Result<Change[], Refusal> {
  const given = rows.list(subjectKey(subjectId)).filter(({ key }) => kindOf(key) === 'assignment')
  const stray = assignmentIds.map(assignmentKey).find((key) => !given.some((row) => row.key === key))
  if (stray) return err({ type: 'NotTogether', key: stray })
  const moved: Change[] = []
  for (const row of given) {
    const assignment = bodyOf(Assignment, row)
    if (assignment.state === 'started' || assignment.state === 'submitted') return err({ type: 'HasAudits' })
    if (assignment.state !== 'asked') continue
    if (!assignmentIds.includes(idOf(row.key))) return err({ type: 'Stale' })
    moved.push(assignmentChange(idOf(row.key), { ...assignment, subjectId: replacement.id, declared: null }))
  }
  return ok(moved)
}
