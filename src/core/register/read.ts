/**
 * Reads a register: bytes in, plans without personal data out, every other row named with its reason.
 *
 * Pure and synchronous: the app calls it in a worker, the command line directly. The steps are recognise → find the
 * table → guess the columns → read each row to a record → population rules → counts. A further format is one more way
 * to records; the rules stay. Contract: `register check` of the command line.
 */
import { ok, type Result } from '../result'
import type { ExclusionReason, NoticeCode, RegisterFormat, WarningCode } from './codes'
import { contentKey } from './content'
import { countAdvice, countCodes, countMarginals, countStrata } from './counts'
import { type ColumnMapping, type FieldId, REGISTER_FIELDS } from './fields'
import { headingWords, scoreHeading } from './headings'
import { guessMapping } from './mapping'
import { exclusionOf, planOf, type ReadPlan, settleRepeats } from './population'
import { recognise } from './recognise'
import { recordReader } from './records'
import { compareReferences } from './reference'
import { sortRows } from './row-kinds'
import {
  findTable,
  hasSwallowedRows,
  prepareText,
  readRows,
  type TableLines,
  type TableRow,
  type TableShape,
} from './table'
import type {
  ExcludedRow,
  NotedRow,
  OnProgress,
  ReadOptions,
  RegisterPreview,
  RegisterReading,
  RegisterRefusal,
  SetAside,
} from './types'
import { refuse } from './words'

const PREVIEW_ROWS = 10
/** Rows shorter than the headings are usual in a file when more than this share of them is. */
const USUALLY_SHORT = 0.02

/** Headings, guessed columns and the first rows, for the mapping screen. The rows hold personal data. */
export function previewRegister(
  bytes: Uint8Array,
  options: Pick<ReadOptions, 'headingRow' | 'mapping'> = {},
): Result<RegisterPreview, RegisterRefusal> {
  const opened = openTable(bytes, options)
  if (!opened.ok) return opened
  const { shape, mapping, format } = opened.value
  const sample = shape.sample.filter((row) => row.some((cell) => cell.trim() !== '')).slice(0, PREVIEW_ROWS)
  return ok({ format, headingRow: shape.headingRow, headings: shape.headings, mapping, sample })
}

/**
 * Reads a whole register.
 * @returns plans in rank order with all counts, or why the file is no register.
 */
export function readRegister(
  bytes: Uint8Array,
  options: ReadOptions,
  onProgress?: OnProgress,
): Result<RegisterReading, RegisterRefusal> {
  onProgress?.({ step: 'decode', share: 0 })
  const opened = openTable(bytes, options)
  if (!opened.ok) return opened
  const { format, mapping } = opened.value
  const asked = options.format ?? format
  if (asked !== 'list' && asked !== 'annex-a') return refuse('wrong-format')
  const missing = missingColumn(opened.value)
  if (missing) return missing
  const collected = collectRows(opened.value, options, onProgress)
  if (!collected.ok) return collected
  onProgress?.({ step: 'rules', share: 0.9 })
  const reading = settle(collected.value, {
    format: asked,
    asOf: options.asOf,
    mapping,
    columns: columnsUsed(opened.value),
  })
  onProgress?.({ step: 'rules', share: 1 })
  return reading.rows === 0 ? refuse('no-rows') : ok(reading)
}

interface OpenTable {
  readonly lines: TableLines
  readonly shape: TableShape
  readonly mapping: ColumnMapping
  readonly format: RegisterFormat
  readonly cut: boolean
}

function openTable(
  bytes: Uint8Array,
  options: Pick<ReadOptions, 'headingRow' | 'mapping'>,
): Result<OpenTable, RegisterRefusal> {
  const recognised = recognise(bytes)
  if (!recognised.ok) return recognised
  const lines = prepareText(recognised.value.text)
  const shape = findTable(lines.text, lines.delimiter, options.headingRow)
  if (shape.headings.some((heading) => /tableid$/i.test(heading.trim()))) return refuse('sen2-not-read-yet')
  const mapping = { ...guessMapping(shape.headings, shape.sample), ...options.mapping }
  return ok({ lines, shape, mapping, format: formatOf(shape.headings), cut: recognised.value.cut })
}

/** The list inspectors ask for is known by the wording of its headings. */
function formatOf(headings: TableRow): RegisterFormat {
  const words = new Set(headings.map(headingWords))
  return words.has('unique id') && words.has('date initial plan issued') ? 'annex-a' : 'list'
}

const PLAN_FIELDS: readonly FieldId[] = ['startDate', 'latestDate', 'ceasedDate', 'reviewDate', 'advice', 'issueType']

function missingColumn({ mapping, shape }: OpenTable) {
  if (mapping.ref !== null && mapping.startDate !== null) return null
  const isBare = shape.sample.every((row) => row.filter((cell) => cell.trim() !== '').length <= 1)
  if (shape.namedFields > 1 && isBare) return refuse('no-rows')
  if (PLAN_FIELDS.every((field) => mapping[field] === null)) return refuse('another-return')
  return refuse(mapping.ref === null ? 'no-reference-column' : 'no-start-date-column')
}

/** One data row after the rules that look at it alone. */
interface CollectedRow {
  readonly sheetRow: number
  readonly ref: string
  readonly suspect: boolean
  readonly reason: ExclusionReason | null
  readonly read: ReadPlan | null
  readonly content: string
}

interface Collected {
  readonly rows: readonly CollectedRow[]
  readonly setAside: SetAside
}

function collectRows(
  table: OpenTable,
  options: ReadOptions,
  onProgress?: OnProgress,
): Result<Collected, RegisterRefusal> {
  const { lines, shape, mapping } = table
  const sorter = sortRows(shape.headings, mapping)
  const readRecord = recordReader({
    mapping,
    asOf: options.asOf,
    ...(options.establishments && { establishments: options.establishments }),
  })
  const rows: CollectedRow[] = []
  let [repeatedHeadings, blank, short, swallowed] = [0, 0, 0, false]
  let last: TableRow = []
  const end = readRows(
    lines.text,
    shape.delimiter,
    (row, at) => {
      if (at <= shape.headingRow) return
      last = row
      const kind = sorter.kindOf(row)
      if (kind === 'blank') blank++
      if (kind === 'heading') repeatedHeadings++
      if (kind === 'blank' || kind === 'heading') return
      swallowed ||= hasSwallowedRows(row, shape.delimiter, shape.headings.length)
      const record = readRecord(row)
      if (kind === 'data') {
        sorter.learn(row, record.ref)
        if (row.length < shape.headings.length) short++
      }
      const reason = exclusionOf(record, options.asOf)
      const read = reason === null ? planOf(record, options.asOf, mapping.yearGroup !== null) : null
      const wide = row.slice(shape.headings.length).some((cell) => cell.trim() !== '')
      rows.push({
        sheetRow: at + 1,
        ref: record.ref,
        suspect: kind === 'suspect',
        reason,
        read: read && wide ? { ...read, notices: [...read.notices, 'more-cells-than-headings'] } : read,
        content: read ? contentKey(row) : '',
      })
    },
    (share) => onProgress?.({ step: 'rows', share: share * 0.9 }),
  )
  if (end === 'runaway-cell' || swallowed) return refuse('broken-quotes')
  const usuallyShort = short - 1 > rows.length * USUALLY_SHORT
  const isCut = end === 'cut-in-cell' || table.cut || (!lines.ended && !usuallyShort && sorter.breaksOff(last))
  if (isCut) return refuse('cut-short')
  const data = rows.filter((row) => !row.suspect || sorter.isData(row.ref))
  const setAside = { above: shape.headingRow + 1, repeatedHeadings, blank, notes: rows.length - data.length }
  return ok({ rows: data, setAside })
}

function settle(
  { rows, setAside }: Collected,
  about: Pick<RegisterReading, 'format' | 'asOf' | 'mapping' | 'columns'>,
): RegisterReading {
  const contenders = rows.flatMap(({ read, content }) =>
    read ? [{ ref: read.plan.ref, latestDate: read.plan.latestDate, content }] : [],
  )
  const verdicts = settleRepeats(contenders)
  const excludedRows: ExcludedRow[] = []
  const warningRows: NotedRow<WarningCode>[] = []
  const noticeRows: NotedRow<NoticeCode>[] = []
  const validPlans: ReadPlan['plan'][] = []
  let contender = 0
  rows.forEach(({ sheetRow, reason, read }, at) => {
    const row = at + 1
    const verdict = read ? verdicts[contender++] : undefined
    const out = reason ?? (verdict === 'duplicate' || verdict === 'superseded' ? verdict : null)
    if (out !== null) excludedRows.push({ row, sheetRow, reason: out })
    if (out !== null || !read) return
    validPlans.push(read.plan)
    for (const code of read.warnings) warningRows.push({ row, sheetRow, code })
    for (const code of read.notices) noticeRows.push({ row, sheetRow, code })
    if (verdict === 'differs') noticeRows.push({ row, sheetRow, code: 'same-reference-differs' })
  })
  validPlans.sort((a, b) => compareReferences(a.ref, b.ref))
  return {
    ...about,
    rows: rows.length,
    validPlans,
    excluded: countCodes(excludedRows.map(({ reason }) => reason)),
    excludedRows,
    warnings: countCodes(warningRows.map(({ code }) => code)),
    warningRows,
    notices: countCodes(noticeRows.map(({ code }) => code)),
    noticeRows,
    marginals: countMarginals(validPlans),
    strata: countStrata(validPlans),
    advice: countAdvice(validPlans),
    setAside,
  }
}

/** Headings by field. One that no rule knows may be a misplaced cell, so its number stands for it. */
function columnsUsed({ mapping, shape }: OpenTable): Readonly<Record<string, string>> {
  const columns: Record<string, string> = {}
  for (const { id } of REGISTER_FIELDS) {
    const column = mapping[id]
    if (column === null) continue
    const heading = (shape.headings[column] ?? '').replace(/\s+/g, ' ').trim()
    columns[id] = scoreHeading(heading).size > 0 ? heading : `column ${column + 1}`
  }
  return columns
}
