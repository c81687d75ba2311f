/** A document as a PDF, fonts and all: the one way into the part of the app that is loaded for PDFs alone. */
import type { Paper } from '../../../core/record/paper'
import { recordPage } from '../../../text/records'
import { loadFonts } from './fonts'
import { type PaperPdf, paperPdf } from './paper-pdf'

export async function makePdf(paper: Paper): Promise<PaperPdf> {
  return paperPdf(paper, await loadFonts(), recordPage.gaps)
}
