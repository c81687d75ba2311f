/**
 * What setting text needs to know of the fonts, and the lines of a text as rows.
 *
 * Pure but for counting the characters that the fonts do not have.
 */
import { showable } from './glyphs'
import { type Ink, LEADING, type Mark, type Row, rowOf } from './sheet'
import { wrapText } from './wrap'

export interface FontMetrics {
  readonly has: (codePoint: number) => boolean
  /** Width of a text at size 1. */
  readonly width: (text: string, bold: boolean) => number
}

export interface Press {
  readonly lines: (text: string, look: Look) => readonly string[]
  readonly width: (text: string, look: Pick<Look, 'size' | 'bold'>) => number
  /** Characters met so far that stand as a gap. */
  readonly gaps: () => number
}

export interface Look {
  readonly x: number
  readonly width: number
  readonly size: number
  readonly bold?: boolean
  readonly ink?: Ink
}

export function createPress({ has, width }: FontMetrics): Press {
  let gaps = 0
  return {
    lines(text, { width: most, size, bold = false }) {
      const shown = showable(text, has)
      gaps += shown.gaps
      return wrapText(shown.text, most, (part) => width(part, bold) * size)
    },
    width: (text, { size, bold = false }) => width(text, bold) * size,
    gaps: () => gaps,
  }
}

export function lineHeight(size: number): number {
  return size * LEADING
}

/** One line of text as a mark in a row of its own height. */
export function lineMark(text: string, { x, size, bold = false, ink = 'ink' }: Omit<Look, 'width'>): Mark {
  return { type: 'text', x, y: size * 1.07, text, size, bold, ink }
}

/** A text as rows, one for each line; the first two and the last two stay together. */
export function textRows(press: Press, text: string, look: Look): readonly Row[] {
  const lines = press.lines(text, look)
  return lines.map((line, index) =>
    rowOf(lineHeight(look.size), line === '' ? [] : [lineMark(line, look)], {
      keepWithNext: lines.length > 1 && (index === 0 || index === lines.length - 2),
    }),
  )
}
