/**
 * The two fonts of a PDF: DejaVu Sans Condensed, regular and bold, cut to the letters of Europe with their marks, Greek,
 * Cyrillic and the signs of ordinary text (fonts/README.md). Loaded on demand; the service worker has them offline.
 *
 * Effects: fetch, of files of the app itself.
 */
import type { jsPDF } from 'jspdf'
import * as z from 'zod/mini'
import regularUrl from '../fonts/DejaVuSansCondensed.ttf?url'
import boldUrl from '../fonts/DejaVuSansCondensed-Bold.ttf?url'
import type { FontMetrics } from './press'

export const FONT = 'DejaVu Sans Condensed'

/** Both as the bytes of their TrueType files. */
export interface PaperFonts {
  readonly regular: Uint8Array
  readonly bold: Uint8Array
}

/** @throws when a file cannot be had, which only a broken installation of the app can cause. */
export async function loadFonts(): Promise<PaperFonts> {
  const [regular, bold] = await Promise.all([bytesAt(regularUrl), bytesAt(boldUrl)])
  return { regular, bold }
}

async function bytesAt(url: string): Promise<Uint8Array> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`the font ${url} cannot be loaded: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

/** What jsPDF knows of a font it has read: a glyph for each code point it can show. */
const ReadFont = z.object({
  cmap: z.object({ unicode: z.object({ codeMap: z.record(z.string(), z.number()) }) }),
})

/** Puts the fonts into a PDF and answers their measures. */
export function embedFonts(pdf: jsPDF, { regular, bold }: PaperFonts): FontMetrics {
  addFont(pdf, 'normal', regular)
  addFont(pdf, 'bold', bold)
  const glyphs = [codePointsOf(pdf, 'normal'), codePointsOf(pdf, 'bold')]
  const widths = { normal: new Map<string, number>(), bold: new Map<string, number>() }
  return {
    has: (codePoint) => glyphs.every((known) => known.has(codePoint)),
    width(text, isBold) {
      const style = isBold ? 'bold' : 'normal'
      let width = 0
      for (const character of text) {
        const known = widths[style].get(character)
        const own = known ?? widthOf(pdf, style, character)
        if (known === undefined) widths[style].set(character, own)
        width += own
      }
      return width
    },
  }
}

function addFont(pdf: jsPDF, style: 'normal' | 'bold', bytes: Uint8Array): void {
  const file = `${style}.ttf`
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  pdf.addFileToVFS(file, binary)
  pdf.addFont(file, FONT, style)
}

function codePointsOf(pdf: jsPDF, style: 'normal' | 'bold'): ReadonlySet<number> {
  pdf.setFont(FONT, style)
  return new Set(Object.keys(ReadFont.parse(pdf.getFont().metadata).cmap.unicode.codeMap).map(Number))
}

function widthOf(pdf: jsPDF, style: 'normal' | 'bold', character: string): number {
  pdf.setFont(FONT, style)
  return pdf.getStringUnitWidth(character)
}
