/**
 * Text as a font can show it: composed letters, no invisible control characters, and a visible sign for what has no glyph.
 *
 * Pure. What cannot be shown is counted, so that the reader is told; it is never dropped in silence.
 */

/** Stands for a character that the font does not have. */
export const GAP = '\uFFFD'

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Without width or meaning on paper: controls, joiners, direction and variation marks, soft hyphens. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/u

export interface Shown {
  readonly text: string
  /** Characters as a reader counts them. */
  readonly gaps: number
}

/** @param has whether the font has a glyph for a code point. Line breaks are kept; other white space becomes one space. */
export function showable(text: string, has: (codePoint: number) => boolean): Shown {
  let shown = ''
  let gaps = 0
  for (const { segment } of segments.segment(text.normalize('NFC').replace(/\r\n?/g, '\n'))) {
    if (segment === '\n') shown += '\n'
    else if (/^\s+$/u.test(segment)) shown += ' '
    else {
      const visible = Array.from(segment).filter((character) => !INVISIBLE.test(character))
      const isShown = visible.every((character) => has(character.codePointAt(0) ?? 0))
      if (!isShown) gaps += 1
      shown += isShown ? visible.join('') : GAP
    }
  }
  return { text: shown, gaps }
}
