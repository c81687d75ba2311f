/** The guide through the first audit: one step at a time above the page, in nobody's way, gone when it is turned off. */
import { useLocation } from 'react-router'
import type { Audit } from '../../../core/audit/audit'
import { GUIDE_STEPS } from '../../../store/first-audit'
import { learning } from '../../../text/audit-learning'
import type { OpenAudit } from '../open-audit'
import { useFirstAudit } from './use-first-audit'

interface FirstAuditGuideProps {
  readonly open: OpenAudit
  readonly drafted: Audit
}

/** Reports to managers are urgent: nothing stands beside them. */
const WITHOUT = /\/(incident|concern)$/

export function FirstAuditGuide({ open, drafted }: FirstAuditGuideProps) {
  const words = learning.guide
  const { step, goOn, turnOff } = useFirstAudit(open, drafted)
  const { pathname } = useLocation()
  if (step === null || WITHOUT.test(pathname)) return null
  const { title, body, next } = words.steps[step]
  const isLast = step === 'submit'
  return (
    <section className="first-audit no-print" aria-label={words.label}>
      <div role="status">
        <p className="first-audit__title">
          <span className="first-audit__count">{words.count(GUIDE_STEPS.indexOf(step) + 1, GUIDE_STEPS.length)}</span>{' '}
          <strong>{title}</strong>
        </p>
        <p className="first-audit__body">{body}</p>
      </div>
      <p className="first-audit__tools">
        <button
          type="button"
          className="audit-button"
          onClick={() => {
            if (isLast) leave(turnOff)
            else goOn(step)
          }}
        >
          {next}
        </button>
        {!isLast && (
          <button type="button" className="audit-button" onClick={() => leave(turnOff)}>
            {words.off}
          </button>
        )}
        <span className="muted">{words.again}</span>
      </p>
    </section>
  )
}

/** The guide goes away with its button: the focus goes to the heading of the page it stood above. */
function leave(turnOff: () => void): void {
  document.querySelector<HTMLElement>('#main h1')?.focus()
  turnOff()
}
