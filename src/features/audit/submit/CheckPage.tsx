/** Check your answers: grades, what is still to be rated, what would help the panel, and the question about copies. */
import { Link } from 'react-router'
import { gradeText } from '../../../text/audit-grade'
import { submit as words } from '../../../text/audit-submit'
import { Page } from '../../../ui/Page'
import { IncidentBanner } from '../alerts/IncidentBanner'
import { PlanGrade } from '../grade/PlanGrade'
import { SectionGrades } from '../grade/SectionGrades'
import { TimeTaken } from '../learning/TimeTaken'
import { OtherNotes } from '../workspace/OtherNotes'
import type { Work } from '../workspace/Workspace'
import { CriterionLinks } from './CriterionLinks'
import { HeldNotes } from './HeldNotes'
import { LackingShortfalls } from './LackingShortfalls'
import { SubmitForm } from './SubmitForm'

export function CheckPage({ open, drafted, graded, sections }: Work) {
  const { framework, path, subject } = open
  const { missing, subject: plan } = graded
  const total = sections.reduce((sum, { criteria }) => sum + criteria.length, 0)
  return (
    <Page title={words.title} caption={words.caption(subject.body.code)}>
      <IncidentBanner assigned={open} />
      {missing.length === 0 ? (
        <p className="govuk-body">{words.allRated(total)}</p>
      ) : (
        <section className="notice notice--warn" aria-labelledby="missing">
          <h2 className="govuk-heading-s" id="missing">
            {words.missingTitle(missing.length)}
          </h2>
          <p className="govuk-body">{words.missingHelp}</p>
          <CriterionLinks framework={framework} path={path} ids={missing} />
        </section>
      )}
      <HeldNotes open={open} />
      <OtherNotes ids={Object.keys(open.audit.body.otherNotes ?? {})} />
      <section className="card check-grade" aria-labelledby="check-grade">
        <h2 className="govuk-heading-m" id="check-grade">
          {plan.grade === null ? gradeText.soFarTitle : gradeText.planTitle}
        </h2>
        <PlanGrade framework={framework} audit={drafted} graded={graded} />
        {plan.derived !== null && (
          <Link className="govuk-link" to={`${path}/grade`}>
            {gradeText.seeWorkingAndChange}
          </Link>
        )}
      </section>
      <SectionGrades framework={framework} graded={graded} sections={sections} />
      <LackingShortfalls open={open} drafted={drafted} />
      <TimeTaken auditId={open.audit.id} />
      <SubmitForm open={open} missing={missing} />
    </Page>
  )
}
