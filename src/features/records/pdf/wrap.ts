/**
 * Text broken into lines that fit a width: between words where it can, inside a word only when the word alone is too long.
 *
 * Pure. Nothing is lost: joined again, the lines are the text. Line breaks of the text are kept, runs of spaces become one.
 * Widths add up: what is measured in parts is as wide as the whole (no kerning).
 */

/** Width of a text in the unit of the width to fit. */
export type Measure = (text: string) => number

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

export function wrapText(text: string, width: number, measure: Measure): readonly string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, measure))
}

function wrapParagraph(paragraph: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = []
  const space = measure(' ')
  let line = ''
  let filled = 0
  for (const word of paragraph.split(' ').filter((one) => one !== '')) {
    const own = measure(word)
    if (line !== '' && filled + space + own <= width) {
      line += ` ${word}`
      filled += space + own
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = own <= width ? [word] : piecesOf(word, width, measure)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
    filled = measure(line)
  }
  return [...lines, line]
}

/** A long word in pieces that fit; a single letter wider than the width stands alone. */
function piecesOf(word: string, width: number, measure: Measure): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  let filled = 0
  for (const { segment } of graphemes.segment(word)) {
    const own = measure(segment)
    if (piece !== '' && filled + own > width) {
      pieces.push(piece)
      piece = ''
      filled = 0
    }
    piece += segment
    filled += own
  }
  return [...pieces, piece]
}
