/** Makes the fictional county where there is none yet: at once for those who pressed for it, else with one button. */
import type { Device, Session } from '../../store/device'
import { common } from '../../text/common'
import { demo } from '../../text/demo'
import { refusalText } from '../../text/refusals'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { useFill } from './use-fill'

interface DemoStartPageProps {
  readonly device: Device
  readonly onSession: (session: Session) => void
}

export function DemoStartPage({ device, onSession }: DemoStartPageProps) {
  const { state, fill } = useFill(device, onSession)
  const words = demo.start
  return (
    <Page title={words.title} narrow>
      <p className="govuk-body-l">{words.intro}</p>
      {state.type === 'failed' && (
        <Notice tone="stop" live="assertive">
          {words.failed} {refusalText(state.refusal)}
        </Notice>
      )}
      {state.type === 'making' ? (
        <p className="govuk-body" role="status">
          <label htmlFor="making">{words.making}</label>
          <progress className="demo-progress" id="making" value={state.share} max={1}>
            {common.loading}
          </progress>
        </p>
      ) : (
        <button type="button" className="govuk-button" onClick={fill}>
          {state.type === 'failed' ? words.again : words.action}
        </button>
      )}
      <ul className="govuk-list govuk-list--bullet muted">
        {words.promises.map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ul>
    </Page>
  )
}
