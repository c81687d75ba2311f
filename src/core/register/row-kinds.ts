/**
 * Tells data rows from everything else in a table: blank rows, headings repeated on each page, titles, footers, totals.
 *
 * Pure. A row with next to nothing in it is a footer unless its reference looks like the other references of the file,
 * which is known only at the end; until then it is `suspect`.
 */
import type { ColumnMapping } from './fields'
import type { TableRow } from './table'
import { cleanCell, isFiller } from './values/cells'
import { type DateRules, readDate } from './values/dates'

export type RowKind = 'data' | 'blank' | 'heading' | 'suspect'

const TOTAL =
  /^(?:grand |sub[ -]?|overall )?totals?\b|^(?:row |record |overall )?count\b|^sum\b|^number of\b|^average\b|^end of\b/i
const ANY_DATE: DateRules = { latestShortYear: 2050 }
const MOST_SHAPES = 5000

export interface RowSorter {
  kindOf(row: TableRow): RowKind
  /** Remembers what references and first cells of data rows look like. */
  learn(row: TableRow, ref: string): void
  /** Whether a suspect row is data after all. */
  isData(ref: string): boolean
  /** Whether the last row, shorter than the headings and not ended, breaks off in the middle of data. */
  breaksOff(row: TableRow): boolean
}

export function sortRows(headings: TableRow, mapping: ColumnMapping): RowSorter {
  const columns = headings.filter((heading) => heading.trim() !== '').length
  const few = columns <= 5 ? 1 : Math.max(2, Math.floor(columns / 8))
  const names = headings.map(comparable)
  const references = new Set<string>()
  const firstCells = new Set<string>()
  const startColumn = mapping.startDate ?? -1

  return {
    kindOf(row) {
      let filled = 0
      let first = ''
      for (const cell of row) {
        if (cell === '') continue
        const text = cleanCell(cell)
        if (isFiller(text)) continue
        if (filled === 0) first = text
        filled++
        if (filled > few) break
      }
      if (filled === 0) return 'blank'
      if (comparable(row[mapping.ref ?? 0] ?? '') === names[mapping.ref ?? 0] && repeatsHeadings(row, names))
        return 'heading'
      if (filled > few && !TOTAL.test(first)) return 'data'
      const start = cleanCell(row[startColumn])
      return start !== '' && readDate(start, ANY_DATE) !== null ? 'data' : 'suspect'
    },
    learn(row, ref) {
      if (ref !== '' && references.size < MOST_SHAPES) references.add(shapeOf(ref))
      const first = cleanCell(row[0])
      if (first !== '' && firstCells.size < MOST_SHAPES) firstCells.add(shapeOf(first))
    },
    isData(ref) {
      if (ref === '') return false
      if (references.has(shapeOf(ref))) return true
      const isCountOrDate = /^[\d,. ]+$/.test(ref) || readDate(ref, ANY_DATE) !== null
      return /\d/.test(ref) && !/\s/.test(ref) && !isCountOrDate
    },
    breaksOff(row) {
      if (row.length >= headings.length) return false
      const first = shapeOf(cleanCell(row[0]))
      if (row.length > 1) return first === '' || firstCells.has(first)
      return first !== '' && [...firstCells].some((shape) => shape.startsWith(first))
    },
  }
}

function comparable(cell: string): string {
  return cleanCell(cell).toLowerCase().replace(/\s+/g, ' ')
}

function repeatsHeadings(row: TableRow, names: readonly string[]): boolean {
  let named = 0
  let same = 0
  names.forEach((name, at) => {
    if (name === '') return
    named++
    if (comparable(row[at] ?? '') === name) same++
  })
  return named > 0 && same / named >= 0.6
}

/** Letters as A, digits as 9, the rest as it is: what references of one system have in common. */
function shapeOf(text: string): string {
  return text.replace(/\p{L}/gu, 'A').replace(/\d/g, '9')
}
