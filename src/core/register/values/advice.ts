/**
 * Advice on a plan: a list in one cell ("EP 24/01/2022; OT 08/04/2022"), or one cell per agency.
 *
 * Pure. An agency is recognised by its words; a date beside it is kept, and without one the advice counts undated.
 */
import type { AdviceAgency, IsoDate } from '../codes'
import type { PlanAdvice } from '../types'
import { plainWords, readCell, readYesNo } from './cells'
import { type DateRules, readDate } from './dates'

/** In the order of the tests: "educational psychology" is no school, "parent's school report" no parent. */
const AGENCIES: readonly (readonly [AdviceAgency, RegExp])[] = [
  ['EP', /\b(?:ep|eps|epa|ed psych|psycholog\w*|psych)\b/],
  ['SALT', /\b(?:salt|slt|s and lt|sl t|speech\w*)\b/],
  ['OT', /\b(?:ot|occupational)\b/],
  ['SOCIAL', /\b(?:sc|csc|social care|social work\w*|social services|social)\b/],
  ['HEALTH', /\b(?:paed|paeds|paediatric\w*|pediatric\w*|health|medical|nhs|camhs|dco|gp|physio\w*|nurs(?:e|ing))\b/],
  ['PARENT', /\b(?:par|parent\w*|carer\w*|family|families|guardian\w*)\b/],
  ['SCHOOL', /\b(?:sch|school|setting|education|educational|head ?teacher|senco|nursery|college|teacher)\b/],
]
const DATE_IN_TEXT =
  /\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}(?:st|nd|rd|th)?[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]\d{2,4}|\b\d{5}\b/i

/** @returns the agency that the words name, or null. */
export function readAgency(text: string): AdviceAgency | null {
  const words = plainWords(text)
  for (const [agency, pattern] of AGENCIES) if (pattern.test(words)) return agency
  return null
}

export interface AdviceReading {
  readonly advice: readonly PlanAdvice[]
  /** Pieces that name no known agency. */
  readonly unknown: number
}

const NO_ADVICE: AdviceReading = { advice: [], unknown: 0 }

/** Reads a cell that lists agencies, separated by semicolons, bars or lines, else by commas. */
export function readAdviceList(cell: string | undefined, rules: DateRules): AdviceReading {
  const text = readCell(cell)
  if (text === '') return NO_ADVICE
  const parts = text.split(/[;|\n]+/)
  const pieces = parts.length === 1 ? text.split(',') : parts
  const advice: PlanAdvice[] = []
  let unknown = 0
  for (const piece of pieces) {
    if (readCell(piece) === '') continue
    const written = DATE_IN_TEXT.exec(piece)?.[0]
    const agency = readAgency(written === undefined ? piece : piece.replace(written, ' '))
    if (agency === null) unknown++
    else addAdvice(advice, agency, written === undefined ? null : readDate(written, rules))
  }
  return { advice, unknown }
}

/** Reads the cell of one agency: a date, or a yes. Blank, no and fillers are no advice. */
export function readAgencyCell(
  cell: string | undefined,
  agency: AdviceAgency,
  rules: DateRules,
): PlanAdvice | null | 'unknown' {
  const text = readCell(cell)
  if (text === '') return null
  const date = readDate(text, rules)
  if (date !== null) return { agency, date }
  const said = readYesNo(text)
  if (said === null) return 'unknown'
  return said ? { agency, date: null } : null
}

/** Adds a piece unless the same one is there; an undated piece gives way to a dated one. */
export function addAdvice(advice: PlanAdvice[], agency: AdviceAgency, date: IsoDate | null): void {
  const same = advice.findIndex(
    (piece) => piece.agency === agency && (piece.date === date || piece.date === null || date === null),
  )
  const found = advice[same]
  if (!found) advice.push({ agency, date })
  else if (found.date === null && date !== null) advice[same] = { agency, date }
}
