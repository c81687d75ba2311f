/** What entries and questions of a document share: the body of text, the code in the margin with its statement, the mark. */
import type { EntryPart, Fill } from '../../../core/record/paper'
import { lineHeight, lineMark, type Press, textRows } from './press'
import { COLUMN, keptTogether, type Mark, type Row, rowOf, SHEET, space } from './sheet'

export const BODY = { x: SHEET.left, width: COLUMN, size: 10 } as const
/** Where statements start, right of their codes. */
export const INDENT = 38

/** The code in the margin, the statement beside it, and where it is written in small print below. */
export function headRows(
  press: Press,
  { code, statement, under }: Pick<EntryPart, 'code' | 'statement' | 'under'>,
): readonly Row[] {
  const x = BODY.x + INDENT
  const width = COLUMN - INDENT
  const codes = press.lines(code, { x: BODY.x, width: INDENT - 6, size: 10, bold: true })
  const statements = press.lines(statement, { x, width, size: 10, bold: true })
  const top = Array.from({ length: Math.max(codes.length, statements.length) }, (_, line) => {
    const marks = [
      ...(codes[line] ? [lineMark(codes[line], { x: BODY.x, size: 10, bold: true, ink: 'accent' })] : []),
      ...(statements[line] ? [lineMark(statements[line], { x, size: 10, bold: true })] : []),
    ]
    return rowOf(lineHeight(10), marks)
  })
  return keptTogether([space(7), ...top, ...textRows(press, under, { x, width, size: 8.5, ink: 'soft' }), space(2)])
}

/** A square that fills up, or a dash. */
export function fillMarks(fill: Fill, x: number, y: number, size: number): readonly Mark[] {
  if (fill !== null) return [{ type: 'box', x, y, size, fill }]
  const middle = y + size / 2
  return [{ type: 'rule', x1: x, y1: middle, x2: x + size, y2: middle, weight: size / 6, ink: 'ink' }]
}
