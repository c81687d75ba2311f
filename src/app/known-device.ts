/**
 * Whether this browser was set up before: only so that the frame can show its menu while the database still opens.
 *
 * Effects: local storage; one mark, nothing about anybody. Wrong guesses are put right once the database is open.
 */
const MARK = 'plumbline-set-up'

export function wasSetUp(): boolean {
  try {
    return localStorage.getItem(MARK) !== null
  } catch {
    // A browser that forbids storage: there is nothing to remember.
    return false
  }
}

export function rememberSetUp(): void {
  if (!wasSetUp()) localStorage.setItem(MARK, '1')
}
