/** The promise at the foot of a device with a hub. */
import { syncLine } from '../text/sync'

export function JoinedFooter() {
  return <>{syncLine.footer}</>
}
