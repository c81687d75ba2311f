/**
 * Opening a database that another tab holds in an older or newer version, and making room for a newer one. Only one version
 * of the database can be open in a browser at a time.
 *
 * Effects: IndexedDB. Rule: issue "Database upgrades close politely".
 */
import Dexie from 'dexie'
import type { Device } from './device'
import { DATABASE_VERSION, Tables } from './tables'

/** A tab that closes politely has done so by then: nobody is asked to close it. */
const BLOCKED_AFTER_MS = 1_000
/** A disk that has not taken the last words by then does not keep the newer version waiting. */
const SAVE_WITHIN_MS = 3_000

/** @throws VersionError when the database is newer than this app: it may hold what this app would spoil. */
export async function openTables(name: string, onBlocked: () => void): Promise<Tables> {
  const tables = new Tables(name)
  let timer: ReturnType<typeof setTimeout> | undefined
  tables.on('blocked', () => {
    timer = setTimeout(onBlocked, BLOCKED_AFTER_MS)
  })
  try {
    await tables.open()
  } finally {
    clearTimeout(timer)
  }
  // Dexie opens a newer database as it is; its tables may mean something else by now.
  if (versionOf(tables) > DATABASE_VERSION) {
    tables.close({ disableAutoOpen: true })
    throw new Dexie.VersionError(`${name} is newer than this app`)
  }
  return tables
}

/** Dexie multiplies its versions by ten, to leave room between them. */
function versionOf(tables: Tables): number {
  return tables.backendDB().version / 10
}

export interface Upgrade {
  /** The database is wanted by a newer version: nothing may be typed any more. */
  readonly onWanted: () => void
  /** It is closed. `isAllSaved`: nothing typed was left out. */
  readonly onClosed: (isAllSaved: boolean) => void
}

/**
 * Saves what is held back and closes the database when another tab opens it in a newer version.
 * @param isAllSaved asked at the end.
 * @returns stops listening.
 */
export function onUpgrade(device: Device, isAllSaved: () => boolean, { onWanted, onClosed }: Upgrade): () => void {
  const { tables, savers } = device
  const close = async () => {
    const saving = Promise.allSettled([...savers].map((save) => save()))
    onWanted()
    await Promise.race([saving, new Promise((resolve) => setTimeout(resolve, SAVE_WITHIN_MS))])
    const isAll = isAllSaved()
    tables.close({ disableAutoOpen: true })
    onClosed(isAll)
  }
  const hear = (event: IDBVersionChangeEvent) => {
    // A deletion is answered elsewhere (demo.ts).
    if (event.newVersion === null || event.newVersion === 0) return true
    void close()
    // Ends Dexie's own answer, which would close without saving.
    return false
  }
  tables.on('versionchange', hear)
  return () => tables.on('versionchange').unsubscribe(hear)
}
