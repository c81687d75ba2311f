/** What kind of hub serves this app, asked once when the screen opens. */
import { useEffect, useState } from 'react'
import { aboutHub } from '../../sync/accounts'
import type { About } from '../../wire/accounts'

/** A hub that takes longer is treated as none: the app works alone meanwhile. */
const PATIENCE_MS = 4_000

/** @returns `undefined` while asking; `null`: no hub answers at this address. */
export function useHub(): About | null | undefined {
  const [about, setAbout] = useState<About | null>()
  useEffect(() => {
    let isWanted = true
    void aboutHub(PATIENCE_MS).then((answer) => {
      if (isWanted) setAbout(answer.ok ? answer.value : null)
    })
    return () => {
      isWanted = false
    }
  }, [])
  return about
}
