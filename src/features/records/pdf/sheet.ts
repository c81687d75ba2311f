/**
 * The measures of a PDF page and what may stand on it. All lengths are points (1/72 inch), from the top left corner.
 *
 * Types and constants alone.
 */

/** A4 with room at the foot for the name of the document and the page number. */
export const SHEET = { width: 595.28, height: 841.89, left: 48, right: 48, top: 50, bottom: 64 } as const

export const COLUMN = SHEET.width - SHEET.left - SHEET.right
/** Height that the rows of one page may fill. */
export const FILL_HEIGHT = SHEET.height - SHEET.top - SHEET.bottom

/** Height of a line beside the size of its letters. */
export const LEADING = 1.42

export type Ink = 'ink' | 'soft' | 'accent' | 'line' | 'caution'

export type Mark =
  /** `y` is the base line. */
  | {
      readonly type: 'text'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly size: number
      readonly bold: boolean
      readonly ink: Ink
    }
  | {
      readonly type: 'rule'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly weight: number
      readonly ink: Ink
    }
  /** A square, filled from its foot up: `fill` is 0 to 1. */
  | { readonly type: 'box'; readonly x: number; readonly y: number; readonly size: number; readonly fill: number }

/** A strip over the whole width of a page that is never cut: `marks` count from its own top. */
export interface Row {
  readonly height: number
  readonly marks: readonly Mark[]
  /** Never the last on its page, if that can be. */
  readonly keepWithNext: boolean
  /** Empty space, not wanted at the top of a page. */
  readonly isSpace: boolean
  /** Rows that stand above this one again when it comes first on a page: the headings of a table. */
  readonly repeat: readonly Row[]
  /** The heading that starts here, for the outline. */
  readonly heading: { readonly level: number; readonly text: string } | null
}

export function rowOf(height: number, marks: readonly Mark[], more: Partial<Row> = {}): Row {
  return { height, marks, keepWithNext: false, isSpace: false, repeat: [], heading: null, ...more }
}

export function space(height: number, keepWithNext = false): Row {
  return rowOf(height, [], { isSpace: true, keepWithNext })
}

/** All of them on one page, if they fit on one. */
export function keptTogether(rows: readonly Row[]): readonly Row[] {
  return rows.map((row, index) => (index < rows.length - 1 ? { ...row, keepWithNext: true } : row))
}
