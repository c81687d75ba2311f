/** One's passkeys: which there are, one more on this device, and taking one away while another way to sign in remains. */
import { useCallback, useEffect, useState } from 'react'
import { thisDeviceName } from '../../../sync/device-name'
import { addPasskey, hasPasskeys, listPasskeys, type Passkey, removePasskey } from '../../../sync/sign-in'
import { account } from '../../../text/account-settings'
import { accountRefusalText } from '../../../text/accounts'
import { formatDay } from '../../../ui/format'
import { Said, type SaidWords, saidDone, saidStop } from '../../../ui/Said'

const words = account.passkeys

interface PasskeysProps {
  readonly token: string
  readonly hasPassword: boolean
  readonly onChanged: () => Promise<void>
}

export function Passkeys({ token, hasPassword, onChanged }: PasskeysProps) {
  const [passkeys, setPasskeys] = useState<readonly Passkey[]>([])
  const [said, setSaid] = useState<SaidWords | null>(null)
  const read = useCallback(async () => {
    const listed = await listPasskeys(token)
    if (listed.ok) setPasskeys(listed.value)
    else setSaid(saidStop(accountRefusalText(listed.error)))
  }, [token])
  useEffect(() => void read(), [read])

  async function add() {
    const added = await addPasskey(token, thisDeviceName())
    setSaid(added.ok ? saidDone(words.added) : saidStop(accountRefusalText(added.error)))
    if (added.ok) await Promise.all([read(), onChanged()])
  }
  async function remove({ id }: Passkey) {
    if (!hasPassword && passkeys.length === 1) return setSaid(saidStop(words.last))
    const removed = await removePasskey(token, id)
    setSaid(removed.ok ? saidDone(words.removed) : saidStop(accountRefusalText(removed.error)))
    if (removed.ok) await Promise.all([read(), onChanged()])
  }

  return (
    <section aria-labelledby="passkeys">
      <h2 className="govuk-heading-m" id="passkeys">
        {words.title}
      </h2>
      <Said said={said} />
      {passkeys.length === 0 ? (
        <p className="govuk-body">{words.none}</p>
      ) : (
        <ul className="govuk-list" aria-label={words.list}>
          {passkeys.map((passkey) => {
            const name = passkey.name || words.nameless
            return (
              <li key={passkey.id}>
                {name} <span className="muted">{words.since(formatDay(passkey.createdAt))}</span>{' '}
                <button
                  type="button"
                  className="link-button"
                  aria-label={words.removeNamed(name)}
                  onClick={() => void remove(passkey)}
                >
                  {words.remove}
                </button>
              </li>
            )
          })}
        </ul>
      )}
      {hasPasskeys() ? (
        <button type="button" className="govuk-button govuk-button--secondary" onClick={() => void add()}>
          {words.add}
        </button>
      ) : (
        <p className="govuk-body muted">{words.unsupported}</p>
      )}
    </section>
  )
}
