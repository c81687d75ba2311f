/**
 * Tells listeners that an area changed, at most once per area in a tenth of a second: the first change at once, what follows
 * in the same tenth together at its end.
 *
 * Effects: timers, which never keep the process alive. Rule: sync.md, "Several tabs".
 */
const WINDOW_MS = 100

export interface Coalesced {
  (area: string): void
  /** Sends at once what still waits for the end of its tenth. */
  readonly flush: () => void
}

export function coalesce(send: (area: string) => void): Coalesced {
  /** Areas told within the last tenth, and whether they changed again since. */
  const windows = new Map<string, { again: boolean; readonly timer: NodeJS.Timeout }>()

  function tell(area: string): void {
    const open = windows.get(area)
    if (open) {
      open.again = true
      return
    }
    const timer = setTimeout(() => end(area), WINDOW_MS)
    timer.unref()
    windows.set(area, { again: false, timer })
    send(area)
  }

  function end(area: string): void {
    const closed = windows.get(area)
    windows.delete(area)
    if (closed) clearTimeout(closed.timer)
    if (closed?.again) tell(area)
  }

  function flush(): void {
    for (const area of [...windows.keys()]) end(area)
    for (const { timer } of windows.values()) clearTimeout(timer)
    windows.clear()
  }

  return Object.assign(tell, { flush })
}

export interface Listeners {
  readonly add: (listener: (area: string) => void) => () => void
  readonly tell: (area: string) => void
}

export function listeners(): Listeners {
  const all = new Set<(area: string) => void>()
  return {
    add: (listener) => {
      // A wrapper of its own, so that one function added twice is two listeners.
      const own = (area: string): void => listener(area)
      all.add(own)
      return () => all.delete(own)
    },
    tell: (area) => {
      for (const listener of all) listener(area)
    },
  }
}
