import { describe, expect, it } from 'vitest'
import {
  chunkHash,
  fromChunks,
  PLANS_PER_CHUNK,
  RegisterChunk,
  toChunks,
  toStoredPlans,
} from '../../../src/core/register/chunks'
import { bytesOf, reading } from './registers'

const KEY = new Uint8Array(32).fill(7)
const county = reading(bytesOf('county.case-a.csv.gz'))
const stored = toStoredPlans(county.validPlans, KEY)
const chunks = toChunks(stored)

describe('the chunks of a register', () => {
  it('hold a thousand plans each, the last one the rest', () => {
    // 3 373 plans in the truth file.
    expect(PLANS_PER_CHUNK).toBe(1000)
    expect(chunks.map((chunk) => chunk.pseudonym.length)).toEqual([1000, 1000, 1000, 373])
    expect(chunks.map((chunk) => chunk.first)).toEqual([0, 1000, 2000, 3000])
  })

  it('give the plans back in rank order, whatever the order of the chunks', () => {
    expect(fromChunks(chunks)).toEqual(stored)
    expect(fromChunks([...chunks].reverse())).toEqual(stored)
    expect(stored.map((plan) => plan.rank)).toEqual(stored.map((_, at) => at))
  })

  it('survive being written as JSON and are checked on the way back', () => {
    const read = chunks.map((chunk) => RegisterChunk.parse(JSON.parse(JSON.stringify(chunk))))
    expect(fromChunks(read)).toEqual(stored)
    const [first] = read
    expect(RegisterChunk.safeParse({ ...first, team: [] }).success).toBe(false)
    expect(RegisterChunk.safeParse({ ...first, ref: [] }).success).toBe(false)
  })

  it('hold no reference', () => {
    const text = JSON.stringify(chunks)
    expect(county.validPlans.filter((plan) => text.includes(`"${plan.ref}"`))).toEqual([])
    expect(text).not.toContain('written')
  })

  it('have the same hash for the same plans and key, and another for any other', () => {
    const again = toChunks(toStoredPlans(reading(bytesOf('county.case-a.csv.gz')).validPlans, KEY))
    expect(again.map(chunkHash)).toEqual(chunks.map(chunkHash))
    expect(toChunks(toStoredPlans(county.validPlans, new Uint8Array(32))).map(chunkHash)).not.toEqual(
      chunks.map(chunkHash),
    )
    expect(new Set(chunks.map(chunkHash)).size).toBe(4)
  })
})
