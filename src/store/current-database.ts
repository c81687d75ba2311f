/**
 * Which database this browser opens: that of a device working alone, or that of one member of one area of a hub.
 *
 * Effects: localStorage; a name of random ids, nothing about anybody.
 */
import { DATABASE } from './device'

const PLACE = 'plumbline-database'

/** One for each member and area, so that two people who share a browser never see each other's records. */
export function databaseOf(areaId: string, memberId: string): string {
  return `${DATABASE}-${areaId}-${memberId}`
}

export function currentDatabase(): string {
  try {
    return localStorage.getItem(PLACE) ?? DATABASE
  } catch {
    // A browser that forbids storage: it cannot have joined a hub either.
    return DATABASE
  }
}

/** From the next start on; a tab that is open stays with the database it opened. */
export function chooseDatabase(name: string): void {
  if (name === DATABASE) localStorage.removeItem(PLACE)
  else localStorage.setItem(PLACE, name)
}
