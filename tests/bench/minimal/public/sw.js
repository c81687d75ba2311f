/** Keeps what the page asks for, and answers from it. */
const CACHE = 'minimal'
self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  event.respondWith(
    caches.open(CACHE).then(async (cache) => {
      const held = await cache.match(request.mode === 'navigate' ? '/' : request)
      if (held) return held
      const response = await fetch(request)
      await cache.put(request.mode === 'navigate' ? '/' : request, response.clone())
      return response
    }),
  )
})
