/** The grade as one goes, beside the criteria: the section's, the plan's and the legal floor. */
import { Link } from 'react-router'
import { gradeText as words } from '../../../text/audit-grade'
import { sectionLine } from '../../../text/grade-lines'
import type { WorkSection } from '../sections'
import type { Work } from '../workspace/Workspace'
import { GradeShown } from './GradeShown'
import { PlanGrade } from './PlanGrade'

interface GradePanelProps extends Work {
  readonly section: WorkSection
}

export function GradePanel({ open, drafted, graded, section }: GradePanelProps) {
  const { framework, path } = open
  const sectionGrade = graded.sections[section.id]
  const isDone = section.rated === section.criteria.length
  const hasGrade = graded.subject.grade !== null
  return (
    <>
      {sectionGrade && section.rated > 0 && (
        <section className="side-part" aria-labelledby="section-grade">
          <h2 className="govuk-heading-s" id="section-grade">
            {isDone ? words.section(section.id) : words.sectionSoFar(section.id)}
          </h2>
          <p className="grade-line">
            <GradeShown framework={framework} grade={sectionGrade.grade} />
          </p>
          <p className="govuk-body-s">{sectionLine(framework, sectionGrade)}</p>
        </section>
      )}
      <section className="side-part" aria-labelledby="plan-grade">
        <h2 className="govuk-heading-s" id="plan-grade">
          {hasGrade ? words.planTitle : words.soFarTitle}
        </h2>
        <PlanGrade framework={framework} audit={drafted} graded={graded} />
        <Link className="govuk-link no-print" to={`${path}/grade`}>
          {hasGrade ? words.seeWorkingAndChange : words.seeWorking}
        </Link>
      </section>
    </>
  )
}
