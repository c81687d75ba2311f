/**
 * A document as a PDF with its own fonts inside, for convenience: the HTML of the same document is the accessible one.
 *
 * Loaded only when somebody asks for a PDF. jsPDF writes no tags; what it writes can be searched and copied as text.
 */
import { jsPDF } from 'jspdf'
import type { Paper } from '../../../core/record/paper'
import { drawFoot, drawMark, drawRow } from './draw'
import { embedFonts, type PaperFonts } from './fonts'
import { layoutPaper } from './layout'
import { SHEET } from './sheet'

export interface PaperPdf {
  readonly bytes: ArrayBuffer
  /** Characters that stand as a gap because the fonts do not have them; the document says so too. */
  readonly gaps: number
}

export function paperPdf(paper: Paper, fonts: PaperFonts, gapWords: (count: number) => string): PaperPdf {
  const pdf = new jsPDF({ unit: 'pt', format: [SHEET.width, SHEET.height], compress: true, putOnlyUsedFonts: true })
  const metrics = embedFonts(pdf, fonts)
  const { pages, gaps } = layoutPaper(paper, metrics, gapWords)
  pdf.setProperties({ title: paper.title, subject: paper.foot, creator: 'Plumbline' })
  pdf.setLanguage('en-GB')
  pdf.viewerPreferences({ DisplayDocTitle: true })
  let chapter: ReturnType<typeof pdf.outline.add> | null = null
  pages.forEach((rows, index) => {
    if (index > 0) pdf.addPage()
    if (paper.mark !== null) drawMark(pdf, paper.mark)
    let y: number = SHEET.top
    for (const row of rows) {
      drawRow(pdf, row, y)
      y += row.height
      if (!row.heading) continue
      const parent = row.heading.level === 2 ? null : chapter
      const entry = pdf.outline.add(parent, row.heading.text, { pageNumber: index + 1 })
      if (row.heading.level === 2) chapter = entry
    }
    drawFoot(pdf, metrics, paper, index + 1, pages.length)
  })
  return { bytes: pdf.output('arraybuffer'), gaps }
}
