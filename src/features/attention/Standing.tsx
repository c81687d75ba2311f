/** How this device stands with its hub, in sentences, with the one thing a person can do about it. */
import { Link } from 'react-router'
import { type SyncStatus, useSyncStatus } from '../../sync/status'
import { syncStates as words } from '../../text/sync'
import { formatCount, formatTime } from '../../ui/format'
import { Notice } from '../../ui/Notice'

/** Clocks differ by a little everywhere; from here on it shows in what people enter. */
const NOTICED_MS = 5 * 60_000

export function Standing() {
  const status = useSyncStatus()
  const { state, message, waiting, attention, oldestAt, lastCompleteAt, progress, clockOffsetMs } = status
  const sentence = words.states[state]
  return (
    <section aria-label={words.title}>
      <p className="govuk-body-l" role="status">
        {waiting === 0
          ? attention === 0
            ? words.sent
            : words.nothingWaits
          : words.waiting(formatCount(waiting), oldestAt ? formatTime(oldestAt) : '')}
      </p>
      {sentence && (
        <Notice tone={state === 'offline' || state === 'busy' ? 'plain' : 'warn'}>
          <p>
            {sentence} {state === 'rejected' && message}
          </p>
          <Remedy state={state} />
        </Notice>
      )}
      <p className="govuk-body muted">
        {state === 'syncing' && `${words.syncing} `}
        {progress && `${words.progress(formatCount(progress.rows))} `}
        {lastCompleteAt ? words.lastComplete(formatTime(lastCompleteAt)) : words.neverComplete}
      </p>
      <SendNow isSyncing={state === 'syncing'} />
      {Math.abs(clockOffsetMs) > NOTICED_MS && (
        <Notice tone="warn">
          {words.clock(formatCount(Math.round(Math.abs(clockOffsetMs) / 60_000)), clockOffsetMs > 0)}
        </Notice>
      )}
    </section>
  )
}

/** Nobody needs it, and somebody who is about to close the lid wants it. */
function SendNow({ isSyncing }: { readonly isSyncing: boolean }) {
  return (
    <button
      type="button"
      className="govuk-button govuk-button--secondary"
      aria-disabled={isSyncing}
      onClick={() => void import('../../sync/running').then(({ syncNow }) => syncNow())}
    >
      {words.now}
    </button>
  )
}

function Remedy({ state }: Pick<SyncStatus, 'state'>) {
  switch (state) {
    case 'signed-out':
    case 'revoked':
      return (
        <Link className="govuk-link" to="/sign-in">
          {words.signIn}
        </Link>
      )
    case 'too-old':
      return (
        <button type="button" className="link-button" onClick={() => window.location.reload()}>
          {words.reload}
        </button>
      )
    case 'idle':
    case 'syncing':
    case 'offline':
    case 'busy':
    case 'rejected':
      return null
  }
}
