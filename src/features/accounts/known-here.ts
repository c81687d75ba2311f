/**
 * Under which name the hub knows this very browser, for a member who has records in it already: what it still has to send
 * is not lost, so nobody is warned of it.
 *
 * Effects: IndexedDB.
 */
import { databaseOf } from '../../store/current-database'
import { closeDevice, openDevice } from '../../store/device'
import { deviceIdOf, listDatabases } from '../../store/joined'

/** @returns `null`: this browser has no records of this member. */
export async function deviceIdHere(areaId: string, memberId: string): Promise<string | null> {
  const name = databaseOf(areaId, memberId)
  const known = (await listDatabases()).some((one) => one.name === name)
  if (!known) return null
  const device = await openDevice(name)
  try {
    return await deviceIdOf(device)
  } finally {
    closeDevice(device)
  }
}
