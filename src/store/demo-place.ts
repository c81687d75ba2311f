/**
 * Where the fictional county is: its address, its database, opening it and throwing it away whole. Small, because the app
 * asks this before anything else; filling the county is demo.ts.
 *
 * Effects: IndexedDB. Nothing here ever writes the real database.
 */
import { chooseDatabase, currentDatabase } from './current-database'
import { closeDevice, DATABASE, type Device, openDevice } from './device'

export const DEMO_DATABASE = 'plumbline-demo'
/** Where the fictional county lives. Its address decides the database, so a tab is one or the other as long as it is open. */
export const DEMO_BASE = '/demo'
/** In the query of its address: make the county at once where there is none. */
export const START_AT_ONCE = 'start'

/** @param path of the address, as `location.pathname` has it */
export function isDemoPath(path: string): boolean {
  return path === DEMO_BASE || path.startsWith(`${DEMO_BASE}/`)
}

/** Opens the database an address belongs to: that of the county, or this browser's current one. */
export async function openDeviceAt(path: string, onBlocked?: () => void): Promise<Device> {
  if (isDemoPath(path)) return openDevice(DEMO_DATABASE, onBlocked)
  const device = await openDevice(currentDatabase(), onBlocked)
  if (device.isJoined || device.tables.name === DATABASE) return device
  // The browser has thrown the member's records away, and opening made an empty database: signing in brings them back.
  closeDevice(device)
  await device.tables.delete()
  chooseDatabase(DATABASE)
  return openDevice(DATABASE, onBlocked)
}

/** Deletes the demo database with its key and everything in it. Other tabs that show it are told by `onDemoGone`. */
export async function throwDemoAway(device: Device): Promise<void> {
  closeDevice(device)
  await device.tables.delete()
  const { forgetAllTyped } = await import('./rescue')
  forgetAllTyped(device.tables.name)
}

/**
 * Closes the database when another tab throws it away, so that the deletion need not wait, and never opens it again.
 * @returns stops listening.
 */
export function onDemoGone(device: Device, gone: () => void): () => void {
  const { tables } = device
  const close = (event: IDBVersionChangeEvent) => {
    if (event.newVersion) return true
    tables.close({ disableAutoOpen: true })
    gone()
    // Ends Dexie's own answer, which would open the database again on the next read.
    return false
  }
  tables.on('versionchange', close)
  return () => tables.on('versionchange').unsubscribe(close)
}
