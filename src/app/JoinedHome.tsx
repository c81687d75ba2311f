/** The home page of a device with a hub: until its first fetch is complete, how far that is. */
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { FirstFetch } from '../features/accounts/FirstFetch'
import { HomePage } from '../features/home/HomePage'
import { useHere } from '../store/hooks'
import { hubNames } from '../store/joined'

export function JoinedHome() {
  const { device } = useHere()
  const [isSkipped, setSkipped] = useState(false)
  const first = useLiveQuery(async () => {
    const [sync, names] = [await device.tables.sync.get('sync'), await hubNames(device)]
    return { isComplete: sync?.completeAt != null, areaName: names?.areaName ?? '' }
  }, [device])
  if (!first || first.isComplete || isSkipped) return <HomePage />
  return <FirstFetch areaName={first.areaName} onSkip={() => setSkipped(true)} />
}
