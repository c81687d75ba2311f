/**
 * The shortfalls of an audit: every criterion rated partly or not met, with where it arose, who owns it and how it is mended.
 *
 * Pure. The words (causes, services, kinds of fix) are the framework's; what is not said yet is listed, never guessed.
 * Rule: standards.md 3.4; product.md, Shortfall.
 */
import type { Framework } from '../framework/schema'
import { assignedCriteria } from './applies'
import type { AuditInput } from './graded'
import { ratingOf } from './share'

const PARTS = ['cause', 'service', 'fix'] as const
export type ShortfallPart = (typeof PARTS)[number]

export interface Shortfall {
  readonly criterion: string
  readonly rating: 'partly' | 'not-met'
  readonly cause: string | null
  readonly service: string | null
  readonly fix: string | null
  /** What is not said yet. A part the framework has no words for is never lacking. */
  readonly lacks: readonly ShortfallPart[]
  /** What is said in a word the framework does not have. */
  readonly unknown: readonly ShortfallPart[]
}

/** In the framework's order; only criteria of the assignment that apply. */
export function shortfalls(framework: Framework, input: AuditInput): readonly Shortfall[] {
  const words = wordsOf(framework)
  return assignedCriteria(framework, input).flatMap((criterion): readonly Shortfall[] => {
    const rated = ratingOf(input.ratings, criterion.id)
    if (rated?.rating !== 'partly' && rated?.rating !== 'not-met') return []
    const said = { cause: rated.cause ?? null, service: rated.service ?? null, fix: rated.fix ?? null }
    return [
      {
        criterion: criterion.id,
        rating: rated.rating,
        ...said,
        lacks: PARTS.filter((part) => said[part] === null && words[part].size > 0),
        unknown: PARTS.filter((part) => said[part] !== null && !words[part].has(said[part])),
      },
    ]
  })
}

function wordsOf({ shortfall }: Framework): Readonly<Record<ShortfallPart, ReadonlySet<string>>> {
  const ids = (choices: readonly { readonly id: string }[]) => new Set(choices.map((choice) => choice.id))
  return { cause: ids(shortfall.causes), service: ids(shortfall.services), fix: ids(shortfall.fixes) }
}
