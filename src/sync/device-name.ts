/**
 * What a browser is called in lists of devices: "Edge on Windows". Only the names of browser and system, as it says itself:
 * more would tell people's machines apart, and nobody needs that.
 *
 * Pure but for `thisDeviceName`, which reads what this browser says.
 */
const BROWSERS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/iPad/, 'iPad'],
  [/iPhone/, 'iPhone'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
]

/** @param touchPoints as the browser counts them: an iPad calls itself a Mac, and a Mac has no touch screen. */
export function deviceName(userAgent: string, touchPoints: number): string {
  const nameIn = (list: typeof BROWSERS) => list.find(([sign]) => sign.test(userAgent))?.[1]
  const browser = nameIn(BROWSERS) ?? 'A browser'
  const system = nameIn(SYSTEMS)
  if (system === undefined) return browser
  return `${browser} on ${system === 'Mac' && touchPoints > 1 ? 'iPad' : system}`
}

export function thisDeviceName(): string {
  return deviceName(navigator.userAgent, navigator.maxTouchPoints)
}
