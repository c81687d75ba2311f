/** The whole working: what each core criterion earned, how the grade follows, each section's grade, and changing the grade. */
import { gradeText as words } from '../../../text/audit-grade'
import { gradingRules } from '../../../text/grading-rules'
import { Page } from '../../../ui/Page'
import { IncidentBanner } from '../alerts/IncidentBanner'
import type { Work } from '../workspace/Workspace'
import { ChangeGrade } from './ChangeGrade'
import { PlanGrade } from './PlanGrade'
import { SectionGrades } from './SectionGrades'
import { WorkingTable } from './WorkingTable'

export function GradePage({ open, drafted, graded, sections }: Work) {
  const { framework, subject, cycle } = open
  return (
    <Page title={words.pageTitle} caption={words.caption(subject.body.code, cycle.body.name)}>
      <IncidentBanner assigned={open} />
      <h2 className="govuk-heading-m">{graded.subject.grade === null ? words.soFarTitle : words.planTitle}</h2>
      <PlanGrade framework={framework} audit={drafted} graded={graded} />
      <p className="govuk-body muted">{words.floor.apart(framework.grading.floor.label)}</p>
      <ChangeGrade open={open} drafted={drafted} graded={graded} />
      <WorkingTable framework={framework} working={graded.subject.working} />
      <h2 className="govuk-heading-m">{words.rules.title}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {gradingRules(framework).map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <SectionGrades framework={framework} graded={graded} sections={sections} />
    </Page>
  )
}
