/** Devices of one person: when each was last seen, what it still had to send, and ending what it may do. */
import { useState } from 'react'
import { account } from '../../text/account-settings'
import { common } from '../../text/common'
import { formatDay, formatTime } from '../../ui/format'
import { Notice } from '../../ui/Notice'
import { Said, type SaidWords, saidDone, saidStop } from '../../ui/Said'
import { Scroll } from '../../ui/Scroll'
import type { HubDevice } from '../../wire/accounts'

const words = account.devices

interface DeviceListProps {
  readonly devices: readonly HubDevice[]
  /** The device this page is on; it signs out in another way. */
  readonly here: string
  /** @returns why it was not done, or `null`. */
  readonly onSignOut: (device: HubDevice) => Promise<string | null>
}

export function DeviceList({ devices, here, onSignOut }: DeviceListProps) {
  const [asked, setAsked] = useState<HubDevice | null>(null)
  const [said, setSaid] = useState<SaidWords | null>(null)

  async function signOut(device: HubDevice) {
    setAsked(null)
    const failure = await onSignOut(device)
    setSaid(failure === null ? saidDone(words.done(device.name)) : saidStop(failure))
  }

  return (
    <>
      <Said said={said} />
      <Scroll label={words.caption}>
        <table className="govuk-table">
          <caption className="govuk-visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              {[words.device, words.seen, words.waiting, words.action].map((column) => (
                <th key={column} scope="col" className="govuk-table__header">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {devices.map((device) => (
              <tr key={device.id} className={device.revoked ? 'muted' : undefined}>
                <th scope="row" className="govuk-table__cell">
                  {device.name} {device.id === here && <span className="muted">({words.here})</span>}
                </th>
                <td className="govuk-table__cell">{formatTime(device.seenAt)}</td>
                <td className="govuk-table__cell">{waitingWords(device)}</td>
                <td className="govuk-table__cell">
                  {device.revoked && words.ended}
                  {!device.revoked && device.id !== here && (
                    <button
                      type="button"
                      className="link-button"
                      aria-label={words.signOutNamed(device.name)}
                      onClick={() => setAsked(device)}
                    >
                      {words.signOut}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {asked && (
        <Notice tone="warn" live="polite">
          <p>{words.confirm(asked.name, asked.waiting.count)}</p>
          <div className="row">
            <button
              type="button"
              className="govuk-button govuk-button--warning govuk-!-margin-bottom-0"
              onClick={() => void signOut(asked)}
            >
              {words.confirmAction}
            </button>
            <button type="button" className="link-button" onClick={() => setAsked(null)}>
              {common.cancel}
            </button>
          </div>
        </Notice>
      )}
    </>
  )
}

function waitingWords({ waiting: { count, oldestAt } }: HubDevice): string {
  if (count === 0) return words.none
  return oldestAt === null ? words.items(count) : words.itemsSince(count, formatDay(oldestAt))
}
