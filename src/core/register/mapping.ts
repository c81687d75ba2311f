/**
 * Guesses which column holds which field: the words of the headings, checked against the cells below them.
 *
 * Pure. A column serves one field and a field has one column; the surest pair is settled first. A heading whose cells do
 * not fit is no match; a need or a setting is also recognised by its cells alone. A person can correct every guess.
 */
import { ADVICE_FIELDS, type ColumnMapping, type FieldId, NO_COLUMNS } from './fields'
import { isRuledOut, scoreHeading } from './headings'
import { readAdviceList } from './values/advice'
import { cleanCell, readCell, readYesNo } from './values/cells'
import { type DateRules, readDate } from './values/dates'
import { readNeed } from './values/needs'
import { readSetting } from './values/settings'
import { readStanding } from './values/standing'
import { readYearGroup } from './values/years'

type Row = readonly string[]

/** Any century does for judging whether cells are dates. */
const ANY_DATE: DateRules = { latestShortYear: 2050 }
const ENOUGH_CELLS = 10
const isDate = (cell: string) => readDate(cell, ANY_DATE) !== null
const isDateOrYesNo = (cell: string) => isDate(cell) || readYesNo(cell) !== null
const isStanding = (column: 'stage' | 'status' | 'issueType') => (cell: string) => {
  const standing = readStanding(cell, column)
  return standing !== null && standing !== 'unknown'
}

/** Whether one cell, not blank, fits the field. */
const FITS: Readonly<Partial<Record<FieldId, (cell: string) => boolean>>> = {
  ref: (cell) => /\d/.test(cell) && cell.length <= 40 && !/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.test(cell),
  startDate: isDate,
  latestDate: isDate,
  reviewDate: isDate,
  birthDate: isDate,
  ceasedDate: (cell) => isDateOrYesNo(cell) || isStanding('status')(cell),
  status: isStanding('status'),
  stage: isStanding('stage'),
  issueType: isStanding('issueType'),
  needPrimary: (cell) => readNeed(cell).warning !== 'unknown-need',
  yearGroup: (cell) => readYearGroup(cell) !== null,
  setting: (cell) => readSetting(cell) !== null,
  urn: (cell) => /^\d{5,7}(?:\.0)?$/.test(cell),
  homeEducated: (cell) => readYesNo(cell) !== null,
  team: (cell) => cell.length <= 80 && !isDate(cell),
  advice: (cell) => readAdviceList(cell, ANY_DATE).advice.length > 0,
  ...Object.fromEntries(ADVICE_FIELDS.map(([field]) => [field, isDateOrYesNo])),
}
/** Least share of fitting cells; local wordings of settings may all be unknown, if the heading is clear. */
const LEAST_FIT: Readonly<Partial<Record<FieldId, number>>> = {
  startDate: 0.3,
  ref: 0.6,
  status: 0.3,
  needPrimary: 0.4,
}
const CLEAR_HEADING = 4

interface Candidate {
  readonly field: FieldId
  readonly column: number
  readonly score: number
}

/**
 * @param headings the row of headings
 * @param sampleRows some data rows; none leaves the headings to decide
 */
export function guessMapping(headings: Row, sampleRows: readonly Row[]): ColumnMapping {
  const candidates = headings.flatMap((heading, column) => candidatesOf(heading, column, sampleRows))
  candidates.sort((a, b) => b.score - a.score || a.column - b.column)
  const mapping: Record<FieldId, number | null> = { ...NO_COLUMNS }
  const used = new Set<number>()
  for (const { field, column } of candidates) {
    if (mapping[field] !== null || used.has(column)) continue
    mapping[field] = column
    used.add(column)
  }
  return mapping
}

function candidatesOf(heading: string, column: number, rows: readonly Row[]): readonly Candidate[] {
  const cells = columnCells(rows, column)
  const named = [...scoreHeading(heading)].flatMap(([field, score]) => {
    const fit = fitOf(field, cells, score)
    return fit === null ? [] : [{ field, column, score: score + fit }]
  })
  return named.length > 0 ? named : candidatesByCells(heading, column, cells)
}

function columnCells(rows: readonly Row[], column: number): readonly string[] {
  return rows.map((row) => row[column] ?? '')
}

/** @returns 0 to 1 for how well the cells fit, null when they do not. */
function fitOf(field: FieldId, cells: readonly string[], headingScore: number): number | null {
  const filled = cells.filter((cell) => (field === 'yearGroup' ? cleanCell(cell) : readCell(cell)) !== '')
  if (filled.length === 0) return 0
  const fits = FITS[field]
  if (!fits) return 0
  const share = filled.filter((cell) => fits(cleanCell(cell))).length / filled.length
  if (field === 'setting')
    return share >= 0.5 || (headingScore >= CLEAR_HEADING && !mostly(filled, isDate)) ? share : null
  if (share < (LEAST_FIT[field] ?? 0.5)) return null
  return field === 'ref' || field === 'startDate' ? (share * filled.length) / cells.length : share
}

function mostly(cells: readonly string[], test: (cell: string) => boolean): boolean {
  return cells.filter((cell) => test(cleanCell(cell))).length > cells.length / 2
}

/** A heading nobody knows over cells that are plainly needs or settings. */
function candidatesByCells(heading: string, column: number, cells: readonly string[]): readonly Candidate[] {
  const filled = cells.map(readCell).filter((cell) => cell !== '')
  if (filled.length < ENOUGH_CELLS || new Set(filled.map((cell) => cell.toLowerCase())).size < 3) return []
  const fields: readonly FieldId[] = ['needPrimary', 'setting']
  return fields.flatMap((field) => {
    const fits = FITS[field]
    if (!fits || isRuledOut(heading, field)) return []
    const share = filled.filter(fits).length / filled.length
    return share >= 0.9 ? [{ field, column, score: share / 2 }] : []
  })
}
