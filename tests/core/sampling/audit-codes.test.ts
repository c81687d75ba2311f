import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { auditCodeBytes, auditCodes } from '../../../src/core/sampling/audit-codes'

/** Bytes that look random and are the same at every run. */
function bytes(count: number, seed: string): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(count / 32) }, (_, block) =>
    createHash('sha256').update(`${seed} ${block}`).digest(),
  )
  return new Uint8Array(Buffer.concat(blocks)).subarray(0, count)
}

describe('audit codes', () => {
  const codes = auditCodes(3000, bytes(auditCodeBytes(3000), 'codes'))

  it('are six characters in two halves, none of them easily taken for another', () => {
    expect(codes.every((code) => /^[2-9CDFHJKMNPQRTVWXY]{3}-[2-9CDFHJKMNPQRTVWXY]{3}$/.test(code))).toBe(true)
  })
  it('are all different, and differ in more than one character', () => {
    expect(new Set(codes).size).toBe(3000)
    const near = codes.flatMap((code) =>
      Array.from(code, (_, place) => `${place}${code.slice(0, place)}${code.slice(place + 1)}`),
    )
    expect(new Set(near.filter((_, index) => index % 7 !== 3)).size).toBe(3000 * 6)
  })
  it('use every character about as often as any other', () => {
    const counts = new Map<string, number>()
    for (const character of codes.join('').replaceAll('-', '')) counts.set(character, (counts.get(character) ?? 0) + 1)
    // 18,000 characters over 24: 750 each, five standard deviations are 134.
    expect([...counts.values()].every((count) => Math.abs(count - 750) < 134)).toBe(true)
    expect(counts.size).toBe(24)
  })
  it('come from the random bytes alone', () => {
    expect(auditCodes(3, bytes(auditCodeBytes(3), 'a'))).toEqual(auditCodes(3, bytes(auditCodeBytes(3), 'a')))
    expect(auditCodes(3, bytes(auditCodeBytes(3), 'a'))).not.toEqual(auditCodes(3, bytes(auditCodeBytes(3), 'b')))
  })
  it('avoid those in use already, and their neighbours', () => {
    const first = auditCodes(1, bytes(auditCodeBytes(1), 'a'))
    expect(auditCodes(1, bytes(auditCodeBytes(1), 'a'), first)).not.toEqual(first)
    const neighbour = [`${first[0]?.slice(0, 6)}${first[0]?.endsWith('2') ? '3' : '2'}`]
    expect(auditCodes(1, bytes(auditCodeBytes(1), 'a'), neighbour)).not.toEqual(first)
  })
  it('are never made from a source that gives the same bytes again and again', () => {
    expect(() => auditCodes(2, new Uint8Array(auditCodeBytes(2)))).toThrow(RangeError)
  })
})
