/**
 * Chance that repeats: the same seed gives the same numbers on every machine. Each part of the fictional county has a
 * stream of its own, so that a change in one leaves the others as they were.
 *
 * Pure. SFC32 (Chris Doty-Humphrey), seeded by SHA-256. Never for keys of real data: the seed is in the source.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

export interface Chance {
  /** 0 up to 1, 1 left out. */
  readonly share: () => number
  /** A whole number, both ends within. */
  readonly whole: (from: number, to: number) => number
  readonly happens: (probability: number) => boolean
  readonly pick: <T>(values: readonly T[]) => T
  /** One of the values, each as often as its weight. */
  readonly weighted: <T>(values: readonly (readonly [T, number])[]) => T
  /** Standard normal. */
  readonly normal: () => number
  /** Standard logistic: scale 1. */
  readonly logistic: () => number
  readonly bytes: (count: number) => Uint8Array
  /** 32 hexadecimal digits, as the ids of real records have. */
  readonly id: () => string
}

export function chanceOf(seed: string): Chance {
  const next = sfc32(sha256(utf8ToBytes(`plumbline fictional county|${seed}`)))
  const share = () => next() / 2 ** 32
  const whole = (from: number, to: number) => from + Math.floor(share() * (to - from + 1))
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => next() >>> 24)
  return {
    share,
    whole,
    bytes,
    happens: (probability) => share() < probability,
    pick: (values) => at(values, whole(0, values.length - 1)),
    weighted(values) {
      let left = share() * values.reduce((sum, [, weight]) => sum + weight, 0)
      const chosen = values.findIndex(([, weight]) => {
        left -= weight
        return left < 0
      })
      return at(values, chosen === -1 ? values.length - 1 : chosen)[0]
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share()),
    logistic() {
      const within = Math.min(Math.max(share(), 1e-12), 1 - 1e-12)
      return Math.log(within / (1 - within))
    },
    id: () => bytesToHex(bytes(16)),
  }
}

/** @throws RangeError when the list has no such place: a bug of the caller. */
function at<T>(values: readonly T[], place: number): T {
  const value = values[place]
  if (value === undefined) throw new RangeError('there is nothing to choose from')
  return value
}

/** @returns whole numbers from 0 up to 2³². */
function sfc32(digest: Uint8Array): () => number {
  const words = new DataView(digest.buffer, digest.byteOffset)
  let [a, b, c, count] = [words.getUint32(0), words.getUint32(4), words.getUint32(8), words.getUint32(12)]
  return () => {
    const sum = (a + b + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
}
