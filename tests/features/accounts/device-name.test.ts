import { describe, expect, it } from 'vitest'
import { deviceName } from '../../../src/sync/device-name'

const CHROME =
  'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
const EDGE =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0'
const SAFARI =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15'
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1'

describe('the name of a browser in lists of devices', () => {
  it.each([
    [EDGE, 0, 'Edge on Windows'],
    [CHROME, 0, 'Chrome on ChromeOS'],
    [SAFARI, 0, 'Safari on Mac'],
    [SAFARI, 5, 'Safari on iPad'],
    [PHONE, 5, 'Chrome on iPhone'],
    ['something new', 0, 'A browser'],
  ])('is what it says of itself, an iPad told from a Mac by its touch screen: %s', (userAgent, touch, name) => {
    expect(deviceName(userAgent, touch)).toBe(name)
  })
})
