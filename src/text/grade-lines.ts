/**
 * The working of a grade in sentences, in the order of its steps.
 *
 * Pure. The steps are core/audit's; the words are audit-grade.ts. The auditor's own screen says "you" and names the first
 * few criteria; a record speaks of the auditor and names them all.
 */
import type { Audit } from '../core/audit/audit'
import type { Graded, Reason, SectionGrade } from '../core/audit/graded'
import type { Framework } from '../core/framework/schema'
import { listOf } from './audit'
import { gradeText, overrideRefusalText } from './audit-grade'
import { formatPoints, formatShare, gradeLabel } from './points'

/** Who is spoken to, and how many criteria a sentence names before it counts the rest. */
export interface Voice {
  readonly mostNamed: number
  readonly override: (from: string, to: string, reason: string) => string
  readonly overrideRefused: (asked: string, why: string) => string
}

/** The auditor at work. */
const TO_THE_AUDITOR: Voice = {
  mostNamed: 8,
  override: gradeText.override,
  overrideRefused: gradeText.overrideRefused,
}

/** "B1, F1 and W1"; beyond the most, the first of them and how many more. */
export function namesOf(ids: readonly string[], most: number = TO_THE_AUDITOR.mostNamed): string {
  if (ids.length <= most) return listOf(ids)
  return listOf([...ids.slice(0, most), gradeText.more(ids.length - most)])
}

type Rated = Pick<Audit, 'ratings' | 'override'>

export function subjectLines(
  framework: Framework,
  audit: Rated,
  graded: Graded,
  voice: Voice = TO_THE_AUDITOR,
): readonly string[] {
  const { subject } = graded
  const lines = subject.reasons.map((reason) => subjectLine(framework, audit, graded, reason, voice))
  const { cannotTell } = subject.working
  return cannotTell > 0 && subject.reasons[0]?.type === 'share'
    ? [...lines, gradeText.cannotTell(formatPoints(cannotTell))]
    : lines
}

function subjectLine(framework: Framework, audit: Rated, { subject }: Graded, reason: Reason, voice: Voice): string {
  const label = (grade: string | null) => (grade === null ? gradeText.noGrade : gradeLabel(framework, grade))
  const ids = namesOf(reason.criteria, voice.mostNamed)
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
    case 'contribution':
      return gradeText.contribution
    case 'insufficient-evidence':
      return gradeText.cannotTellTooMuch(ids, formatShare(framework, framework.grading.subject.maxCannotTellShare))
    case 'nothing-applicable':
      return gradeText.nothingApplicable
    case 'override':
      return voice.override(label(subject.derived), to, audit.override?.reason ?? '')
    case 'override-refused':
      return voice.overrideRefused(
        label(reason.asked ?? null),
        reason.why === undefined ? '' : overrideRefusalText(reason.why),
      )
  }
}

/** One sentence under a section's grade. */
export function sectionLine(framework: Framework, section: SectionGrade, most?: number): string {
  if (section.share !== null) return gradeText.shareOnly(...sum(framework, section))
  const reason = section.reasons[0]
  if (reason?.type === 'insufficient-evidence') return gradeText.sectionCannotTell(namesOf(reason.criteria, most))
  return reason?.type === 'incomplete' ? '' : gradeText.sectionNothing
}

/** The legal floor: what stands behind its status. `asked` are the criteria of this audit. */
export function floorLine({ floor }: Graded, asked: ReadonlySet<string>, most?: number): string {
  const words = gradeText.floor
  const ids = namesOf(floor.criteria, most)
  if (floor.status === 'met') return words.met
  if (floor.status === 'at-risk') return words.atRisk(ids)
  if (floor.status === 'not-met') return words.notMet(ids)
  if (floor.criteria.length === 0) return words.nothing
  const toRate = floor.criteria.filter((id) => asked.has(id))
  const elsewhere = floor.criteria.filter((id) => !asked.has(id))
  return toRate.length > 0
    ? words.toRate(namesOf(toRate, most))
    : words.notAsked(namesOf(elsewhere, most), elsewhere.length)
}

function sum(framework: Framework, { working, share }: SectionGrade): [string, string, string] {
  return [formatPoints(working.earned), formatPoints(working.applicable), formatShare(framework, share ?? 0)]
}
