/**
 * The headers of every answer: nothing runs that does not come from this hub, nothing of the API is kept by anybody.
 *
 * Pure. The same as scripts/lib/serve.mjs gives the app when it is served without a hub.
 */
export const HEADERS = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; frame-src 'self' blob:",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
} as const

/** Browsers that have once reached the hub by HTTPS never try it without. */
export const HSTS = 'max-age=31536000'

/** Addresses of the API; every other address is the app's. */
const API = /^\/(api|sync|blobs|accounts|hub)(\/|$)/

export function isApi(path: string): boolean {
  return API.test(path)
}
