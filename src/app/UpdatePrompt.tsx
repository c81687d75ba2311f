/** Offers a new version. It is taken when the person says so and nothing they typed is still on its way to the disk. */
import { useSaveState } from '../store/save-state'
import { common } from '../text/common'
import { useUpdate } from './update'

export function UpdatePrompt() {
  const waiting = useUpdate((state) => state.waiting)
  const isBusy = useSaveState((state) => state.inFlight > 0 || state.unsaved.size > 0)
  if (!waiting) return null
  return (
    <section className="notice govuk-body no-print" aria-label={common.update.ready} role="status">
      <div className="row">
        <span>
          <strong>{common.update.ready}</strong> {isBusy ? common.update.unsaved : common.update.wait}
        </span>
        <button type="button" className="govuk-button govuk-!-margin-bottom-0" disabled={isBusy} onClick={waiting}>
          {common.update.action}
        </button>
      </div>
    </section>
  )
}
