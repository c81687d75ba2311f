/**
 * Fills the demo database, once: when the address asks for it (`/demo?start`), or on a press.
 *
 * Effects: IndexedDB through the store, the address.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { fillDemo } from '../../store/demo'
import { START_AT_ONCE } from '../../store/demo-place'
import type { Device, Session } from '../../store/device'
import type { StorageRefusal } from '../../store/storage-refusal'

type FillState =
  | { readonly type: 'waiting' }
  | { readonly type: 'making'; readonly share: number }
  | { readonly type: 'failed'; readonly refusal: StorageRefusal }

interface Fill {
  readonly state: FillState
  readonly fill: () => void
}

export function useFill(device: Device, onSession: (session: Session) => void): Fill {
  const [asked] = useSearchParams()
  const isAtOnce = asked.has(START_AT_ONCE)
  const [state, setState] = useState<FillState>(isAtOnce ? { type: 'making', share: 0 } : { type: 'waiting' })
  const isUnderWay = useRef(false)
  const navigate = useNavigate()

  const fill = useCallback(() => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setState({ type: 'making', share: 0 })
    void fillDemo(device, { onProgress: (share) => setState({ type: 'making', share }) }).then(async (filled) => {
      isUnderWay.current = false
      if (!filled.ok) return setState({ type: 'failed', refusal: filled.error })
      // Going back to this address later must not make the county again.
      await navigate('/', { replace: true })
      onSession(filled.value)
    })
  }, [device, navigate, onSession])

  useEffect(() => {
    if (isAtOnce) fill()
  }, [isAtOnce, fill])
  return { state, fill }
}
