/**
 * The result of a subject as a record: its grade or why there is none yet, its sections, its minimum standard. A hub writes
 * it at release, and again whenever it changes.
 *
 * Pure. There is none before release but for a subject closed without a grade, and then it says that alone: nothing an
 * auditor said shows in it. Rule: sync.md, "Scopes"; product.md, "Result".
 */
import * as z from 'zod/mini'
import { latestAudits } from '../audit/revisions'
import type { Framework } from '../framework/schema'
import { isAwaited } from '../sampling/cycle'
import { Id, Time } from '../shapes'
import { type FloorStanding, floorStanding } from './floor-standing'
import type { SubjectResult } from './result'
import { sectionResults } from './section-result'
import { isContribution, type SubjectRecords, subjectResult } from './subject-result'

const Result: z.ZodMiniType<SubjectResult> = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('graded'),
    grade: z.string(),
    goodOrBetter: z.boolean(),
    by: z.enum(['moderation', 'agreement', 'incident']),
  }),
  z.object({
    state: z.literal('awaiting-moderation'),
    why: z.enum(['grades-differ', 'some-without-grade', 'sen-team-only']),
  }),
  z.object({ state: z.literal('awaiting-audits') }),
  z.object({ state: z.literal('not-gradeable') }),
  z.object({ state: z.literal('lapsed') }),
])
const Floor: z.ZodMiniType<FloorStanding> = z.enum(['met', 'at-risk', 'not-met', 'differs', 'unknown'])

export const ResultRecord = z.object({
  subjectId: Id,
  cycleId: Id,
  result: Result,
  /** Section id to its result; empty while the audits are not open. */
  sections: z.record(z.string(), z.union([Result, z.object({ state: z.literal('not-applicable') })])),
  floor: Floor,
  /** Audits that count in it. */
  audits: z.int(),
  /** Since when it is so. */
  at: Time,
})
export type ResultRecord = z.infer<typeof ResultRecord>

export interface ResultOf extends SubjectRecords {
  readonly subjectId: string
  readonly cycleId: string
  readonly at: string
}

/** @returns `null` while there is nothing to say: not released, and not closed. */
export function resultRecord(of: ResultOf, framework: Framework): ResultRecord | null {
  const { subject, assignments, subjectId, cycleId, at } = of
  const released = of.released.length > 0
  if (!released && !subject.outcome) return null
  const latest = latestAudits(of.released).map(({ body }) => body)
  const whole = latest.filter((audit) => !isContribution(audit))
  return {
    subjectId,
    cycleId,
    // Of a closed subject that somebody is still grading, even an incident would be a word of another auditor's.
    result: subjectResult({ ...of, incident: of.incident && (released || !assignments.some(isAwaited)) }, framework),
    sections: released
      ? sectionResults({ audits: latest, asked: latest.length, outcome: subject.outcome?.type }, framework)
      : {},
    floor: floorStanding(whole),
    audits: whole.length,
    at,
  }
}
