/** The two reports that go past blindness to managers at once: an incident, and a concern. Neither says anything of a child. */
import { useState } from 'react'
import { Link } from 'react-router'
import type { Assigned } from '../../../store/assigned'
import { alerts } from '../../../text/audit-alerts'
import { formatTime } from '../../../ui/format'
import { Notice } from '../../../ui/Notice'
import { Page } from '../../../ui/Page'
import { focusElement } from '../workspace/focus-criterion'
import { AlertForm } from './AlertForm'

interface AlertPageProps {
  readonly type: 'incident' | 'concern'
  readonly assigned: Assigned
  /** Where the audit is. */
  readonly path: string
}

export function AlertPage({ type, assigned, path }: AlertPageProps) {
  const words = alerts[type]
  const [isSent, setSent] = useState(false)
  function sent() {
    setSent(true)
    // The form is gone: the focus goes to what happened to it.
    focusElement('alert-sent')
  }
  const raised = assigned.alerts.filter(({ body }) => body.type === type)
  return (
    <Page title={words.title} caption={alerts.caption(assigned.subject.body.code)}>
      <div id="alert-sent" tabIndex={-1} role="status">
        {isSent && <Notice tone="done">{words.sent}</Notice>}
      </div>
      {raised.length > 0 && (
        <section className="alert-log">
          <h2 className="govuk-heading-s">{alerts.sentTitle}</h2>
          <ul className="govuk-list">
            {raised.map(({ id, body }) => (
              <li key={id}>{alerts.raised(formatTime(body.foundAt), body.told)}</li>
            ))}
          </ul>
        </section>
      )}
      {isSent ? (
        <Link className="govuk-button" to={path}>
          {alerts.back}
        </Link>
      ) : (
        <>
          <p className="govuk-body-l">{words.what}</p>
          <ul className="govuk-list govuk-list--bullet">
            {words.happens.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <AlertForm type={type} assigned={assigned} onSent={sent} />
          <Link className="govuk-link" to={path}>
            {alerts.back}
          </Link>
        </>
      )}
    </Page>
  )
}
