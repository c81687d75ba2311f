/** Tables as rows: columns by their shares, cells wrapped, the headings again at the top of each page. */
import type { Column, Fact, FactsPart, TablePart } from '../../../core/record/paper'
import { type Look, lineHeight, lineMark, type Press } from './press'
import { COLUMN, keptTogether, type Mark, type Row, rowOf, SHEET, space } from './sheet'

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
  const head = keptTogether([...cellRows(press, cellsOf(titles, true), [], 1.2)]).map((row) => ({
    ...row,
    keepWithNext: true,
  }))
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

/** One table row as strips, a strip for each line, with a rule under the last. Short rows are never broken. */
function cellRows(press: Press, cells: readonly Cell[], repeat: readonly Row[], weight = 0.5): readonly Row[] {
  const texts = cells.map(({ text, look }) => press.lines(text, look))
  const count = Math.max(1, ...texts.map((lines) => lines.length))
  const strips = Array.from({ length: count }, (_, line) => {
    const marks = cells.flatMap(({ look, isNumber }, column): readonly Mark[] => {
      const text = texts[column]?.[line] ?? ''
      if (text === '') return []
      const x = isNumber ? look.x + look.width - press.width(text, look) : look.x
      return [lineMark(text, { ...look, x })]
    })
    const shifted = line === 0 ? marks.map((mark) => lowered(mark, PAD)) : marks
    return rowOf(lineHeight(SIZE) + (line === 0 ? PAD : 0), shifted, { repeat })
  })
  const rule: Mark = {
    type: 'rule',
    x1: SHEET.left,
    y1: PAD,
    x2: SHEET.left + COLUMN,
    y2: PAD,
    weight,
    ink: weight > 1 ? 'ink' : 'line',
  }
  const closed = [...strips, rowOf(PAD + weight, [rule])]
  return count <= 8 ? keptTogether(closed) : closed
}

function lowered(mark: Mark, by: number): Mark {
  return mark.type === 'rule' ? { ...mark, y1: mark.y1 + by, y2: mark.y2 + by } : { ...mark, y: mark.y + by }
}
