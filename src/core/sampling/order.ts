/**
 * The order in which plans of a stratum are drawn: by a keyed hash of seed, stratum and rank.
 *
 * Pure, the same on every machine. Each plan's place is SHA-256 of a text that holds the seed, so over seeds every order of
 * a stratum is equally likely: the first n are a simple random sample, and the next is the fair replacement for a swap.
 * Unlike a generator that is stepped through, a plan's place depends neither on the order of the file nor on other plans.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Orders that must not follow each other: which plans are drawn, and which of them are graded twice. */
export type OrderPurpose = 'draw' | 'double'

interface OrderKey {
  readonly purpose: OrderPurpose
  readonly seed: string
  /** `stratumKey` of the stratum. */
  readonly stratum: string
}

/** The text is a JSON array, so no seed can run into what follows it; the seed is NFC, as keyboards differ in accents. */
function placeOf({ purpose, seed, stratum }: OrderKey, rank: number): string {
  const text = JSON.stringify(['plumbline-draw-1', purpose, seed.normalize('NFC'), stratum, rank])
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** @returns the ranks in drawing order; a new array. */
export function orderRanks(ranks: readonly number[], key: OrderKey): readonly number[] {
  return ranks
    .map((rank) => ({ rank, place: placeOf(key, rank) }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.rank - b.rank))
    .map(({ rank }) => rank)
}
