/**
 * From a row of cells to one record of a plan, whatever format the row came from.
 *
 * Pure. A `PlanRecord` holds the facts that the rules need and nothing else of the row; the birth date goes no further
 * than population.ts. Readers of other formats make the same records.
 */

import type { IsoDate, NoticeCode, Setting } from './codes'
import { ADVICE_FIELDS, type ColumnMapping, type FieldId } from './fields'
import { normaliseReference } from './reference'
import type { TableRow } from './table'
import type { Establishments, PlanAdvice } from './types'
import { addAdvice, readAdviceList, readAgencyCell } from './values/advice'
import { cleanCell, readCell, readYesNo } from './values/cells'
import { type DateRules, readDate } from './values/dates'
import { type NeedReading, readNeed } from './values/needs'
import { readSetting } from './values/settings'
import { readStanding } from './values/standing'
import { readYearGroup } from './values/years'

export interface PlanRecord {
  readonly ref: string
  readonly written: string
  readonly notAPlan: boolean
  readonly ceased: boolean
  readonly draft: boolean
  readonly ceasedDate: IsoDate | null
  readonly startDate: IsoDate | 'missing' | 'unreadable'
  readonly latestDate: IsoDate | null
  readonly birthDate: IsoDate | null
  /** The recorded year; null when it is blank or no year. */
  readonly yearGroup: number | null
  readonly need: NeedReading
  readonly setting: Setting
  readonly team: string | null
  readonly lastReview: IsoDate | null
  readonly advice: readonly PlanAdvice[]
  readonly notices: readonly NoticeCode[]
}

export interface RecordRules {
  readonly mapping: ColumnMapping
  readonly asOf: IsoDate
  readonly establishments?: Establishments
}

/** Anything in a team's cell that could be a person's identifier, contact or address. */
const PERSONAL = /@|\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b|\b[A-Z]?\d{7,}[A-Z]?\b|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/i
const LONGEST_TEAM = 60
/** A two-digit year may lie a little after the sampling date; a birth never does. */
const YEARS_AHEAD = 10

/** Makes the function that reads one row; what repeats from row to row is worked out once. */
export function recordReader({ mapping, asOf, establishments }: RecordRules): (row: TableRow) => PlanRecord {
  const year = Number(asOf.slice(0, 4))
  const planDates: DateRules = { latestShortYear: year + YEARS_AHEAD }
  const birthDates: DateRules = { latestShortYear: year }
  const needOf = remember(readNeed)
  const settingOf = remember(readSetting)
  const standingOf = {
    stage: remember((cell) => readStanding(cell, 'stage')),
    status: remember((cell) => readStanding(cell, 'status')),
    issueType: remember((cell) => readStanding(cell, 'issueType')),
  }
  return (row) => {
    const cell = (field: FieldId) => {
      const column = mapping[field]
      return column === null ? '' : (row[column] ?? '')
    }
    const notices = new Set<NoticeCode>()
    const optionalDate = (field: FieldId, rules: DateRules) => {
      const text = readCell(cell(field))
      const date = text === '' ? null : readDate(text, rules)
      if (text !== '' && date === null) notices.add('unreadable-date')
      return date
    }
    const standings = (['stage', 'status', 'issueType'] as const).map((column) => standingOf[column](cell(column)))
    if (standings[1] === 'unknown' || standings[0] === 'unknown') notices.add('unknown-status')
    const ended = readEnd(cell('ceasedDate'), planDates)
    if (ended === 'unreadable') notices.add('unreadable-date')
    const setting = settingFrom(cell('setting'), cell('urn'), cell('homeEducated'), settingOf, establishments)
    if (setting === null) notices.add('unknown-setting')
    const { advice, unknown } = adviceFrom(cell, planDates)
    if (unknown > 0) notices.add('unknown-advice')
    return {
      ref: normaliseReference(cell('ref')),
      written: cleanCell(cell('ref')),
      notAPlan: standings.includes('not-a-plan'),
      ceased: standings.includes('ceased') || ended === 'ended',
      draft: standings.includes('draft'),
      ceasedDate: ended === 'ended' || ended === 'unreadable' ? null : ended,
      startDate: readStart(cell('startDate'), planDates),
      latestDate: optionalDate('latestDate', planDates),
      birthDate: optionalDate('birthDate', birthDates),
      yearGroup: readYearGroup(cell('yearGroup')),
      need: needOf(cell('needPrimary')),
      setting: setting ?? 'UNK',
      team: readTeam(cell('team')),
      lastReview: optionalDate('reviewDate', planDates),
      advice,
      notices: [...notices],
    }
  }
}

/** Few different words fill a column of needs or settings: each is read once. */
function remember<T>(read: (cell: string) => T): (cell: string) => T {
  const known = new Map<string, T>()
  return (cell) => {
    const found = known.get(cell)
    if (found !== undefined) return found
    const value = read(cell)
    if (known.size < 2000) known.set(cell, value)
    return value
  }
}

function readStart(cell: string, rules: DateRules): IsoDate | 'missing' | 'unreadable' {
  const text = readCell(cell)
  return text === '' ? 'missing' : (readDate(text, rules) ?? 'unreadable')
}

/** A date, or a column that only says that the plan has ended. */
function readEnd(cell: string, rules: DateRules): IsoDate | 'ended' | 'unreadable' | null {
  const text = readCell(cell)
  if (text === '') return null
  const date = readDate(text, rules)
  if (date !== null) return date
  const said = readYesNo(text)
  if (said !== null) return said ? 'ended' : null
  const standing = readStanding(text, 'status')
  if (standing === 'ceased') return 'ended'
  return standing === 'final' ? null : 'unreadable'
}

/** The type as recorded, else that of the URN, else home education; null when the words say no known type. */
function settingFrom(
  type: string,
  urn: string,
  homeEducated: string,
  settingOf: (cell: string) => Setting | null,
  establishments: Establishments | undefined,
): Setting | null {
  const said = settingOf(type)
  if (said !== null && said !== 'UNK') return said
  const looked = establishments?.get(readCell(urn).replace(/\.0$/, ''))
  if (looked !== undefined) return looked
  return readYesNo(homeEducated) === true ? 'EHE' : said
}

function readTeam(cell: string): string | null {
  const text = readCell(cell).replace(/\s+/g, ' ')
  return text === '' || text.length > LONGEST_TEAM || PERSONAL.test(text) ? null : text
}

function adviceFrom(
  cell: (field: FieldId) => string,
  rules: DateRules,
): { advice: readonly PlanAdvice[]; unknown: number } {
  const list = readAdviceList(cell('advice'), rules)
  const advice = [...list.advice]
  let unknown = list.unknown
  for (const [field, agency] of ADVICE_FIELDS) {
    const piece = readAgencyCell(cell(field), agency, rules)
    if (piece === 'unknown') unknown++
    else if (piece !== null) addAdvice(advice, piece.agency, piece.date)
  }
  return { advice, unknown }
}
