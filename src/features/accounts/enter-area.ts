/**
 * From a signed-in account into one of its areas: this member's own database, named to the hub. A browser whose access was
 * taken away before gets a new name there, and what it had not sent goes on being sent.
 *
 * Effects: IndexedDB, fetch. Loaded when somebody enters, not before.
 */
import { ok, type Result } from '../../core/result'
import { closeDevice } from '../../store/device'
import { joinArea } from '../../store/joined'
import { type AccountRefusal, registerDevice } from '../../sync/accounts'
import { thisDeviceName } from '../../sync/device-name'
import { takeNewDeviceId } from '../../sync/new-device'
import type { Place } from './Arrival'

/** @returns once a page that is opened anew shows the area. */
export async function enterArea(token: string, place: Place): Promise<Result<true, AccountRefusal>> {
  const { area, areaName, memberId } = place
  const name = thisDeviceName()
  const { device, deviceId } = await joinArea({ areaId: area, memberId, token, areaName, deviceName: name })
  try {
    const named = await registerDevice(token, { area, device: deviceId, name })
    if (named.ok) return ok(true)
    if (named.error.type !== 'Revoked' && named.error.type !== 'DeviceTaken') return named
    const renamed = await registerDevice(token, { area, device: await takeNewDeviceId(device), name })
    return renamed.ok ? ok(true) : renamed
  } finally {
    closeDevice(device)
  }
}
