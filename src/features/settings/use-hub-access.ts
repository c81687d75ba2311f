/** What this device shows the hub when it asks about accounts: its token, its area and its own name there. */
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { useHere } from '../../store/hooks'
import { deviceIdOf, useToken } from '../../store/joined'

export interface HubAccess {
  readonly token: string
  readonly area: string
  /** This device's name to the hub. */
  readonly device: string
}

/** @returns `undefined` while loading; `null`: the device works alone, or is signed out. */
export function useHubAccess(): HubAccess | null | undefined {
  const { device, session } = useHere()
  const token = useToken()
  const id = useLiveQuery(async () => (device.isJoined ? deviceIdOf(device) : null), [device])
  return useMemo(() => {
    if (token === undefined || id === undefined) return undefined
    return token === null || id === null ? null : { token, area: session.areaId, device: id }
  }, [token, id, session.areaId])
}
