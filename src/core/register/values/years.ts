/**
 * National Curriculum year and key stage: as recorded, or worked out from the birth date.
 *
 * Pure. Reception is year 0, nursery years are below. Rule: `rules.yearGroup` and `rules.keyStage` of the registers'
 * truth files; the age is that on 31 August before the school year of the sampling date.
 */
import type { IsoDate, KeyStage } from '../codes'
import { cleanCell, plainWords } from './cells'
import { partsOf } from './dates'

const LOWEST = -4
/** Aged 25 on 31 August: the last year in which a plan can be in force. */
const HIGHEST = 21
const WORDS: ReadonlyMap<string, number> = new Map([
  ['r', 0],
  ['rec', 0],
  ['recep', 0],
  ['reception', 0],
  ['reception year', 0],
  ['year r', 0],
  ['yr r', 0],
  ['yrr', 0],
  ['n', -1],
  ['nur', -1],
  ['nursery', -1],
  ['nursery 1', -2],
  ['nursery 2', -1],
  ['n1', -2],
  ['n2', -1],
  ['f1', -1],
  ['f2', 0],
  ['fs1', -1],
  ['fs2', 0],
  ['foundation 1', -1],
  ['foundation 2', 0],
  ['foundation stage 1', -1],
  ['foundation stage 2', 0],
  ['e1', -2],
  ['e2', -1],
  ['preschool', -2],
  ['pre school', -2],
  ['early years', -2],
])
const NUMBERED = /^(?:nc ?)?(?:national curriculum )?(?:y|yr|year|year group|yg|ncy)? ?(\d{1,2})$/

/** @returns the recorded year, or null when the cell holds no valid one (blank, X, "Not applicable", 45). */
export function readYearGroup(cell: string | undefined): number | null {
  const text = cleanCell(cell)
  if (text === '') return null
  const number = /^-?\d{1,2}(?:\.0+)?$/.test(text) ? Number(text) : undefined
  if (number !== undefined) return number >= LOWEST && number <= HIGHEST ? number : null
  const words = plainWords(text)
  const known = WORDS.get(words)
  if (known !== undefined) return known
  const numbered = NUMBERED.exec(words)
  if (!numbered) return null
  const year = Number(numbered[1])
  return year <= HIGHEST ? year : null
}

/** Calendar year in which the school year of a day began. */
export function schoolYearStart(date: IsoDate): number {
  const [year, month] = partsOf(date)
  return month >= 9 ? year : year - 1
}

/** Age in whole years on 31 August before the school year of `asOf`. */
export function ageAtStartOfSchoolYear(birthDate: IsoDate, asOf: IsoDate): number {
  const [year, month] = partsOf(birthDate)
  return schoolYearStart(asOf) - year - (month >= 9 ? 1 : 0)
}

/** Year group of somebody taught with their age group. */
export function yearFromBirthDate(birthDate: IsoDate, asOf: IsoDate): number {
  return ageAtStartOfSchoolYear(birthDate, asOf) - 4
}

/** @param yearGroup null when it is not known. */
export function keyStageOf(yearGroup: number | null): KeyStage {
  if (yearGroup === null) return 'UNK'
  if (yearGroup <= 0) return 'EY'
  if (yearGroup <= 2) return 'KS1'
  if (yearGroup <= 6) return 'KS2'
  if (yearGroup <= 9) return 'KS3'
  if (yearGroup <= 11) return 'KS4'
  return yearGroup <= 14 ? 'P16' : 'P19'
}
