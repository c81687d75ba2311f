import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../src/core/framework/canonical-json'
import { contentHash } from '../../../src/core/framework/content-hash'

describe('the content hash', () => {
  it('is the SHA-256 of the canonical text', () => {
    expect(canonicalJson({ b: [1, 'é', null], a: { d: true, c: 0.5 } })).toBe(
      '{"a":{"c":0.5,"d":true},"b":[1,"é",null]}',
    )
    const expected = createHash('sha256').update('{"a":1,"b":2}').digest('hex')
    expect(contentHash({ b: 2, a: 1 })).toBe(expected)
  })

  it('does not change with the order of keys or the layout of the file', () => {
    const one = contentHash(JSON.parse('{"id":"x","list":[{"a":1,"b":2}]}'))
    const two = contentHash(JSON.parse('{ "list" : [ { "b":2.0, "a":1 } ],\n "id":"x" }'))
    expect(two).toBe(one)
  })

  it('changes with the order of a list and with any value', () => {
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]))
    expect(contentHash({ weight: 1 })).not.toBe(contentHash({ weight: 2 }))
    expect(contentHash({ weight: 1 })).not.toBe(contentHash({ weight: '1' }))
  })

  it('is that of the file after it was written and read again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const again: unknown = JSON.parse(JSON.stringify(json, null, 2))
        expect(contentHash(again)).toBe(contentHash(json))
      }),
    )
  })

  it('does not exist for what is not JSON', () => {
    for (const value of [undefined, () => 1, Number.NaN, 1n, [Symbol('x')]]) expect(contentHash(value)).toBeNull()
    let deep: unknown = 1
    for (let i = 0; i < 100_000; i++) deep = [deep]
    expect(contentHash(deep)).toBeNull()
  })
})
