/**
 * The working of a grade in sentences, in the order of its steps.
 *
 * Pure. The steps are core/audit's; the words are text/audit-grade.ts.
 */
import type { Audit } from '../../../core/audit/audit'
import type { Graded, Reason, SectionGrade } from '../../../core/audit/graded'
import type { Framework } from '../../../core/framework/schema'
import { listOf } from '../../../text/audit'
import { gradeText, overrideRefusalText } from '../../../text/audit-grade'
import { formatPoints, formatShare, gradeLabel } from './points'

/** How many criteria a sentence names before it counts the rest. */
const MOST_NAMED = 8

/** "B1, F1 and W1"; beyond eight, the first eight and how many more. */
export function namesOf(ids: readonly string[]): string {
  if (ids.length <= MOST_NAMED) return listOf(ids)
  return listOf([...ids.slice(0, MOST_NAMED), gradeText.more(ids.length - MOST_NAMED)])
}

export function subjectLines(framework: Framework, audit: Audit, graded: Graded): readonly string[] {
  const { subject } = graded
  const lines = subject.reasons.map((reason) => subjectLine(framework, audit, graded, reason))
  const { cannotTell } = subject.working
  return cannotTell > 0 && subject.reasons[0]?.type === 'share'
    ? [...lines, gradeText.cannotTell(formatPoints(cannotTell))]
    : lines
}

function subjectLine(framework: Framework, audit: Audit, { subject }: Graded, reason: Reason): string {
  const label = (grade: string | null) => (grade === null ? gradeText.noGrade : gradeLabel(framework, grade))
  const ids = namesOf(reason.criteria)
  const to = label(reason.to)
  switch (reason.type) {
    case 'share':
      return gradeText.share(...sum(framework, subject), to)
    case 'key': {
      const areNotMet = reason.criteria.every((id) => audit.ratings[id]?.rating === 'not-met')
      return gradeText.key(ids, reason.criteria.length, areNotMet, to)
    }
    case 'limiting':
      return gradeText.limiting(ids, reason.criteria.length, to)
    case 'incident':
      return reason.criteria.length > 0 ? gradeText.incidentFound(ids, to) : gradeText.incident(to)
    case 'incomplete':
      return gradeText.incomplete(ids)
    case 'insufficient-evidence':
      return gradeText.cannotTellTooMuch(ids, formatShare(framework, framework.grading.subject.maxCannotTellShare))
    case 'nothing-applicable':
      return gradeText.nothingApplicable
    case 'override':
      return gradeText.override(label(subject.derived), to, audit.override?.reason ?? '')
    case 'override-refused':
      return gradeText.overrideRefused(
        label(reason.asked ?? null),
        reason.why === undefined ? '' : overrideRefusalText(reason.why),
      )
  }
}

/** One sentence under a section's grade. */
export function sectionLine(framework: Framework, section: SectionGrade): string {
  if (section.share !== null) return gradeText.shareOnly(...sum(framework, section))
  const reason = section.reasons[0]
  if (reason?.type === 'insufficient-evidence') return gradeText.sectionCannotTell(namesOf(reason.criteria))
  return reason?.type === 'incomplete' ? '' : gradeText.sectionNothing
}

/** The legal floor: what stands behind its status. `asked` are the criteria of this audit. */
export function floorLine({ floor }: Graded, asked: ReadonlySet<string>): string {
  const words = gradeText.floor
  const ids = namesOf(floor.criteria)
  if (floor.status === 'met') return words.met
  if (floor.status === 'at-risk') return words.atRisk(ids)
  if (floor.status === 'not-met') return words.notMet(ids)
  if (floor.criteria.length === 0) return words.nothing
  const toRate = floor.criteria.filter((id) => asked.has(id))
  const elsewhere = floor.criteria.filter((id) => !asked.has(id))
  return toRate.length > 0 ? words.toRate(namesOf(toRate)) : words.notAsked(namesOf(elsewhere), elsewhere.length)
}

function sum(framework: Framework, { working, share }: SectionGrade): [string, string, string] {
  return [formatPoints(working.earned), formatPoints(working.applicable), formatShare(framework, share ?? 0)]
}
