/** Draws rows, the foot of a page and the word across it. */
import type { jsPDF } from 'jspdf'
import type { Paper } from '../../../core/record/paper'
import { FONT } from './fonts'
import { createPress, type FontMetrics } from './press'
import { COLUMN, type Ink, type Mark, type Row, SHEET } from './sheet'

const INKS: Readonly<Record<Ink, string>> = {
  ink: '#14191a',
  soft: '#4a5658',
  accent: '#1f4d52',
  line: '#cfd8d9',
  caution: '#8a4b00',
}
const MARK_INK = '#ececec'
const FOOT_SIZE = 8

export function drawRow(pdf: jsPDF, { marks }: Row, top: number): void {
  for (const mark of marks) drawMarkOf(pdf, mark, top)
}

function drawMarkOf(pdf: jsPDF, mark: Mark, top: number): void {
  switch (mark.type) {
    case 'text':
      pdf.setFont(FONT, mark.bold ? 'bold' : 'normal')
      pdf.setFontSize(mark.size)
      pdf.setTextColor(INKS[mark.ink])
      pdf.text(mark.text, mark.x, top + mark.y)
      return
    case 'rule':
      pdf.setDrawColor(INKS[mark.ink])
      pdf.setLineWidth(mark.weight)
      pdf.line(mark.x1, top + mark.y1, mark.x2, top + mark.y2)
      return
    case 'box': {
      const { x, size, fill } = mark
      const y = top + mark.y
      pdf.setDrawColor(INKS.ink)
      pdf.setFillColor(INKS.ink)
      pdf.setLineWidth(0.9)
      pdf.rect(x, y, size, size, 'S')
      if (fill > 0) pdf.rect(x, y + size * (1 - fill), size, size * fill, 'F')
      return
    }
  }
}

/** A word across the page, drawn first so that everything else lies over it. */
export function drawMark(pdf: jsPDF, word: string): void {
  pdf.setFont(FONT, 'bold')
  pdf.setFontSize(110)
  pdf.setTextColor(MARK_INK)
  pdf.text(word, SHEET.width / 2 - pdf.getTextWidth(word) * 0.43, SHEET.height / 2 + 90, { angle: 30 })
}

export function drawFoot(pdf: jsPDF, fonts: FontMetrics, paper: Paper, page: number, pages: number): void {
  const press = createPress(fonts)
  const [before, between, after] = paper.pageWords
  const look = { x: SHEET.left, width: COLUMN, size: FOOT_SIZE }
  const number = `${before}${page}${between}${pages}${after}`
  const width = press.width(number, look)
  const top = SHEET.height - SHEET.bottom + 22
  pdf.setFont(FONT, 'normal')
  pdf.setFontSize(FOOT_SIZE)
  pdf.setTextColor(INKS.soft)
  for (const [index, line] of press.lines(paper.foot, { ...look, width: COLUMN - width - 24 }).entries()) {
    pdf.text(line, SHEET.left, top + index * FOOT_SIZE * 1.3)
  }
  pdf.text(number, SHEET.left + COLUMN - width, top)
}
