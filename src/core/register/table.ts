/**
 * A table in a text: its delimiter, its row of headings, and its rows one after another.
 *
 * Pure. Quoting is papaparse's; what is ours is finding the headings below titles, and stopping at a quotation mark that
 * is never closed instead of swallowing the rest of the file.
 */
import Papa from 'papaparse'
import { scoreHeading } from './headings'

export type TableRow = readonly string[]

export interface TableShape {
  readonly delimiter: string
  /** Place of the row of headings among the rows, from 0. */
  readonly headingRow: number
  readonly headings: TableRow
  /** Rows below the headings, as they are. */
  readonly sample: readonly TableRow[]
  /** How many different fields the headings name. */
  readonly namedFields: number
}

const DELIMITERS = [',', ';', '\t', '|']
const SAMPLE_CHARACTERS = 300_000
const SAMPLE_ROWS = 400
/** Titles and notes above the headings: more than this many rows of them is no table. */
const HEADING_WITHIN = 60
const CHUNK_CHARACTERS = 1 << 19
const LONGEST_CELL = 200_000
const DELIMITER_LINE = /^sep=(.)\n/i

export interface TableLines {
  readonly text: string
  /** The delimiter that the file's own first line tells. */
  readonly delimiter: string | null
  /** The last row is ended, so that nothing of it can be missing. */
  readonly ended: boolean
}

/** Line ends as one kind, the last one off, and the line that tells a spreadsheet the delimiter off too. */
export function prepareText(whole: string): TableLines {
  const lines = whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole
  const told = DELIMITER_LINE.exec(lines)
  const ended = lines.endsWith('\n')
  const text = lines.slice(told ? told[0].length : 0, ended ? -1 : undefined)
  return { text, delimiter: told?.[1] ?? null, ended }
}

/** Tries each delimiter and takes the one whose headings say most; the person's choice of row wins. */
export function findTable(text: string, told: string | null, headingRow?: number): TableShape {
  const shapes = (told === null ? DELIMITERS : [told]).map((delimiter) => shapeWith(text, delimiter, headingRow))
  return shapes.reduce((a, b) => (isBetter(b, a) ? b : a))
}

function isBetter(a: TableShape, b: TableShape): boolean {
  if (a.namedFields !== b.namedFields) return a.namedFields > b.namedFields
  return a.headings.length > b.headings.length
}

function shapeWith(text: string, delimiter: string, given: number | undefined): TableShape {
  const whole = text.length <= SAMPLE_CHARACTERS
  const rows = parseRows(whole ? text : text.slice(0, SAMPLE_CHARACTERS), delimiter, !whole).rows.slice(0, SAMPLE_ROWS)
  let headingRow = 0
  let namedFields = 0
  rows.slice(0, HEADING_WITHIN).forEach((row, at) => {
    const named = countNamedFields(row)
    if (named > namedFields) [headingRow, namedFields] = [at, named]
  })
  if (namedFields === 0)
    headingRow = Math.max(
      0,
      rows.findIndex((row) => row.length > 1),
    )
  const at = given ?? headingRow
  const headings = rows[at] ?? []
  return {
    delimiter,
    headingRow: at,
    headings,
    sample: rows.slice(at + 1),
    namedFields: given === undefined ? namedFields : countNamedFields(headings),
  }
}

function countNamedFields(row: TableRow): number {
  const fields = new Set<string>()
  for (const cell of row) {
    let best = ''
    let most = 0
    if (cell.length <= 120)
      for (const [field, score] of scoreHeading(cell)) if (score > most) [best, most] = [field, score]
    if (best !== '') fields.add(best)
  }
  return fields.size
}

interface ParsedRows {
  readonly rows: readonly TableRow[]
  readonly cursor: number
  readonly unclosed: boolean
}

function parseRows(text: string, delimiter: string, moreFollows: boolean): ParsedRows {
  const parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"' })
  const parsed: Papa.ParseResult<string[]> = parser.parse(text, 0, moreFollows)
  return {
    rows: parsed.data,
    cursor: parsed.meta.cursor,
    unclosed: parsed.errors.some((error) => error.code === 'MissingQuotes'),
  }
}

/** How the reading of the rows ended: with the text, or in a cell whose quotation mark never closes. */
export type TableEnd = 'complete' | 'cut-in-cell' | 'runaway-cell'

/**
 * Reads every row, in chunks.
 * @param onRow gets the row and its place in the file from 0
 * @param onShare gets how much of the text is done, 0 to 1, after each chunk
 */
export function readRows(
  text: string,
  delimiter: string,
  onRow: (row: TableRow, at: number) => void,
  onShare?: (share: number) => void,
): TableEnd {
  let from = 0
  let size = CHUNK_CHARACTERS
  let at = 0
  while (from < text.length) {
    const end = Math.min(text.length, from + size)
    const { rows, cursor, unclosed } = parseRows(text.slice(from, end), delimiter, end < text.length)
    if (unclosed) return endInCell(text.slice(from, end), rows, delimiter)
    for (const row of rows) onRow(row, at++)
    onShare?.(end / text.length)
    if (end === text.length) return 'complete'
    if (cursor === 0 && size > LONGEST_CELL + CHUNK_CHARACTERS) return 'runaway-cell'
    size = cursor === 0 ? size * 2 : CHUNK_CHARACTERS
    from += cursor
  }
  return 'complete'
}

/** A cell cut off by the end of the file is short; one that has run through whole rows was opened by a stray mark. */
function endInCell(text: string, rows: readonly TableRow[], delimiter: string): TableEnd {
  const last = rows.at(-1)?.at(-1) ?? ''
  const columns = rows[0]?.length ?? 0
  const ranThrough = last.split('\n').filter((line) => line.split(delimiter).length >= Math.max(3, columns / 2)).length
  return ranThrough >= 2 && text.length > last.length ? 'runaway-cell' : 'cut-in-cell'
}

/** Whether a cell has swallowed whole rows: a line inside it holds nearly as many delimiters as the table has columns. */
export function hasSwallowedRows(row: TableRow, delimiter: string, columns: number): boolean {
  if (columns < 5) return false
  return row.some(
    (cell) => cell.includes('\n') && cell.split('\n').some((line) => line.split(delimiter).length >= columns - 1),
  )
}
