/**
 * Chance and time of one run: every id, salt and nonce of hub and devices comes from one seed, and every device has a clock
 * of its own, so that a run that fails can be run again as it was.
 */
import { webcrypto } from 'node:crypto'
import { vi } from 'vitest'

/** Mulberry32: good enough to make ids differ, and the same on every machine. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

/** From here to `restoreChance`, `crypto.getRandomValues` answers from the seed. */
export function seedChance(seed: number): () => string {
  const next = chanceOf(seed)
  vi.spyOn(webcrypto, 'getRandomValues').mockImplementation((array) => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = next() & 0xff
    return array
  })
  return () => [0, 0, 0, 0].map(() => next().toString(16).padStart(8, '0')).join('')
}

const START = Date.parse('2026-11-22T09:00:00Z')
export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** The true time, and a `Date` that shows whichever clock is being looked at. */
export interface Clock {
  /** Milliseconds; the hub's time. */
  readonly now: () => number
  readonly iso: () => string
  readonly pass: (ms: number) => void
  /** `Date` is off by this much from here on. */
  readonly show: (offsetMs: number) => void
}

/** Takes the place of `Date` until `vi.useRealTimers()`. */
export function startClock(): Clock {
  let time = START
  vi.useFakeTimers({ toFake: ['Date'], now: time })
  return {
    now: () => time,
    iso: () => new Date(time).toISOString(),
    pass: (ms) => {
      time += ms
    },
    show: (offsetMs) => vi.setSystemTime(time + offsetMs),
  }
}
