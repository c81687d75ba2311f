/** Whether everything somebody did has reached the hub, as far as their devices said; the risk of going on without it. */
import { leaver } from '../../../text/account-settings'
import { formatTime } from '../../../ui/format'
import type { Leaving } from './use-leaving'

const words = leaver.sent

export function SentStep({ leaving: { leaver: one, done, takeRisk } }: { readonly leaving: Leaving }) {
  const { devices, isRiskTaken } = one
  const held = devices?.filter(({ waiting, revoked }) => waiting.count > 0 && !revoked) ?? []
  return (
    <>
      {devices === null && <p className="govuk-body">{words.unknown}</p>}
      {devices?.length === 0 && <p className="govuk-body">{words.none}</p>}
      {devices !== null && devices.length > 0 && held.length === 0 && <p className="govuk-body">{words.clear}</p>}
      {held.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {held.map(({ id, name, waiting, seenAt }) => (
            <li key={id}>{words.waiting(name, waiting.count, formatTime(seenAt))}</li>
          ))}
        </ul>
      )}
      {isRiskTaken && <p className="govuk-body">{words.wentOn}</p>}
      {!done.sent && (
        <>
          {held.length > 0 && <p className="govuk-body">{words.ask}</p>}
          <p className="govuk-body">{words.risk}</p>
          <button
            type="button"
            className="govuk-button govuk-button--warning govuk-!-margin-bottom-2"
            onClick={takeRisk}
          >
            {words.goOn}
          </button>
        </>
      )}
    </>
  )
}
