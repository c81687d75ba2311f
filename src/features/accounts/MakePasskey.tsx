/** The passkey of a new account: made on a press of its own, since browsers ask for one only then. */
import { useState } from 'react'
import { accountRefusalText, join } from '../../text/accounts'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'

const words = join.passkey

interface MakePasskeyProps {
  readonly session: string
  /** By which its owner tells it from others. */
  readonly name: string
  readonly onDone: () => void
}

export function MakePasskey({ session, name, onDone }: MakePasskeyProps) {
  const [failure, setFailure] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function make() {
    setBusy(true)
    const { addPasskey } = await import('../../sync/sign-in')
    const made = await addPasskey(session, name)
    setBusy(false)
    if (made.ok) onDone()
    else setFailure(accountRefusalText(made.error))
  }

  return (
    <Page title={words.title} narrow>
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      <p className="govuk-body-l">{words.body}</p>
      <button type="button" className="govuk-button" disabled={isBusy} onClick={() => void make()}>
        {failure ? words.retry : words.action}
      </button>
      {failure && <p className="govuk-body">{words.stuck}</p>}
    </Page>
  )
}
