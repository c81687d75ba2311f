import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findIdentifiers, longQuotes, maskNames } from '../../../src/core/audit/note-guard'

const kinds = (text: string) => findIdentifiers(text).map((identifier) => identifier.kind)

describe('findIdentifiers', () => {
  it('stops a UPN, however it is spaced', () => {
    expect(kinds('UPN A999100018004 in the header')).toEqual(['upn'])
    expect(kinds('upn a 999 1000 18004')).toEqual(['upn'])
  })
  it('stops a valid NHS number and lets other ten-digit numbers pass', () => {
    // 943 476 5919 is the worked example of the NHS Data Dictionary.
    expect(kinds('NHS 943 476 5919')).toEqual(['nhs-number'])
    expect(kinds('order 9434765918')).toEqual([])
  })
  it('stops a date said to be a birth date and lets the date of a report pass', () => {
    expect(kinds('DOB: 14/03/2015')).toEqual(['birth-date'])
    expect(kinds('He was born on 3rd of March 2014')).toEqual(['birth-date'])
    expect(kinds('Advice dated 14/03/2025 is older than the plan')).toEqual([])
  })
  it('stops a postcode, a telephone number and an e-mail address', () => {
    expect(kinds('lives at ZZ99 3VZ')).toEqual(['postcode'])
    expect(kinds('ring 01632 960 001')).toEqual(['phone'])
    expect(kinds('write to name@example.org')).toEqual(['email'])
  })
  it('lets ordinary notes pass', () => {
    expect(kinds('Section F: 2 x 45 minutes weekly, 1:1, from an HLTA (F2). See page 12 of 30.')).toEqual([])
  })
})

describe('maskNames', () => {
  it('puts [child] for the name, its parts and its accents', () => {
    expect(maskNames('Zoë said that Zoe’s plan … ZOË QUILLFEATHER', ['Zoë Quillfeather'])).toBe(
      '[child] said that [child]’s plan … [child]',
    )
  })
  it('leaves words that only contain the name', () => {
    expect(maskNames('Annex and planning with Ann', ['Ann'])).toBe('Annex and planning with [child]')
  })
  it('takes an everyday word for a name only with a capital', () => {
    expect(maskNames('Will will need help', ['Will'])).toBe('[child] will need help')
  })
  it('leaves no whole-word occurrence of an unusual name', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(maskNames(`${before} Oluwaseun ${after}`, ['Oluwaseun'])).not.toMatch(/(?<!\p{L})Oluwaseun(?!\p{L})/u)
      }),
    )
  })
})

describe('longQuotes', () => {
  it('points out a quote of more than thirty words', () => {
    const long = Array.from({ length: 31 }, () => 'word').join(' ')
    expect(longQuotes(`It says “${long}” and "two words"`)).toEqual([long])
  })
})
