/** A draft that another tab writes: why it is only to read here, one button to go on here, and the audit as it stands. */
import { Link } from 'react-router'
import { useStore } from 'zustand/react'
import type { Assigned } from '../../../store/assigned'
import type { AuditDraft } from '../../../store/audit-draft'
import type { ReadOnlyCause } from '../../../store/draft-lock'
import { audit as auditWords } from '../../../text/audit'
import { alerts } from '../../../text/audit-alerts'
import { readOnlyReason, tabs as words } from '../../../text/audit-tabs'
import { refusalText } from '../../../text/refusals'
import { Page } from '../../../ui/Page'
import { IncidentBanner } from '../alerts/IncidentBanner'
import type { OpenAudit } from '../open-audit'
import { AuditRecord } from '../submit/AuditRecord'
import { WordsAside } from './WordsAside'

interface ReadOnlyAuditProps {
  readonly assigned: Assigned & Pick<OpenAudit, 'audit'>
  readonly draft: AuditDraft
  readonly path: string
  readonly cause: ReadOnlyCause
  readonly isFree: boolean
  /** "Go on here" was pressed and the other tab has not answered yet. */
  readonly isTaking: boolean
  readonly onTake: () => void
}

export function ReadOnlyAudit({ assigned, draft, path, ...why }: ReadOnlyAuditProps) {
  return (
    <Page title={words.title(assigned.subject.body.code)} caption={assigned.cycle.body.name}>
      <WhyReadOnly draft={draft} {...why} />
      <WordsAside draft={draft} />
      <p className="govuk-body row no-print">
        <Link className="govuk-link" to="/">
          {auditWords.away.home}
        </Link>
        <Link className="govuk-link" to={`${path}/incident`}>
          {auditWords.rail.incident}
        </Link>
        <Link className="govuk-link" to={`${path}/concern`}>
          {alerts.concern.title}
        </Link>
      </p>
      <IncidentBanner assigned={assigned} />
      <AuditRecord assigned={assigned} />
    </Page>
  )
}

type WhyProps = Pick<ReadOnlyAuditProps, 'draft' | 'cause' | 'isFree' | 'isTaking' | 'onTake'>

function WhyReadOnly({ draft, cause, isFree, isTaking, onTake }: WhyProps) {
  const refusal = useStore(draft.store, (state) => state.refusal)
  const isAllSaved = useStore(draft.store, (state) => Object.keys(state.aside).length === 0)
  const reason = cause === 'handed' && !isAllSaved ? words.handedButNotAll : readOnlyReason(cause)
  return (
    <section className="notice notice--warn read-only no-print" aria-labelledby="read-only">
      <h2 className="govuk-heading-s" id="read-only">
        {words.notice}
      </h2>
      <div role="status">
        <p className="govuk-body">{isTaking ? words.taking : isFree ? words.free : reason}</p>
        {refusal?.type === 'TakenOver' && <p className="govuk-body">{refusalText(refusal)}</p>}
      </div>
      <button type="button" className="govuk-button" disabled={isTaking} onClick={onTake}>
        {words.action}
      </button>
      {!isFree && <p className="govuk-hint">{words.hint}</p>}
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">{words.why}</span>
        </summary>
        <div className="govuk-details__text">
          {words.whyText.map((line) => (
            <p key={line} className="govuk-body">
              {line}
            </p>
          ))}
        </div>
      </details>
    </section>
  )
}
