/**
 * The audits of one subject side by side: who rated what how, and where the grades agree. Counts alone: what they say of
 * auditors over many subjects is worked out elsewhere, from these.
 *
 * Pure. Written at release, from the first audits: a revision is not independent, and changes nothing here. Pairs are those
 * of blind auditors. Rule: sync.md, "Scopes"; statistics.md, sections 1 and 2.
 */
import * as z from 'zod/mini'
import { type Audit, FrameworkRef } from '../audit/audit'
import { firstAudits } from '../audit/revisions'
import { scoringCore } from '../framework/lookup'
import { type Framework, Rating } from '../framework/schema'
import { Id } from '../shapes'
import { isContribution } from '../trends/subject-result'
import { GradeAgreement, gradeAgreement } from './grade-agreement'

export const Comparison = z.object({
  subjectId: Id,
  cycleId: Id,
  framework: FrameworkRef,
  /** By agency, then id. `contribution`: asked about given sections alone. */
  audits: z.array(
    z.object({
      auditId: Id,
      author: Id,
      agency: Id,
      blind: z.boolean(),
      contribution: z.boolean(),
      grade: z.nullable(z.string()),
    }),
  ),
  plan: GradeAgreement,
  /** Section id to the agreement of those who graded it; sections nobody graded are left out. */
  sections: z.record(z.string(), GradeAgreement),
  /** Criterion id to the rating of each audit that rated it, by audit id. */
  criteria: z.record(z.string(), z.record(z.string(), Rating)),
  /** The criteria of the core that two audits rated differently, in the framework's order. */
  differing: z.array(z.string()),
})
export type Comparison = z.infer<typeof Comparison>

export interface ReleasedAudit {
  readonly id: string
  readonly body: Audit
}

/** @returns `null` where there are not two audits to compare. */
export function compareAudits(released: readonly ReleasedAudit[], framework: Framework): Comparison | null {
  const audits = [...firstAudits(released)].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  const [first] = audits
  if (!first || audits.length < 2) return null
  const { subjectId, cycleId, framework: pinned } = first.body
  const blind = audits.filter(({ body }) => isBlind(body))
  const gradesOf = (read: (audit: Audit) => string | null) =>
    gradeAgreement(
      framework,
      blind.map(({ body }) => read(body)),
    )
  const graded = framework.sections.filter(({ id }) => audits.some(({ body }) => body.outcome?.sections[id] != null))
  const criteria = ratingsByCriterion(framework, audits)
  return {
    subjectId,
    cycleId,
    framework: pinned,
    audits: audits.map(({ id, body }) => ({
      auditId: id,
      author: body.author,
      agency: body.agency,
      blind: isBlind(body),
      contribution: isContribution(body),
      grade: body.outcome?.grade ?? null,
    })),
    plan: gradesOf((audit) => audit.outcome?.grade ?? null),
    sections: Object.fromEntries(
      graded.map(({ id }) => [id, gradesOf((audit) => audit.outcome?.sections[id] ?? null)]),
    ),
    criteria,
    differing: scoringCore(framework)
      .map(({ id }) => id)
      .filter((id) => new Set(Object.values(criteria[id] ?? {})).size > 1),
  }
}

/** Audits released before they said so were all blind. */
function isBlind({ blind }: Audit): boolean {
  return blind ?? true
}

function orderOf({ id, body }: ReleasedAudit): string {
  return `${body.agency} ${id}`
}

function ratingsByCriterion(framework: Framework, audits: readonly ReleasedAudit[]): Comparison['criteria'] {
  const rated = framework.sections.flatMap(({ criteria }) =>
    criteria.map(({ id }) => {
      const said = audits.flatMap(({ id: auditId, body }) => {
        const rating = body.ratings[id]?.rating
        return rating === undefined ? [] : [[auditId, rating] as const]
      })
      return [id, Object.fromEntries(said)] as const
    }),
  )
  return Object.fromEntries(rated.filter(([, said]) => Object.keys(said).length > 0))
}
