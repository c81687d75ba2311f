/**
 * The headline: what share of the sampled plans is good or better, how sure that is, and what has no result, in words too.
 *
 * Pure. Figures from headline-figures.ts, words from headline-words.ts. Rule: product.md, "The headline, exactly".
 */
import { type HeadlineFigures, type HeadlineSubject, headlineFigures } from './headline-figures'
import { type HeadlineWords, headlineWords } from './headline-words'
import type { Measure } from './measure'

export interface Headline extends HeadlineFigures {
  readonly words: HeadlineWords
}

/** @param subjects drawn subjects of one cycle or several; those the measure does not count are left out. */
export function headline(measure: Measure, subjects: readonly HeadlineSubject[]): Headline {
  const figures = headlineFigures(measure, subjects)
  return { ...figures, words: headlineWords(figures) }
}
