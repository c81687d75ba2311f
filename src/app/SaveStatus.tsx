/**
 * "Saved on this device", said only when nothing is on its way to the disk and nothing typed is still held back; on a device
 * with a hub, how that stands beside it.
 */
import { lazy, Suspense } from 'react'
import { hasAside, useSaveState } from '../store/save-state'
import { useSyncStatus } from '../sync/status'
import { common } from '../text/common'

const JoinedStatus = lazy(() => import('./JoinedStatus').then((m) => ({ default: m.JoinedStatus })))

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
  const isJoined = useSyncStatus((state) => state.mode === 'joined')
  return (
    <>
      <span role="status" data-save={label === common.saved ? 'saved' : isNotSaved ? 'failed' : 'busy'}>
        {label}
      </span>
      {isJoined && (
        <Suspense>
          <JoinedStatus />
        </Suspense>
      )}
    </>
  )
}
