/**
 * The token of a one-time link. It stands after the `#` of the address, which browsers never send; it is taken out of the
 * address at once, so that it shows in no history, bookmark or screenshot, and kept in the tab's own memory until it is
 * used, so that a reload or a way round by the organisation's sign-in does not lose it.
 *
 * Effects: address, session storage.
 */
import { LinkAnswer } from '../../wire/accounts'

export interface LinkToken {
  readonly type: LinkAnswer['type']
  readonly token: string
}

const KEPT = 'plumbline-link'

/** @returns `null`: there is no link. */
export function takeLinkToken(): LinkToken | null {
  const asked = new URLSearchParams(window.location.hash.slice(1))
  const found = LinkAnswer.shape.type.options.flatMap((type): readonly LinkToken[] => {
    const token = asked.get(type)
    return token ? [{ type, token }] : []
  })[0]
  if (!found) return keptToken()
  history.replaceState(history.state, '', window.location.pathname)
  sessionStorage.setItem(KEPT, JSON.stringify(found))
  return found
}

function keptToken(): LinkToken | null {
  const kept = sessionStorage.getItem(KEPT)
  if (kept === null) return null
  const { type, token } = JSON.parse(kept)
  const isType = LinkAnswer.shape.type.safeParse(type)
  return isType.success && typeof token === 'string' ? { type: isType.data, token } : null
}

/** It was used, or does not work. */
export function forgetLinkToken(): void {
  sessionStorage.removeItem(KEPT)
}
