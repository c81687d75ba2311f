/**
 * A document to read, print and keep, as parts in reading order. What it says is here once; HTML and PDF are two ways of
 * setting it, so that they can never say different things.
 *
 * Pure types. No word of the product is here: words come with the parts. Texts may hold line breaks.
 */

export type Part =
  | HeadingPart
  | TextPart
  | NoticePart
  | ListPart
  | FactsPart
  | TablePart
  | VerdictPart
  | EntryPart
  | BlanksPart
  | AskPart

export interface HeadingPart {
  readonly type: 'heading'
  readonly level: 2 | 3
  readonly text: string
}

export interface TextPart {
  readonly type: 'text'
  readonly text: string
  readonly look?: 'lead' | 'soft'
}

/** A sentence set apart: something a reader must not miss. */
export interface NoticePart {
  readonly type: 'notice'
  readonly text: string
}

export interface ListPart {
  readonly type: 'list'
  readonly items: readonly string[]
}

/** Names and what stands against them. */
export interface FactsPart {
  readonly type: 'facts'
  readonly caption: string
  readonly rows: readonly Fact[]
}

export interface Fact {
  readonly term: string
  readonly text: string
}

/** The first cell of every row names the row. */
export interface TablePart {
  readonly type: 'table'
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
  /** A last row that sums up. */
  readonly total?: readonly string[]
}

export interface Column {
  readonly title: string
  /** Width beside the other columns. */
  readonly share: number
  readonly isNumber?: boolean
}

/** How full a mark is drawn, 0 to 1; `null`: no mark of that kind, a dash. Never the only sign: a word stands beside it. */
export type Fill = number | null

/** A grade, large. */
export interface VerdictPart {
  readonly type: 'verdict'
  readonly label: string
  readonly word: string
  readonly fill: Fill
  /** What the word means. */
  readonly text: string
}

/** One statement, how it was judged, and what was written about it. It is a heading of the level below the last. */
export interface EntryPart {
  readonly type: 'entry'
  readonly code: string
  readonly statement: string
  /** Small print under the statement. */
  readonly under: string
  readonly word: string
  readonly fill: Fill
  readonly details: readonly Fact[]
}

/** Fields to fill in by hand. */
export interface BlanksPart {
  readonly type: 'blanks'
  readonly rows: readonly Fact[]
}

/** One statement with boxes to tick and a line to write on. */
export interface AskPart {
  readonly type: 'ask'
  readonly code: string
  readonly statement: string
  readonly under: string
  readonly choices: readonly string[]
  readonly line: string
}

export interface Paper {
  /** Language tag of the text. */
  readonly language: string
  readonly title: string
  /** A word across every page ("Draft"); `null` for none. */
  readonly mark: string | null
  /** At the foot of every page. */
  readonly foot: string
  /** "Page 3 of 12" with the numbers left out: the words before, between and after them. */
  readonly pageWords: readonly [string, string, string]
  readonly parts: readonly Part[]
}
