/** What is known of the plan and decides which criteria apply; only what matters for this assignment is asked. */
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Link, useNavigate } from 'react-router'
import { assignedCriteria } from '../../../core/audit/applies'
import { usePerform } from '../../../store/hooks'
import { listOf } from '../../../text/audit'
import { about as words } from '../../../text/audit-opening'
import { refusalText } from '../../../text/refusals'
import { Notice } from '../../../ui/Notice'
import { Page } from '../../../ui/Page'
import type { OpenAudit } from '../open-audit'
import { ChildName } from '../workspace/ChildName'
import { AboutFields } from './AboutFields'
import { answersOf, factsFrom, type PlanAnswers } from './plan-answers'
import { factsAsked } from './plan-facts'

interface AboutPageProps {
  readonly open: OpenAudit
  /** The section to go on to. */
  readonly next: string | undefined
}

export function AboutPage({ open, next }: AboutPageProps) {
  const { framework, audit, path, subject } = open
  const { criteria, facts } = audit.body
  const perform = usePerform()
  const navigate = useNavigate()
  const [failure, setFailure] = useState<string | null>(null)
  const { register, handleSubmit, watch, formState } = useForm<PlanAnswers>({ defaultValues: answersOf(facts) })
  const asked = factsAsked(framework, criteria)
  const to = next === undefined ? `${path}/check` : `${path}/${next}`

  const applying = assignedCriteria(framework, { criteria, facts: factsFrom(facts, watch()) }).map(({ id }) => id)
  const leftOut = criteria.filter((id) => !applying.includes(id))

  async function save(answers: PlanAnswers): Promise<void> {
    const saved = await perform({
      kind: 'facts.set',
      data: { auditId: audit.id, facts: factsFrom(facts, answers) },
    })
    if (!saved.ok) return setFailure(refusalText(saved.error))
    return navigate(to)
  }

  return (
    <Page title={words.title} caption={words.caption(subject.body.code)}>
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      {asked.size === 0 ? (
        <>
          <p className="govuk-body">{words.nothing}</p>
          <Link className="govuk-button" to={to}>
            {words.goOn}
          </Link>
        </>
      ) : (
        <form noValidate onSubmit={(event) => void handleSubmit(save)(event)}>
          <p className="govuk-body">{words.lead}</p>
          <AboutFields asked={asked} register={register} current={facts.yearGroup} />
          <p className="govuk-inset-text" role="status">
            {words.asked(applying.length)} {leftOut.length > 0 && words.leftOut(listOf(leftOut))}
          </p>
          <div className="about__name">
            <ChildName draft={open.draft} />
          </div>
          <button type="submit" className="govuk-button" disabled={formState.isSubmitting}>
            {words.action}
          </button>
        </form>
      )}
    </Page>
  )
}
