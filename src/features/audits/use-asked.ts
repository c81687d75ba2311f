/**
 * What is asked of the list, kept in the address as one types, without being taken for a new page by the router: focus
 * stays in the field, and going back leads to the page before the list, not to the letter before.
 *
 * Effects: the address.
 */
import { useCallback, useMemo, useState } from 'react'
import { useLocation } from 'react-router'
import { type Asked, addressOf, askedOf } from './list-address'

export function useAsked(): { readonly asked: Asked; readonly ask: (asked: Asked) => void } {
  const { key, search } = useLocation()
  const linked = useMemo(() => askedOf(new URLSearchParams(search)), [search])
  const [held, setHeld] = useState<{ readonly key: string; readonly asked: Asked } | null>(null)
  // What was typed belongs to the visit it was typed in; a link to another page of the list is a new one.
  const asked = held?.key === key ? held.asked : linked
  const ask = useCallback(
    (next: Asked) => {
      setHeld({ key, asked: next })
      window.history.replaceState(window.history.state, '', `${window.location.pathname}${addressOf(next)}`)
    },
    [key],
  )
  return { asked, ask }
}
