/** The line in the frame of a device with a hub: sent, waiting, or what needs somebody; it leads to the page that says more. */
import { useState } from 'react'
import { NavLink } from 'react-router'
import { type SyncStatus, useSyncStatus } from '../sync/status'
import { syncLine as words } from '../text/sync'
import { formatCount } from '../ui/format'

export function JoinedStatus() {
  const status = useSyncStatus()
  const { state } = status
  // While it is asked again, a hub that did not answer is still one that did not: the line does not flicker.
  const [settled, setSettled] = useState(state)
  if (state !== 'syncing' && state !== settled) setSettled(state)
  const { kind, label } = lineOf({ ...status, state: settled === 'idle' ? state : settled })
  return (
    <NavLink className="app-header__sync" to="/attention" data-sync={kind}>
      {label}
    </NavLink>
  )
}

interface Line {
  readonly kind: 'sent' | 'waiting' | 'attention' | 'stopped'
  readonly label: string
}

/** What somebody has to do comes first; that there is no network is nothing to be told off for. */
function lineOf({ state, waiting, attention }: SyncStatus): Line {
  if (state === 'signed-out' || state === 'revoked' || state === 'too-old') {
    return { kind: 'stopped', label: words[state] }
  }
  if (attention > 0) return { kind: 'attention', label: words.attention(formatCount(attention)) }
  const count = formatCount(waiting)
  if (waiting > 0) {
    return { kind: 'waiting', label: state === 'syncing' ? words.sending(count) : words.waiting(count) }
  }
  return { kind: 'sent', label: state === 'offline' ? words.offline : words.sent }
}
