/**
 * New versions: found by the service worker, taken on the user's word alone, in all tabs together, and only while no tab
 * holds anything that is not yet saved.
 *
 * Effects: service worker through workbox-window, messages between tabs. Loaded after first paint.
 * Rule: interface.md, "States"; sync.md, "Several tabs".
 */
import { Workbox } from 'workbox-window'
import { useSaveState } from '../store/save-state'
import { useUpdate } from './update-state'

const CHECK_EVERY_MS = 60 * 60 * 1000
/** How long other tabs have to say that they are still saving. */
const ANSWER_WITHIN_MS = 400
/** A second reload sooner than this would be a loop: the page stays as it is instead. */
const LOOP_MS = 15_000
const RELOADED_AT = 'plumbline-reloaded-at'

/** Registers the service worker; without one (an old browser, a plain-HTTP address) the app works while online. */
export async function watchForUpdates(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const tabs = new BroadcastChannel('plumbline-update')
  tabs.addEventListener('message', ({ data }) => {
    if (data === 'ask' && isBusy()) tabs.postMessage('busy')
  })
  const workbox = new Workbox('/sw.js')
  workbox.addEventListener('activated', ({ isUpdate }) => {
    if (!isUpdate) useUpdate.setState({ offlineReady: true })
  })
  workbox.addEventListener('waiting', () => {
    useUpdate.setState({
      take: async () => {
        if (isBusy() || (await isAnyTabBusy(tabs))) return false
        workbox.messageSkipWaiting()
        return true
      },
    })
  })
  workbox.addEventListener('controlling', ({ isUpdate, isExternal }) => {
    if (isUpdate || isExternal) reloadOnce()
  })
  await workbox.register()
  setInterval(() => void workbox.update().catch(() => undefined), CHECK_EVERY_MS)
}

function isBusy(): boolean {
  const { inFlight, unsaved } = useSaveState.getState()
  return inFlight > 0 || unsaved.size > 0
}

function isAnyTabBusy(tabs: BroadcastChannel): Promise<boolean> {
  return new Promise((resolve) => {
    const heard = ({ data }: MessageEvent) => data === 'busy' && finish(true)
    const timer = setTimeout(() => finish(false), ANSWER_WITHIN_MS)
    function finish(busy: boolean) {
      clearTimeout(timer)
      tabs.removeEventListener('message', heard)
      resolve(busy)
    }
    tabs.addEventListener('message', heard)
    tabs.postMessage('ask')
  })
}

function reloadOnce(): void {
  const last = Number(sessionStorage.getItem(RELOADED_AT) ?? 0)
  if (Date.now() - last < LOOP_MS) return
  sessionStorage.setItem(RELOADED_AT, String(Date.now()))
  window.location.reload()
}
