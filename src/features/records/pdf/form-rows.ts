/** What is filled in by hand, as rows: fields with a line, and statements with boxes side by side and a line to write on. */
import type { AskPart, BlanksPart } from '../../../core/record/paper'
import { BODY, headRows, INDENT } from './head-rows'
import { lineHeight, lineMark, type Press } from './press'
import { COLUMN, keptTogether, type Mark, type Row, rowOf, SHEET, space } from './sheet'

const SIZE = 9.5
const BOX = 9.5
const GAP_AFTER = 16

export function askRows(press: Press, ask: AskPart): readonly Row[] {
  const x = SHEET.left + INDENT
  const end = SHEET.left + COLUMN
  const [label = ''] = press.lines(ask.line, { x, width: 80, size: 9 })
  const from = x + press.width(label, { size: 9 }) + 8
  const write = rowOf(24, [
    { type: 'text', x, y: 18, text: label, size: 9, bold: false, ink: 'soft' },
    { type: 'rule', x1: from, y1: 19, x2: end, y2: 19, weight: 0.8, ink: 'ink' },
  ])
  const rule: Mark = { type: 'rule', x1: SHEET.left, y1: 6, x2: end, y2: 6, weight: 0.5, ink: 'line' }
  return keptTogether([...headRows(press, ask), ...choiceRows(press, ask.choices, x, end), write, rowOf(7, [rule])])
}

function choiceRows(press: Press, choices: readonly string[], start: number, end: number): readonly Row[] {
  const rows: Mark[][] = [[]]
  let x = start
  for (const choice of choices) {
    const label = press.lines(choice, { x: 0, width: Number.POSITIVE_INFINITY, size: SIZE }).join(' ')
    const width = BOX + 6 + press.width(label, { size: SIZE })
    if (x > start && x + width > end) {
      rows.push([])
      x = start
    }
    rows.at(-1)?.push({ type: 'box', x, y: 3.5, size: BOX, fill: 0 }, lineMark(label, { x: x + BOX + 6, size: SIZE }))
    x += width + GAP_AFTER
  }
  return rows.map((marks) => rowOf(lineHeight(SIZE) + 3, marks))
}

export function blanksRows(press: Press, { rows }: BlanksPart): readonly Row[] {
  const x = BODY.x + COLUMN * 0.4
  const line: Mark = { type: 'rule', x1: x, y1: 22, x2: BODY.x + COLUMN, y2: 22, weight: 0.8, ink: 'ink' }
  const all = rows.flatMap(({ term, text }) => {
    const terms = press.lines(term, { x: BODY.x, width: COLUMN * 0.4 - 10, size: 10 })
    const texts = press.lines(text, { x, width: COLUMN * 0.6, size: 10, bold: true })
    const count = Math.max(terms.length, texts.length)
    return Array.from({ length: count }, (_, index) => {
      const isLast = index === count - 1
      const down = isLast ? 7 : 0
      const marks = [
        ...(terms[index] ? [lineMark(terms[index], { x: BODY.x, size: 10 })] : []),
        ...(texts[index] ? [lineMark(texts[index], { x, size: 10, bold: true })] : []),
      ].map((mark): Mark => (mark.type === 'text' ? { ...mark, y: mark.y + down } : mark))
      return rowOf(lineHeight(10) + (isLast ? 10 : 0), isLast ? [...marks, line] : marks)
    })
  })
  return [...keptTogether(all), space(10)]
}
