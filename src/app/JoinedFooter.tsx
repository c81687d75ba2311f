/** The promise at the foot where something is sent: on a device with a hub, and where somebody gets to one. */
import { syncLine } from '../text/sync'

export function JoinedFooter() {
  return <>{syncLine.footer}</>
}
