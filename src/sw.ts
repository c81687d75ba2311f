/**
 * The service worker: keeps the whole app for work without a network, and nothing else. A new version waits until the
 * person says so.
 *
 * Effects: Cache Storage. Records never pass through here. Rule: sync.md, "The service worker caches the shell and nothing else".
 */

import { cacheNames } from 'workbox-core'
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope

precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()
// An organisation's sign-in comes back by an address of the hub: that one goes to the network.
const HUB_ADDRESSES = /^\/(api|sync|blobs|accounts|hub)\//
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [HUB_ADDRESSES] }))

// A tab that still runs the version before asks for its parts by their old names: they are kept for one release.
const PREVIOUS = 'plumbline-previous'

self.addEventListener('install', (event) => event.waitUntil(keepPrevious()))

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  async ({ request }) => (await caches.match(request, { cacheName: PREVIOUS })) ?? fetch(request),
)

async function keepPrevious(): Promise<void> {
  const current = await caches.open(cacheNames.precache)
  const requests = await current.keys()
  if (requests.length === 0) return
  await caches.delete(PREVIOUS)
  const previous = await caches.open(PREVIOUS)
  for (const request of requests) {
    const response = await current.match(request)
    if (response && new URL(request.url).pathname.startsWith('/assets/')) await previous.put(request, response)
  }
}

self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting()
})
