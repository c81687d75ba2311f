import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkPhrase,
  makePhrase,
  normalisePhrase,
  PHRASE_BYTES,
  phraseFingerprint,
  pseudonym,
  registerKey,
} from '../../../src/core/register/phrase'
import { PHRASE_WORDS } from '../../../src/core/register/phrase-words'

const PHRASE = makePhrase(Uint8Array.from({ length: PHRASE_BYTES }, (_, at) => at * 29))
const KEY = registerKey(PHRASE, 'area-1')

describe('the words of register phrases', () => {
  it('are 2 048 different plain words, eleven bits each', () => {
    expect(PHRASE_WORDS).toHaveLength(2048)
    expect(new Set(PHRASE_WORDS).size).toBe(2048)
    expect(PHRASE_WORDS.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([])
  })
})

describe('a register phrase', () => {
  it('has six words of the list', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: PHRASE_BYTES, maxLength: PHRASE_BYTES }), (random) => {
        expect(checkPhrase(makePhrase(random)).ok).toBe(true)
      }),
    )
  })

  it('takes each word from bits of its own: every word can stand in every place', () => {
    // Nine bytes of ones: six times the last word.
    const last = PHRASE_WORDS[2047]
    expect(makePhrase(new Uint8Array(9).fill(255))).toBe(Array(6).fill(last).join(' '))
    expect(makePhrase(new Uint8Array(9))).toBe(Array(6).fill(PHRASE_WORDS[0]).join(' '))
  })

  it('is the same in capitals, with hyphens, commas or more spaces', () => {
    expect(normalisePhrase(`  ${PHRASE.toUpperCase().replace(/ /g, ' - ')}, `)).toBe(PHRASE)
  })

  it('with a misspelt word says which word', () => {
    const words = PHRASE.split(' ')
    words[3] = 'zzyzx'
    expect(checkPhrase(words.join(' '))).toEqual({ ok: false, error: { type: 'UnknownWords', places: [4] } })
    expect(checkPhrase('acorn acorn')).toEqual({ ok: false, error: { type: 'WrongNumberOfWords', found: 2 } })
  })
})

describe('the register key', () => {
  it('is the same on every machine', () => {
    expect(registerKey(PHRASE, 'area-1')).toEqual(KEY)
    expect(KEY).toHaveLength(32)
  })

  it('differs between areas and between phrases, and its check tells them apart', () => {
    const words = PHRASE.split(' ')
    const other = [...words.slice(1), words[0]].join(' ')
    const checks = [KEY, registerKey(PHRASE, 'area-2'), registerKey(other, 'area-1')].map(phraseFingerprint)
    expect(new Set(checks).size).toBe(3)
    for (const check of checks) expect(check).toMatch(/^[0-9a-f]{8}$/)
  })
})

describe('a pseudonym', () => {
  it('is the same for the same plan next time, and 22 safe characters', () => {
    expect(pseudonym(KEY, 'SH/200002')).toBe(pseudonym(KEY, 'SH/200002'))
    expect(pseudonym(KEY, 'SH/200002')).toMatch(/^[A-Za-z0-9_-]{22}$/)
  })

  it('is the keyed SHA-256 of the reference in base64url', async () => {
    const hmac = await crypto.subtle.importKey('raw', new Uint8Array(KEY), { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ])
    const signed = await crypto.subtle.sign('HMAC', hmac, new TextEncoder().encode('plan|SH/200002'))
    expect(pseudonym(KEY, 'SH/200002')).toBe(Buffer.from(signed).toString('base64url').slice(0, 22))
  })

  it('differs for every other plan and for every other key', () => {
    const all = Array.from({ length: 2000 }, (_, at) => pseudonym(KEY, String(at)))
    expect(new Set(all).size).toBe(2000)
    expect(pseudonym(new Uint8Array(32), '1')).not.toBe(pseudonym(KEY, '1'))
  })
})
