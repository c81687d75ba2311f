/** What a reader needs to understand a record: grades, ratings and terms explained, and the sources behind the citations. Pure. */
import { Rating } from '../../core/framework/schema'
import type { AuditRecord } from '../../core/record/audit-record'
import type { Part } from '../../core/record/paper'
import { ratingLabel } from '../../text/audit'
import { ratingMeaning, record } from '../../text/records'

export function wordParts({ standards }: AuditRecord): readonly Part[] {
  const words = record.words
  return [
    { type: 'heading', level: 2, text: words.title },
    {
      type: 'facts',
      caption: words.grades,
      rows: [...standards.framework.scale].reverse().map(({ label, meaning }) => ({ term: label, text: meaning })),
    },
    {
      type: 'facts',
      caption: words.ratings,
      rows: Rating.options.map((rating) => ({ term: ratingLabel(rating), text: ratingMeaning(rating) })),
    },
    {
      type: 'facts',
      caption: words.terms,
      rows: [
        { term: words.core, text: words.coreText },
        { term: words.key, text: words.keyText },
        { term: words.notScored, text: words.notScoredText },
        { term: words.statutory, text: words.statutoryText },
        { term: words.goodPractice, text: words.goodPracticeText },
      ],
    },
  ]
}

/** Only the sources that a statement of this record cites. */
export function sourceParts({ standards, sections, leftOut }: AuditRecord): readonly Part[] {
  const shown = [...sections.flatMap(({ criteria }) => criteria), ...leftOut]
  const citations = shown.flatMap(({ basis }) => basis.citations)
  const cited = standards.framework.sources.filter(({ short }) => citations.some((one) => one.startsWith(short)))
  if (cited.length === 0) return []
  const { title, caption } = record.sources
  return [
    { type: 'heading', level: 2, text: title },
    { type: 'facts', caption, rows: cited.map(({ short, title: full }) => ({ term: short, text: full })) },
  ]
}
