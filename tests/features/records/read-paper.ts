/** Reads back what a document says: from its HTML, from a PDF, and from its parts, each as the same list of texts. */
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Paper, Part } from '../../../src/core/record/paper'

/** Every text of a document in reading order, stated anew from its parts. */
export function textsOf({ title, parts }: Paper): readonly string[] {
  return [title, ...parts.flatMap(partTexts)].filter((text) => text !== '')
}

function partTexts(part: Part): readonly string[] {
  switch (part.type) {
    case 'heading':
    case 'text':
    case 'notice':
      return [part.text]
    case 'list':
      return part.items
    case 'facts':
      return [part.caption, ...part.rows.flatMap(({ term, text }) => [term, text])]
    case 'table':
      return [part.caption, ...part.columns.map(({ title }) => title), ...part.rows.flat(), ...(part.total ?? [])]
    case 'verdict':
      return [part.label, part.word, part.text]
    case 'entry': {
      const details = part.details.flatMap(({ term, text }) => [term, text])
      return [part.code, part.statement, part.under, part.word, ...details]
    }
    case 'blanks':
      return part.rows.flatMap(({ term, text }) => [term, text])
    case 'ask':
      return [part.code, part.statement, part.under, ...part.choices, part.line]
  }
}

export interface PdfItem {
  readonly text: string
  readonly page: number
  readonly x: number
  /** From the foot of the page. */
  readonly y: number
  readonly width: number
  readonly size: number
}

/** The texts of a PDF in the order in which they are drawn, which is the order in which they are read out and copied. */
export async function pdfItems(bytes: ArrayBuffer | Uint8Array): Promise<readonly PdfItem[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false })
  const pdf = await task.promise
  const items: PdfItem[] = []
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const content = await (await pdf.getPage(page)).getTextContent({ disableNormalization: true })
    for (const item of content.items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [, b = 0, , d = 0, x = 0, y = 0] = item.transform
      items.push({ text: item.str, page, x, y, width: item.width, size: Math.hypot(b, d) })
    }
  }
  await task.destroy()
  return items
}

/** Without white space, which lines break and join anew; composed as the PDF and browsers compose letters. */
export function squeeze(texts: readonly string[]): string {
  return texts.join('').normalize('NFC').replace(/\s+/gu, '')
}
