/** Runs something that nobody waits for, once the browser has nothing better to do. */
const NO_IDLE_MS = 300

export function whenIdle(run: () => void): void {
  // Safari has no idle callbacks yet.
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 2000 })
  else setTimeout(run, NO_IDLE_MS)
}
