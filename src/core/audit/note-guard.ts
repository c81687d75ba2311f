/**
 * Keeps a child's identity out of notes: the child's name becomes "[child]", identifiers are found so that they can be
 * stopped, long quotes from a plan are pointed out.
 *
 * Pure; nothing it is given is kept. Rule: architecture.md, "Notes are guarded before saving".
 */

export interface Identifier {
  readonly kind: 'upn' | 'nhs-number' | 'birth-date' | 'postcode' | 'phone' | 'email'
  readonly start: number
  readonly end: number
}

/** The longest quote, in words, that a note may hold as evidence. */
export const LONGEST_QUOTE_WORDS = 30

/** Names that are also everyday words: only a capital makes them a name. */
const EVERYDAY = new Set(
  'will may mark hope grace joy faith rose bill jack pat rob art dean drew frank grant guy iris ivy jade june april august lily miles nick olive penny rich ruby sandy sky summer victor young long short white brown green black king day law little best moss lane field wood hill price rice reed read page park poll'.split(
    ' ',
  ),
)

const LETTER = /\p{L}|\p{M}/u
const UPN = /(?<![\p{L}\d])[A-HJ-NP-RT-Z](?:[ -]?\d){11}[ -]?[\dA-Z](?![\p{L}\d])/giu
const TEN_DIGITS = /(?<!\d)\d(?:[ -]?\d){9}(?!\d)/g
const POSTCODE = /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?![\p{L}\d])/giu
const PHONE = /(?<!\d)(?:\+44[ -]?|0)(?:\d[ -]?){9,10}(?!\d)/g
const EMAIL = /[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.\p{L}{2,}/gu
const MONTHS = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
const BORN = new RegExp(
  `(?:\\bborn\\b|\\bd\\.?\\s?o\\.?\\s?b\\b\\.?|\\bdate of birth\\b|\\bbirth ?date\\b|\\bbirthday\\b)[^\\d\\n]{0,20}(?:\\d{1,2}[./ -]\\d{1,2}[./ -]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTHS},? \\d{2,4})`,
  'gi',
)

/** Identifiers of a child in a text, in the order they stand. */
export function findIdentifiers(text: string): readonly Identifier[] {
  const found: Identifier[] = [
    ...spans(text, BORN, 'birth-date'),
    ...spans(text, UPN, 'upn'),
    ...spans(text, TEN_DIGITS, 'nhs-number').filter(({ start, end }) => isNhsNumber(text.slice(start, end))),
    ...spans(text, EMAIL, 'email'),
    ...spans(text, PHONE, 'phone'),
    ...spans(text, POSTCODE, 'postcode'),
  ]
  const kept: Identifier[] = []
  for (const next of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || next.start >= last.end) kept.push(next)
  }
  return kept
}

/**
 * Replaces each of the names (and each part of a full name) by "[child]", whatever the accents or capitals.
 * @param names as typed by the auditor or found in the opened document; they are never stored.
 */
export function maskNames(text: string, names: readonly string[]): string {
  const parts = new Set(names.flatMap((name) => [name, ...name.split(/[\s,]+/)]).map(fold))
  const wholes = [...parts].filter((part) => part.length >= 2).sort((a, b) => b.length - a.length)
  let masked = text
  for (const name of wholes) masked = maskOne(masked, name)
  return masked.replace(/\[child\](?:[\s-]+\[child\])+/g, '[child]')
}

/** Quotes longer than LONGEST_QUOTE_WORDS, each as its text. */
export function longQuotes(text: string): readonly string[] {
  const quotes = [...text.matchAll(/["“]([^"“”]+)["”]|‘([^‘’]{40,})’/g)].map((match) => match[1] ?? match[2] ?? '')
  return quotes.filter((quote) => quote.trim().split(/\s+/).length > LONGEST_QUOTE_WORDS)
}

function maskOne(text: string, foldedName: string): string {
  // Folding letter by letter keeps positions: an accent is dropped, never a letter.
  const letters = Array.from(text.normalize('NFC'))
  const folded = letters.map(fold)
  const wanted = Array.from(foldedName)
  const out: string[] = []
  for (let at = 0; at < letters.length; ) {
    const isHere = wanted.every((letter, offset) => folded[at + offset] === letter)
    const before = letters[at - 1] ?? ''
    const after = letters[at + wanted.length] ?? ''
    const isWord = !LETTER.test(before) && !LETTER.test(after)
    const first = letters[at] ?? ''
    const isName = !EVERYDAY.has(foldedName) || first !== first.toLowerCase()
    if (isHere && isWord && isName) {
      out.push('[child]')
      at += wanted.length
    } else {
      out.push(first)
      at += 1
    }
  }
  return out.join('')
}

/** Lower case without accents; a typed apostrophe equals a printed one. */
function fold(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’ʼ`]/g, "'")
  return plain.replace(/ø/g, 'o').replace(/ł/g, 'l').replace(/đ/g, 'd').normalize('NFC')
}

function spans(text: string, pattern: RegExp, kind: Identifier['kind']): Identifier[] {
  return [...text.matchAll(pattern)].map((match) => ({ kind, start: match.index, end: match.index + match[0].length }))
}

/** The check digit of an NHS number (modulus 11, NHS Data Dictionary). */
function isNhsNumber(text: string): boolean {
  const digits = Array.from(text.replace(/\D/g, ''), Number)
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === digits[9]
}
