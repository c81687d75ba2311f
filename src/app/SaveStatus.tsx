/** "Saved on this device", said only when nothing is on its way to the disk and nothing typed is still held back. */
import { hasAside, useSaveState } from '../store/save-state'
import { common } from '../text/common'

export function SaveStatus() {
  const { inFlight, unsaved, failed, lastSavedAt } = useSaveState()
  const isNotSaved = failed || hasAside(unsaved)
  const label = isNotSaved
    ? common.notSaved
    : inFlight > 0 || unsaved.size > 0
      ? common.saving
      : lastSavedAt === null
        ? ''
        : common.saved
  return (
    <span role="status" data-save={label === common.saved ? 'saved' : isNotSaved ? 'failed' : 'busy'}>
      {label}
    </span>
  )
}
