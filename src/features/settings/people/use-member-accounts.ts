/** Who has an account and which devices they use, as the hub tells managers; asked again while a page waits for it. */
import { useCallback, useEffect, useState } from 'react'
import { type AccountRefusal, memberAccounts } from '../../../sync/accounts'
import type { MemberAccounts } from '../../../wire/accounts'

export type MemberAccount = MemberAccounts['members'][number]

export interface MemberAccountsView {
  /** By member; `undefined` while asking, `null` when the hub does not say. */
  readonly accounts: ReadonlyMap<string, MemberAccount> | null | undefined
  readonly refusal: AccountRefusal | null
  readonly ask: () => Promise<void>
}

const AGAIN_MS = 15_000

interface Asking {
  readonly token: string
  readonly area: string
}

/** @param asking `null`: not a manager, or no hub: nothing is asked. */
export function useMemberAccounts(asking: Asking | null, isFollowing = false): MemberAccountsView {
  const token = asking?.token
  const area = asking?.area
  const [view, setView] = useState<Omit<MemberAccountsView, 'ask'>>({ accounts: undefined, refusal: null })
  const ask = useCallback(async () => {
    if (token === undefined || area === undefined) return
    const answer = await memberAccounts(token, area)
    setView(
      answer.ok
        ? { accounts: new Map(answer.value.members.map((one) => [one.memberId, one])), refusal: null }
        : { accounts: null, refusal: answer.error },
    )
  }, [token, area])
  useEffect(() => {
    void ask()
    if (!isFollowing) return
    const timer = setInterval(() => void ask(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [ask, isFollowing])
  return { ...view, ask }
}
