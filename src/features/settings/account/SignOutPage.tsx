/** Signing out on this device: what is waiting is sent first, what cannot be sent is named, and then the records go. */
import { type FormEvent, useEffect, useState } from 'react'
import { Link } from 'react-router'
import { useHere } from '../../../store/hooks'
import { today } from '../../../store/ids'
import { tokenOf } from '../../../store/joined'
import { waitingFile } from '../../../store/work-file'
import { signOutHere, syncNow } from '../../../sync/running'
import { useSyncStatus } from '../../../sync/status'
import { account } from '../../../text/account-settings'
import { sealForm, workFiles } from '../../../text/work-files'
import { Checkbox } from '../../../ui/Checkbox'
import { Page } from '../../../ui/Page'
import { SealForm } from '../../../ui/SealForm'
import { openHome } from './open-home'

const words = account.leave

export function SignOutPage() {
  const { waiting, attention } = useSyncStatus()
  const [isChecked, setChecked] = useState(false)
  useEffect(() => {
    void syncNow().then(() => setChecked(true))
  }, [])
  const left = waiting + attention
  return (
    <Page title={words.title} narrow>
      <p>
        <Link className="govuk-back-link" to="/settings">
          {account.back}
        </Link>
      </p>
      <p className="govuk-body-l">{words.intro}</p>
      <p className="govuk-body" role="status">
        {!isChecked && words.checking}
        {isChecked && left === 0 && words.clear}
      </p>
      {isChecked && left > 0 && <Unsent waiting={waiting} attention={attention} />}
      {isChecked && <SignOutForm left={left} />}
    </Page>
  )
}

interface UnsentProps {
  readonly waiting: number
  readonly attention: number
}

/** What would be lost, and how to keep it. */
function Unsent({ waiting, attention }: UnsentProps) {
  const { device, session } = useHere()
  return (
    <>
      {waiting > 0 && (
        <>
          <p className="govuk-body">{words.waiting(waiting)}</p>
          <button type="button" className="govuk-button govuk-button--secondary" onClick={() => void syncNow()}>
            {words.send}
          </button>
        </>
      )}
      {attention > 0 && (
        <p className="govuk-body">
          {words.attention(attention)}{' '}
          <Link className="govuk-link" to="/attention">
            {words.look}
          </Link>
        </p>
      )}
      {waiting > 0 && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">{words.export}</span>
          </summary>
          <div className="govuk-details__text">
            <p className="govuk-body">{words.exportHint}</p>
            <SealForm
              id="waitingPassphrase"
              action={workFiles.saveWaiting.action}
              fileName={workFiles.fileName('waiting', today())}
              make={(passphrase) => waitingFile(device, session, passphrase)}
              words={sealForm}
            />
          </div>
        </details>
      )}
    </>
  )
}

function SignOutForm({ left }: { readonly left: number }) {
  const { device, session } = useHere()
  const [isSure, setSure] = useState(false)
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function leave(event: FormEvent) {
    event.preventDefault()
    const loseUnsent = left > 0 && isSure
    setError(left > 0 && !isSure ? words.sureMissing : undefined)
    if (left > 0 && !isSure) return document.getElementById('sure')?.focus()
    setBusy(true)
    const token = await tokenOf(device)
    const done = await signOutHere(device, session, { loseUnsent })
    setBusy(false)
    if (!done.ok) return setError(words.sureMissing)
    // The records are gone by now; whether the hub hears of it only decides how long its list shows this browser.
    if (token !== undefined) await import('../../../sync/sign-in').then(({ endSession }) => endSession(token))
    openHome()
  }

  return (
    <form noValidate onSubmit={(event) => void leave(event)}>
      {left > 0 && (
        <div className={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
          {error && (
            <p className="govuk-error-message" role="alert">
              {error}
            </p>
          )}
          <div className="govuk-checkboxes">
            <Checkbox
              id="sure"
              label={words.sure(left)}
              checked={isSure}
              onChange={(event) => setSure(event.target.checked)}
            />
          </div>
        </div>
      )}
      <div className="row">
        <button type="submit" className="govuk-button govuk-button--warning govuk-!-margin-bottom-0" disabled={isBusy}>
          {words.action}
        </button>
        <Link className="govuk-link" to="/settings">
          {words.stay}
        </Link>
      </div>
    </form>
  )
}
