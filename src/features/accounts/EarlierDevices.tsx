/**
 * Says plainly that an earlier browser of this member had work to send when it was last seen: if its data was cleared, that
 * work is lost. Rule: issue "The hub", the device ("says plainly when a device has lost unsent items").
 */
import { arrival } from '../../text/accounts'
import { formatCount, formatDay } from '../../ui/format'
import { Page } from '../../ui/Page'
import type { HubDevice } from '../../wire/accounts'

const words = arrival.earlier

interface EarlierDevicesProps {
  readonly devices: readonly HubDevice[]
  readonly onGoOn: () => void
}

export function EarlierDevices({ devices, onGoOn }: EarlierDevicesProps) {
  return (
    <Page title={words.title} narrow>
      <p className="govuk-body-l">{words.intro}</p>
      <ul className="govuk-list govuk-list--bullet">
        {devices.map(({ id, name, waiting, seenAt }) => (
          <li key={id}>{words.item(name, formatCount(waiting.count), formatDay(seenAt))}</li>
        ))}
      </ul>
      <p className="govuk-body">{words.meaning}</p>
      <button type="button" className="govuk-button" onClick={onGoOn}>
        {words.action}
      </button>
    </Page>
  )
}
