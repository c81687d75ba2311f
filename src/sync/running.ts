/**
 * The sync of this tab: begun once the first page stands, asked for by a person, ended with signing out.
 *
 * Effects: as triggers.ts; one per tab.
 */
import type { Result } from '../core/result'
import type { Device, Session } from '../store/device'
import { signOut, type Unsent } from '../store/joined'
import { type Syncing, startSync } from './triggers'

let running: Syncing | null = null

export function runSync(device: Device, session: Session): void {
  running ??= startSync(device, session)
}

/** Asked for by a person. @returns once it is over; status.ts says how it went. */
export async function syncNow(): Promise<void> {
  await running?.syncNow()
}

/**
 * Sends what can still be sent, then deletes everything of this member from the browser.
 * @param loseUnsent the person was told what is lost, and wants it so.
 * @returns what would be lost; then everything is as before.
 */
export async function signOutHere(
  device: Device,
  session: Session,
  { loseUnsent }: { readonly loseUnsent: boolean },
): Promise<Result<true, Unsent>> {
  await running?.syncNow()
  await running?.stop()
  running = null
  const done = await signOut(device, { loseUnsent })
  if (!done.ok) runSync(device, session)
  return done
}
