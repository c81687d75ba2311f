/** Each part of a document as rows of a PDF page, in the same order and with the same words as its HTML. */
import type { HeadingPart, NoticePart, Part, VerdictPart } from '../../../core/record/paper'
import { entryRows } from './entry-rows'
import { askRows, blanksRows } from './form-rows'
import { BODY, fillMarks } from './head-rows'
import { type Look, type Press, textRows } from './press'
import { COLUMN, keptTogether, type Mark, type Row, rowOf, space } from './sheet'
import { factsRows, tableRows } from './table-rows'

const HEADINGS = { 2: { size: 15, above: 20 }, 3: { size: 12, above: 13 } } as const

export function partRows(press: Press, part: Part): readonly Row[] {
  switch (part.type) {
    case 'heading':
      return headingRows(press, part)
    case 'text': {
      const looks = { lead: { ...BODY, size: 11 }, soft: { ...BODY, size: 9, ink: 'soft' as const } }
      return [...textRows(press, part.text, part.look ? looks[part.look] : BODY), space(6)]
    }
    case 'notice':
      return noticeRows(press, part)
    case 'list':
      return [...part.items.flatMap((item) => itemRows(press, item)), space(4)]
    case 'facts':
      return factsRows(press, part)
    case 'table':
      return tableRows(press, part)
    case 'verdict':
      return verdictRows(press, part)
    case 'entry':
      return entryRows(press, part)
    case 'blanks':
      return blanksRows(press, part)
    case 'ask':
      return askRows(press, part)
  }
}

export function titleRows(press: Press, title: string): readonly Row[] {
  const look = { ...BODY, size: 20, bold: true }
  return [...textRows(press, title, look), space(6)].map((row) => ({ ...row, keepWithNext: true }))
}

function headingRows(press: Press, { level, text }: HeadingPart): readonly Row[] {
  const { size, above } = HEADINGS[level]
  const look: Look = { ...BODY, size, bold: true, ink: level === 2 ? 'ink' : 'accent' }
  const rule: Mark = { type: 'rule', x1: BODY.x, y1: 0, x2: BODY.x + COLUMN, y2: 0, weight: 2, ink: 'accent' }
  const lines = textRows(press, text, look).map((row, index) =>
    index === 0 ? { ...row, heading: { level, text } } : row,
  )
  const rows = [space(above), ...(level === 2 ? [rowOf(8, [rule])] : []), ...lines, space(4)]
  return rows.map((row) => ({ ...row, keepWithNext: true }))
}

function noticeRows(press: Press, { text }: NoticePart): readonly Row[] {
  const rows = textRows(press, text, { ...BODY, x: BODY.x + 14, width: COLUMN - 14 })
  const barred = rows.map((row): Row => {
    const x1 = BODY.x + 3
    const bar: Mark = { type: 'rule', x1, y1: 0, x2: x1, y2: row.height, weight: 5, ink: 'caution' }
    return { ...row, marks: [bar, ...row.marks] }
  })
  return [space(4), ...keptTogether(barred), space(10)]
}

function itemRows(press: Press, item: string): readonly Row[] {
  const dot: Mark = { type: 'box', x: BODY.x + 3, y: 5.2, size: 2.6, fill: 1 }
  const rows = textRows(press, item, { ...BODY, x: BODY.x + 14, width: COLUMN - 14 })
  return [...rows.map((row, index) => (index === 0 ? { ...row, marks: [dot, ...row.marks] } : row)), space(2)]
}

function verdictRows(press: Press, { label, word, fill, text }: VerdictPart): readonly Row[] {
  const x = BODY.x + 14
  const width = COLUMN - 28
  const big = { x: x + 22, width: width - 22, size: 17, bold: true }
  const [first, ...others] = textRows(press, word, big)
  const inside = [
    space(8),
    ...textRows(press, label, { x, width, size: 9, ink: 'soft' }),
    ...(first ? [{ ...first, marks: [...fillMarks(fill, x, 6, 13), ...first.marks] }] : []),
    ...others,
    ...textRows(press, text, { x, width, size: 10 }),
    space(8),
  ]
  const side = (at: number, height: number): Mark => ({
    type: 'rule',
    x1: at,
    y1: 0,
    x2: at,
    y2: height,
    weight: 1.2,
    ink: 'accent',
  })
  const edge: Mark = { type: 'rule', x1: BODY.x, y1: 0, x2: BODY.x + COLUMN, y2: 0, weight: 1.2, ink: 'accent' }
  const framed = inside.map((row): Row => {
    const sides = [side(BODY.x, row.height), side(BODY.x + COLUMN, row.height)]
    return { ...row, isSpace: false, marks: [...sides, ...row.marks] }
  })
  return keptTogether([rowOf(0, [edge]), ...framed, rowOf(10, [edge])])
}
