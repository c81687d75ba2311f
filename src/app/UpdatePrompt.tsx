/** Offers a new version. It is taken when the person says so and nothing typed in any tab is still on its way to the disk. */
import { useState } from 'react'
import { useSaveState } from '../store/save-state'
import { common } from '../text/common'
import { useUpdate } from './update-state'

export function UpdatePrompt() {
  const take = useUpdate((state) => state.take)
  const isBusy = useSaveState((state) => state.inFlight > 0 || state.unsaved.size > 0)
  const [isOtherBusy, setOtherBusy] = useState(false)
  if (!take) return null
  const words = isBusy ? common.update.unsaved : isOtherBusy ? common.update.otherTab : common.update.wait
  return (
    <section className="notice govuk-body no-print" aria-label={common.update.ready} role="status">
      <div className="row">
        <span>
          <strong>{common.update.ready}</strong> {words}
        </span>
        <button
          type="button"
          className="govuk-button govuk-!-margin-bottom-0"
          disabled={isBusy}
          onClick={() => void take().then((taken) => setOtherBusy(!taken))}
        >
          {common.update.action}
        </button>
      </div>
    </section>
  )
}
