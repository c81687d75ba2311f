/** Where a person's account stands, in words. Pure but for the time of day where none is given. */
import { peopleAccounts as words } from '../../../text/account-settings'
import { formatTime } from '../../../ui/format'
import type { MemberAccount } from './use-member-accounts'

export function accountState({ hasAccount, invitedUntil, devices }: MemberAccount, now = new Date()): string {
  if (!hasAccount) {
    if (invitedUntil === null) return words.none
    return invitedUntil > now.toISOString() ? words.invited(formatTime(invitedUntil)) : words.expired
  }
  const last = devices
    .map(({ seenAt }) => seenAt)
    .sort()
    .at(-1)
  const waiting = devices.reduce((sum, { waiting: { count } }) => sum + count, 0)
  return [
    words.active,
    last === undefined ? words.neverSeen : words.seen(formatTime(last)),
    ...(waiting > 0 ? [words.waiting(waiting)] : []),
  ].join(', ')
}
