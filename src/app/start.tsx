/** Opens the device, finds out who uses it and draws the app; a device that cannot store says so instead. */
import { useEffect, useState } from 'react'
import { type Device, openDevice, type Session, session as sessionOf } from '../store/device'
import { storageRefusal } from '../store/storage-refusal'
import { refusalText } from '../text/refusals'
import { App } from './App'

type Start =
  | { readonly type: 'opening' }
  | { readonly type: 'open'; readonly device: Device; readonly session: Session | null }
  | { readonly type: 'failed'; readonly message: string }

export function Start() {
  const [start, setStart] = useState<Start>({ type: 'opening' })
  useEffect(() => {
    openThisDevice().then(setStart, (cause: unknown) => setStart({ type: 'failed', message: failureText(cause) }))
  }, [])
  if (start.type === 'opening') return null
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
      onSession={(session) => setStart({ type: 'open', device: start.device, session })}
    />
  )
}

async function openThisDevice(): Promise<Start> {
  const device = await openDevice()
  return { type: 'open', device, session: (await sessionOf(device)) ?? null }
}

function failureText(cause: unknown): string {
  return refusalText(storageRefusal(cause))
}
