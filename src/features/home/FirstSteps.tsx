/** The way from an empty device to the first answer, as a task list; gone once there is a result. */
import { Link } from 'react-router'
import { useHere } from '../../store/hooks'
import { home } from '../../text/home'
import type { FirstStep } from './attention'
import type { Desk } from './use-desk'

const TEXT = home.steps
const STEPS: Readonly<Record<FirstStep, { readonly label: string; readonly hint: string }>> = {
  register: { label: TEXT.register, hint: TEXT.registerHint },
  cycle: { label: TEXT.cycle, hint: TEXT.cycleHint },
  share: { label: TEXT.share, hint: TEXT.shareHint },
  audit: { label: TEXT.audit, hint: TEXT.auditHint },
  answer: { label: TEXT.answer, hint: TEXT.answerHint },
}

function pathOf(step: FirstStep, newestCycle: string | null): string {
  switch (step) {
    case 'register':
      return '/register'
    case 'cycle':
      return '/cycles/new'
    case 'share':
    case 'audit':
      return newestCycle === null ? '/cycles' : `/cycles/${newestCycle}`
    case 'answer':
      return '/trends'
  }
}

export function FirstSteps({ steps, newestCycle }: Pick<Desk, 'steps' | 'newestCycle'>) {
  const { isJoined } = useHere().device
  const next = steps.find(({ isDone }) => !isDone)?.step
  return (
    <section aria-labelledby="steps">
      <h2 className="govuk-heading-m" id="steps">
        {TEXT.heading}
      </h2>
      <p className="govuk-body">{isJoined ? TEXT.introJoined : TEXT.intro}</p>
      <ul className="govuk-task-list">
        {steps.map(({ step, isDone }) => {
          const { label, hint } = STEPS[step]
          const isNext = step === next
          return (
            <li key={step} className="govuk-task-list__item govuk-task-list__item--with-link">
              <div className="govuk-task-list__name-and-hint">
                {isNext || isDone ? (
                  <Link
                    className="govuk-link govuk-task-list__link"
                    to={pathOf(step, newestCycle)}
                    aria-describedby={`step-${step}`}
                  >
                    {label}
                  </Link>
                ) : (
                  label
                )}
                <div className="govuk-task-list__hint">{hint}</div>
              </div>
              <div className="govuk-task-list__status" id={`step-${step}`}>
                {isDone && TEXT.done}
                {isNext && <strong className="govuk-tag">{TEXT.next}</strong>}
                {!isDone && !isNext && <span className="muted">{TEXT.later}</span>}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
