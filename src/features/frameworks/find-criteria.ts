/** Finding criteria by a word, a number or a law, and by core. Pure. */
import type { Criterion, Framework, Section } from '../../core/framework/schema'

export interface Wanted {
  readonly text: string
  readonly coreOnly: boolean
}

/** The sections with the criteria that fit; a section without any is left out. */
export function findCriteria(framework: Framework, { text, coreOnly }: Wanted): readonly Section[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return framework.sections
    .map((section) => ({
      ...section,
      criteria: section.criteria.filter((criterion) => (!coreOnly || criterion.core) && holds(criterion, words)),
    }))
    .filter(({ criteria }) => criteria.length > 0)
}

/** A number such as F2 finds that criterion; any other word, the texts it stands in. */
function holds(criterion: Criterion, words: readonly string[]): boolean {
  const { id, statement, looksLike, basis, notApplicableWhen } = criterion
  const text = [statement, looksLike.met, looksLike.partly, looksLike.notMet, notApplicableWhen, ...basis.citations]
    .join(' ')
    .toLocaleLowerCase()
  return words.every((word) => id.toLocaleLowerCase() === word || text.includes(word))
}
