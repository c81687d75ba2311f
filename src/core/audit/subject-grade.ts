/**
 * The grade of the whole subject (a plan, or a piece of advice), from the core alone, with its working.
 *
 * Pure. No grade without a complete core, and none for a contribution to given sections, whatever was found in them. An
 * incident is graded at once, whatever else is missing. Rule: standards.md 3.1; the limits are `grading.subject` of the framework.
 */
import type { Criterion, Framework, Override } from '../framework/schema'
import { gradeByBands, notMetOfRole } from './caps'
import type { Ratings, Reason, SubjectGrade } from './graded'
import { decideOverride } from './override'
import { earnedShare, exceeds, workOut } from './share'

export interface SubjectCase {
  /** The scoring core that applies, whether the assignment asks for it or not. */
  readonly core: readonly Criterion[]
  /** Ratings of the assignment's criteria. */
  readonly ratings: Ratings
  /** Reported by the button, or found by an incident criterion rated not met. */
  /** Given sections alone were asked about. */
  readonly isContribution: boolean
  readonly incident: boolean
  readonly incidentCriteria: readonly string[]
  readonly override: Override | undefined
}

export function gradeSubject(framework: Framework, subject: SubjectCase): SubjectGrade {
  const { core, ratings, incident, override } = subject
  const working = workOut(core, ratings, framework.grading.earned)
  const share = earnedShare(working)
  const { grade: derived, reasons } = derive(framework, subject, working, share)
  if (override === undefined) return { grade: derived, derived, share, reasons, working }

  const keyNotMet = notMetOfRole(core, ratings, 'key')
  const decision = decideOverride(framework, override, { derived, incident, keyNotMet })
  return { grade: decision.grade, derived, share, reasons: [...reasons, decision.reason], working }
}

interface Derived {
  readonly grade: string | null
  readonly reasons: readonly Reason[]
}

function derive(
  framework: Framework,
  { core, ratings, isContribution, incident, incidentCriteria }: SubjectCase,
  working: SubjectGrade['working'],
  share: number | null,
): Derived {
  const { incidentGrade, maxCannotTellShare } = framework.grading.subject
  if (isContribution) return graded('contribution', [], null)
  if (incident) return graded('incident', incidentCriteria, incidentGrade)

  const named = (rating: string | null) =>
    working.rows.filter((row) => row.rating === rating).map((row) => row.criterion)
  const unrated = named(null)
  if (unrated.length > 0) return graded('incomplete', unrated, null)
  if (working.applicable + working.cannotTell === 0) return graded('nothing-applicable', [], null)
  const cannotTellShare = working.cannotTell / (working.applicable + working.cannotTell)
  if (share === null || exceeds(cannotTellShare, maxCannotTellShare)) {
    return graded('insufficient-evidence', named('cannot-tell'), null)
  }
  return gradeByBands(framework, core, ratings, share)
}

function graded(type: Reason['type'], criteria: readonly string[], to: string | null): Derived {
  return { grade: to, reasons: [{ type, criteria, to }] }
}
