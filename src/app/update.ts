/**
 * New versions: found by the service worker, taken only on the user's word and only while nothing is unsaved.
 *
 * Effects: service worker through workbox-window. Rule: issue "PWA"; interface.md, "States".
 */
import { Workbox } from 'workbox-window'
import { create } from 'zustand'

interface UpdateState {
  readonly waiting: (() => void) | null
  readonly offlineReady: boolean
}

export const useUpdate = create<UpdateState>(() => ({ waiting: null, offlineReady: false }))

/** Registers the service worker; without one (an old browser, a plain-HTTP address) the app still works while online. */
export async function watchForUpdates(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const workbox = new Workbox('/sw.js')
  workbox.addEventListener('activated', (event) => {
    if (!event.isUpdate) useUpdate.setState({ offlineReady: true })
  })
  workbox.addEventListener('waiting', () => {
    useUpdate.setState({
      waiting: () => {
        workbox.addEventListener('controlling', () => window.location.reload())
        workbox.messageSkipWaiting()
      },
    })
  })
  await workbox.register()
}
