/** Runs something that nobody waits for: after the first page has had its time, and once the browser has nothing better to do. */
const AFTER_MS = 1000

export function whenIdle(run: () => void): void {
  setTimeout(() => {
    // Safari has no idle callbacks yet.
    if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 2000 })
    else run()
  }, AFTER_MS)
}
