/**
 * Opens the device, finds out who uses it and draws the app; a device that cannot store says so instead. The address
 * decides once, for the whole life of the tab, between the real database and that of the fictional county.
 */
import { useEffect, useState } from 'react'
import { isDemoPath, onDemoGone, openDeviceAt, throwDemoAway } from '../store/demo'
import { type Device, type Session, session as sessionOf } from '../store/device'
import { storageRefusal } from '../store/storage-refusal'
import { refusalText } from '../text/refusals'
import { App } from './App'

type Start =
  | { readonly type: 'opening' }
  | { readonly type: 'open'; readonly device: Device; readonly session: Session | null }
  /** The fictional county is being thrown away. */
  | { readonly type: 'leaving' }
  | { readonly type: 'failed'; readonly message: string }

const isDemo = isDemoPath(window.location.pathname)

export function Start() {
  const [start, setStart] = useState<Start>({ type: 'opening' })
  async function leave(device: Device) {
    setStart({ type: 'leaving' })
    await throwDemoAway(device)
    goToOwnArea()
  }
  useEffect(() => {
    openThisDevice().then(setStart, (cause: unknown) => setStart({ type: 'failed', message: failureText(cause) }))
  }, [])
  if (start.type === 'opening' || start.type === 'leaving') return null
  if (start.type === 'failed') {
    return (
      <main className="app-main app-main--narrow">
        <p className="govuk-body" role="alert">
          {start.message}
        </p>
      </main>
    )
  }
  return (
    <App
      device={start.device}
      session={start.session}
      onThrowAway={isDemo ? () => void leave(start.device) : null}
      onSession={(session) => setStart({ type: 'open', device: start.device, session })}
    />
  )
}

/** Its records are gone: the real app takes the page over, and going back does not lead here. */
const goToOwnArea = () => window.location.replace('/')

async function openThisDevice(): Promise<Start> {
  const device = await openDeviceAt(window.location.pathname)
  if (isDemo) onDemoGone(device, goToOwnArea)
  return { type: 'open', device, session: (await sessionOf(device)) ?? null }
}

function failureText(cause: unknown): string {
  return refusalText(storageRefusal(cause))
}
