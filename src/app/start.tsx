/**
 * Opens the device, finds out who uses it and draws the app; a device that cannot store says so instead. The address
 * decides once, for the whole life of the tab, between the real database and that of the fictional county.
 */
import { lazy, Suspense, startTransition, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { isDemoPath, onDemoGone, openDeviceAt, throwDemoAway } from '../store/demo-place'
import { type Device, type Session, session as sessionOf } from '../store/device'
import { onUpgrade } from '../store/device-upgrade'
import { useSaveState } from '../store/save-state'
import { storageRefusal } from '../store/storage-refusal'
import { App } from './App'
import { whenIdle } from './when-idle'

const BlockedPage = lazy(() => import('./VersionPages').then((m) => ({ default: m.BlockedPage })))
const OlderPage = lazy(() => import('./VersionPages').then((m) => ({ default: m.OlderPage })))
const SupersededPage = lazy(() => import('./VersionPages').then((m) => ({ default: m.SupersededPage })))

type Start =
  | { readonly type: 'opening' }
  | { readonly type: 'open'; readonly device: Device; readonly session: Session | null }
  /** The fictional county is being thrown away, or the last words are being saved for a newer version. */
  | { readonly type: 'leaving' }
  /** An older version keeps the database open in another tab. */
  | { readonly type: 'blocked' }
  /** A newer version has the database now. */
  | { readonly type: 'superseded'; readonly isAllSaved: boolean }
  /** The database was made by a newer version. */
  | { readonly type: 'older' }
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
    // A transition: React waits for the first page's parts instead of showing, and then holding, a loading state.
    void openThisDevice(setStart)
      .catch(failure)
      .then((opened) => startTransition(() => setStart(opened)))
  }, [])
  switch (start.type) {
    case 'leaving':
      return null
    case 'blocked':
      return (
        <Suspense>
          <BlockedPage />
        </Suspense>
      )
    case 'superseded':
      return (
        <Suspense>
          <SupersededPage isAllSaved={start.isAllSaved} />
        </Suspense>
      )
    case 'older':
      return (
        <Suspense>
          <OlderPage />
        </Suspense>
      )
    case 'failed':
      return (
        <main className="app-main app-main--narrow">
          <p className="govuk-body" role="alert">
            {start.message}
          </p>
        </main>
      )
    case 'opening':
    case 'open': {
      const device = start.type === 'open' ? start.device : null
      return (
        <App
          device={device}
          session={start.type === 'open' ? start.session : null}
          onThrowAway={isDemo ? () => device && void leave(device) : null}
          onSession={(session) => device && setStart({ type: 'open', device, session })}
        />
      )
    }
  }
}

/** Its records are gone: the real app takes the page over, and going back does not lead here. */
const goToOwnArea = () => window.location.replace('/')

const isAllSaved = () => useSaveState.getState().unsaved.size === 0

async function openThisDevice(onChange: (start: Start) => void): Promise<Start> {
  const device = await openDeviceAt(window.location.pathname, () => onChange({ type: 'blocked' }))
  if (isDemo) onDemoGone(device, goToOwnArea)
  onUpgrade(device, isAllSaved, {
    // At once: nothing may be typed any more that would not be saved.
    onWanted: () => flushSync(() => onChange({ type: 'leaving' })),
    onClosed: (isAll) => onChange({ type: 'superseded', isAllSaved: isAll }),
  })
  const session = (await sessionOf(device)) ?? null
  if (device.isJoined && session) keepInStep(device, session)
  return { type: 'open', device, session }
}

/** Sync has its time after the first page. */
function keepInStep(device: Device, session: Session): void {
  whenIdle(() => void import('../sync/running').then(({ runSync }) => runSync(device, session)))
}

async function failure(cause: unknown): Promise<Start> {
  const refusal = storageRefusal(cause)
  if (refusal.type === 'StorageNewer') return { type: 'older' }
  const { refusalText } = await import('../text/refusals')
  return { type: 'failed', message: refusalText(refusal) }
}
