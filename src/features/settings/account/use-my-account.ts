/** One's own account as the hub has it: asked when the page opens, and again after every change. */
import { useCallback, useEffect, useState } from 'react'
import { type AccountRefusal, whoAmI } from '../../../sync/accounts'
import type { HubDevice, Me } from '../../../wire/accounts'

export interface MyAccount {
  readonly user: Me['user']
  /** Of this area; the last seen first. */
  readonly devices: readonly HubDevice[]
}

export type MyAccountState =
  | { readonly type: 'loading' }
  | { readonly type: 'refused'; readonly refusal: AccountRefusal }
  | { readonly type: 'known'; readonly account: MyAccount }

export function useMyAccount(token: string, area: string) {
  const [state, setState] = useState<MyAccountState>({ type: 'loading' })
  const ask = useCallback(async () => {
    const me = await whoAmI(token)
    if (!me.ok) return setState({ type: 'refused', refusal: me.error })
    const place = me.value.places.find((one) => one.area === area)
    const devices = [...(place?.devices ?? [])].sort((a, b) => (a.seenAt < b.seenAt ? 1 : -1))
    setState({ type: 'known', account: { user: me.value.user, devices } })
  }, [token, area])
  useEffect(() => void ask(), [ask])
  return { state, ask }
}
