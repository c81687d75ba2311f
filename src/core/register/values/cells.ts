/**
 * A cell as every reader sees it: trimmed, unwrapped, and blank when it only fills a gap.
 *
 * Pure. Fillers are what exports and spreadsheets put where nothing is recorded (sen2.md section 6).
 */

const FILLERS = new Set([
  '',
  '-',
  '--',
  '---',
  '–',
  '—',
  '.',
  '?',
  '0',
  'null',
  '(null)',
  '\\n',
  'nil',
  'none',
  'nan',
  'na',
  'n/a',
  'n.a.',
  '#n/a',
  '#na',
  '#null!',
  '#value!',
  '#ref!',
  '#name?',
  '#div/0!',
  '(blank)',
  '(blanks)',
  'blank',
  'undefined',
])
const WRAPPED = /^="([^"]*)"$/
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/** Trims, and takes off what an export wraps around text to keep a spreadsheet from changing it (`="007"`, `'007`). */
export function cleanCell(cell: string | undefined): string {
  if (cell === undefined || cell === '') return ''
  const text = cell.replace(INVISIBLE, '').trim()
  const wrapped = WRAPPED.exec(text)
  if (wrapped) return (wrapped[1] ?? '').trim()
  return /^'\d/.test(text) ? text.slice(1) : text
}

/** Whether a cleaned cell stands for "nothing recorded". */
export function isFiller(text: string): boolean {
  return text.length < 12 && FILLERS.has(text.toLowerCase())
}

/** The cleaned cell, or '' for a filler. */
export function readCell(cell: string | undefined): string {
  const text = cleanCell(cell)
  return isFiller(text) ? '' : text
}

/** Words for comparing: small letters, no accents, `&` as "and", everything but letters and digits as one space. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const YES = new Set(['y', 'yes', 'true', 't', '1', 'x', '✓', '✔', 'received', 'recd', 'complete', 'completed', 'done'])
const NO = new Set(['n', 'no', 'false', 'f', '0', 'not received', 'outstanding', 'not requested', 'not required'])

/** @returns whether a cell says yes or no; null when it says neither. */
export function readYesNo(cell: string | undefined): boolean | null {
  const text = cleanCell(cell).toLowerCase()
  if (YES.has(text)) return true
  return NO.has(text) ? false : null
}
