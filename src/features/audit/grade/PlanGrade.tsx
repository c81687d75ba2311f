/** The grade of the plan with its working in sentences, and the legal floor beside it. */
import type { Audit } from '../../../core/audit/audit'
import type { Graded } from '../../../core/audit/graded'
import type { Framework } from '../../../core/framework/schema'
import { gradeText as words } from '../../../text/audit-grade'
import { subjectLines } from '../../../text/grade-lines'
import { formatPoints, formatShare } from '../../../text/points'
import { FloorShown } from './FloorShown'
import { GradeShown } from './GradeShown'

interface PlanGradeProps {
  readonly framework: Framework
  readonly audit: Audit
  readonly graded: Graded
}

export function PlanGrade({ framework, audit, graded }: PlanGradeProps) {
  return (
    <>
      <PlanGradeSoFar framework={framework} audit={audit} graded={graded} />
      <FloorShown framework={framework} audit={audit} graded={graded} />
    </>
  )
}

function PlanGradeSoFar({ framework, audit, graded }: PlanGradeProps) {
  const { subject } = graded
  const { rows, earned, applicable } = subject.working
  const asked = new Set(audit.criteria)
  const isContribution = rows.some(({ criterion }) => !asked.has(criterion))
  const isOpen = subject.reasons[0]?.type === 'incomplete'
  if (isOpen && isContribution) return <p className="govuk-body">{words.contribution}</p>
  if (isOpen) {
    const rated = rows.filter(({ rating }) => rating !== null).length
    return (
      <>
        <p className="grade-line">
          <strong>{words.coreRated(rated, rows.length)}</strong>
        </p>
        <p className="govuk-body">
          {subject.share === null
            ? words.nothingYet
            : words.soFarShare(formatPoints(earned), formatPoints(applicable), formatShare(framework, subject.share))}
        </p>
      </>
    )
  }
  const isShort = subject.reasons[0]?.type === 'insufficient-evidence'
  return (
    <>
      <p className="grade-line">
        <GradeShown framework={framework} grade={subject.grade} {...(isShort && { without: words.insufficient })} />
      </p>
      <ul className="govuk-list working">
        {subjectLines(framework, audit, graded).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
