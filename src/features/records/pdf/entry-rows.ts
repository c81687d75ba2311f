/** One statement with how it was judged and what was written about it, as rows; a short one is never broken. */
import type { EntryPart } from '../../../core/record/paper'
import { BODY, fillMarks, headRows, INDENT } from './head-rows'
import { lineHeight, lineMark, type Press, textRows } from './press'
import { COLUMN, type Mark, type Row, rowOf, space } from './sheet'

const TERM = 62

export function entryRows(press: Press, entry: EntryPart): readonly Row[] {
  const x = BODY.x + INDENT
  const width = COLUMN - INDENT
  const word = textRows(press, entry.word, { x: x + 13, width: width - 13, size: 10, bold: true })
  const rated = word.map((row, index) =>
    index === 0 ? { ...row, marks: [...fillMarks(entry.fill, x, 3.2, 8), ...row.marks] } : row,
  )
  const details = entry.details.map(({ term, text }) => {
    const terms = press.lines(term, { x, width: TERM - 8, size: 9.5 })
    const texts = textRows(press, text, { x: x + TERM, width: width - TERM, size: 9.5 })
    const missing = Array.from({ length: Math.max(0, terms.length - texts.length) }, () => rowOf(lineHeight(9.5), []))
    return [...texts, ...missing].map((row, line) => {
      const name = terms[line]
      return name ? { ...row, marks: [lineMark(name, { x, size: 9.5, ink: 'soft' }), ...row.marks] } : row
    })
  })
  const rule: Mark = { type: 'rule', x1: BODY.x, y1: 7, x2: BODY.x + COLUMN, y2: 7, weight: 0.5, ink: 'line' }
  const head = [...headRows(press, entry), ...rated].map((row, index, all) => ({
    ...row,
    keepWithNext: index < all.length - 1 || details.length > 0,
  }))
  const rows = [...head, ...(details.length > 0 ? [space(3, true)] : []), ...details.flat()]
  const isShort = rows.length <= 16
  const closed = rows.map((row, index) => (isShort || index === rows.length - 1 ? { ...row, keepWithNext: true } : row))
  return [...closed, rowOf(8, [rule])]
}
