/** Tables as rows: columns by their shares, cells wrapped, the headings again at the top of each page. */
import type { Column, Fact, FactsPart, TablePart } from '../../../core/record/paper'
import { type Look, lineHeight, lineMark, type Press } from './press'
import { COLUMN, type Mark, type Row, rowOf, SHEET, space } from './sheet'

const SIZE = 9.5
const GUTTER = 10
const PAD = 3.2

interface Cell {
  readonly text: string
  readonly look: Look
  readonly isNumber: boolean
}

export function captionRows(press: Press, caption: string): readonly Row[] {
  const look = { x: SHEET.left, width: COLUMN, size: 10.5, bold: true }
  const lines = press.lines(caption, look).map((line) => rowOf(lineHeight(look.size), [lineMark(line, look)]))
  return [space(8, true), ...lines, space(2)].map((row) => ({ ...row, keepWithNext: true }))
}

export function factsRows(press: Press, { caption, rows }: FactsPart): readonly Row[] {
  const termWidth = COLUMN * 0.32
  const termLook = { x: SHEET.left, width: termWidth - GUTTER, size: SIZE, bold: true }
  const textLook = { x: SHEET.left + termWidth, width: COLUMN - termWidth, size: SIZE }
  const cellsOf = ({ term, text }: Fact) => [
    { text: term, look: termLook, isNumber: false },
    { text, look: textLook, isNumber: false },
  ]
  return [...captionRows(press, caption), ...rows.flatMap((fact) => cellRows(press, cellsOf(fact), [])), space(8)]
}

export function tableRows(press: Press, { caption, columns, rows, total }: TablePart): readonly Row[] {
  const looks = columnLooks(columns)
  const cellsOf = (texts: readonly string[], bold: boolean): readonly Cell[] =>
    looks.map(({ look, isNumber }, index) => ({ text: texts[index] ?? '', look: { ...look, bold }, isNumber }))
  const titles = columns.map(({ title }) => title)
  const head = cellRows(press, cellsOf(titles, true), [], 1.2).map((row) => ({ ...row, keepWithNext: true }))
  return [
    ...captionRows(press, caption),
    ...head,
    ...rows.flatMap((row) => cellRows(press, cellsOf(row, false), head)),
    ...(total ? cellRows(press, cellsOf(total, true), head) : []),
    space(8),
  ]
}

function columnLooks(columns: readonly Column[]): readonly { readonly look: Look; readonly isNumber: boolean }[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  let x: number = SHEET.left
  return columns.map(({ share, isNumber = false }, index) => {
    const width = (COLUMN * share) / all
    const isLast = index === columns.length - 1
    const look = { x, width: isLast ? width : width - GUTTER, size: SIZE }
    x += width
    return { look, isNumber }
  })
}

/** A row of up to this many lines is one strip, so that it is never broken and its cells are read one after the other. */
const MOST_WHOLE = 12

/** One table row with a rule under it: a single strip, or a strip for each line where it is long. */
function cellRows(press: Press, cells: readonly Cell[], repeat: readonly Row[], weight = 0.5): readonly Row[] {
  const texts = cells.map(({ text, look }) => press.lines(text, look))
  const count = Math.max(1, ...texts.map((lines) => lines.length))
  const height = lineHeight(SIZE)
  const marks = cells.map((cell, column) =>
    (texts[column] ?? []).map((text, line): readonly Mark[] => cellMarks(press, cell, text, line * height)),
  )
  const rule = (y: number): Mark => ({
    type: 'rule',
    x1: SHEET.left,
    y1: y,
    x2: SHEET.left + COLUMN,
    y2: y,
    weight,
    ink: weight > 1 ? 'ink' : 'line',
  })
  const foot = PAD + weight
  if (count <= MOST_WHOLE) {
    const inside = count * height + PAD
    return [rowOf(inside + foot, [...marks.flat(2).map((mark) => lowered(mark, PAD)), rule(inside + PAD)], { repeat })]
  }
  const strips = Array.from({ length: count }, (_, line) => {
    const own = marks.flatMap((cell) => cell[line] ?? []).map((mark) => lowered(mark, -line * height))
    return rowOf(height, own, { repeat })
  })
  return [...strips, rowOf(PAD + foot, [rule(PAD)])]
}

function cellMarks(press: Press, { look, isNumber }: Cell, text: string, down: number): readonly Mark[] {
  if (text === '') return []
  const x = isNumber ? look.x + look.width - press.width(text, look) : look.x
  return [lowered(lineMark(text, { ...look, x }), down)]
}

function lowered(mark: Mark, by: number): Mark {
  return mark.type === 'rule' ? { ...mark, y1: mark.y1 + by, y2: mark.y2 + by } : { ...mark, y: mark.y + by }
}
