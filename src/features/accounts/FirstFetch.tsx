/** The first page of a member in a new browser: the area's records are being fetched, and nobody has to wait for all of them. */
import { Link } from 'react-router'
import { useSyncStatus } from '../../sync/status'
import { arrival } from '../../text/accounts'
import { syncStates } from '../../text/sync'
import { formatCount } from '../../ui/format'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import './accounts.scss'

const words = arrival.sync

interface FirstFetchProps {
  readonly areaName: string
  readonly onSkip: () => void
}

export function FirstFetch({ areaName, onSkip }: FirstFetchProps) {
  const { state, message, progress } = useSyncStatus()
  const rows = progress?.rows ?? 0
  const problem = syncStates.states[state]
  return (
    <Page title={words.title(areaName)} narrow>
      <p className="govuk-body-l">{words.body}</p>
      <p className="govuk-body" role="status">
        {rows === 0 ? words.starting : words.progress(formatCount(rows))}
      </p>
      <progress className="fetching" aria-label={words.label} />
      {problem && (
        <Notice tone="warn" live="polite">
          <p>
            {problem} {message}
          </p>
          {(state === 'signed-out' || state === 'revoked') && (
            <Link className="govuk-link" to="/sign-in">
              {syncStates.signIn}
            </Link>
          )}
        </Notice>
      )}
      <p className="govuk-body">
        <button type="button" className="link-button" onClick={onSkip}>
          {words.open}
        </button>{' '}
        <span className="muted">{words.openHint}</span>
      </p>
    </Page>
  )
}
