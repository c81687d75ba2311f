/**
 * A part of a page that is loaded after the page stands. Unlike a suspended part, it is shown the moment it is there:
 * React holds a loading state for 300 ms once it has shown one.
 */
import { type ComponentType, useEffect, useState } from 'react'

/** @param load always the same function. @returns `null` until the part is there. */
export function usePart(load: () => Promise<ComponentType>): ComponentType | null {
  const [Part, setPart] = useState<ComponentType | null>(null)
  useEffect(() => {
    let isWanted = true
    void load().then((loaded) => {
      if (isWanted) setPart(() => loaded)
    })
    return () => {
      isWanted = false
    }
  }, [load])
  return Part
}
