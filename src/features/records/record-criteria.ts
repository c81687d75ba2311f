/** What was asked and what was found, section by section and criterion by criterion. Pure. */
import type { Rating } from '../../core/framework/schema'
import type { AuditRecord, SectionRecord } from '../../core/record/audit-record'
import type { CriterionRecord } from '../../core/record/criterion-record'
import type { EntryPart, Fact, Fill, Part } from '../../core/record/paper'
import { sectionLine } from '../../text/grade-lines'
import { formatPoints } from '../../text/points'
import { record, roleLabel } from '../../text/records'
import { ratedWord } from './record-grade'

const words = record.found

const FILLS: Readonly<Record<Rating, Fill>> = {
  met: 1,
  partly: 0.5,
  'not-met': 0,
  'not-applicable': null,
  'cannot-tell': null,
}

export function foundParts({ sections, standards }: AuditRecord): readonly Part[] {
  return [
    { type: 'heading', level: 2, text: words.title },
    ...sections.flatMap((section): readonly Part[] => [
      { type: 'heading', level: 3, text: record.sections.name(section.id, section.title) },
      { type: 'text', text: sectionText(standards.framework, section), look: 'soft' },
      ...section.criteria.map(entryOf),
    ]),
  ]
}

function sectionText(framework: AuditRecord['standards']['framework'], { grade, graded }: SectionRecord): string {
  const line = sectionLine(framework, graded, Number.POSITIVE_INFINITY)
  const toRate = graded.reasons.some(({ type }) => type === 'incomplete') ? [words.stillToRate] : []
  const said = grade === null ? (line === '' ? words.notGraded : line) : words.graded(grade.label, line)
  return [said, ...toRate].join(' ')
}

/** What does not apply is shown all the same when it was asked for, rated or written about: nothing is dropped. */
export function leftOutParts({ leftOut }: AuditRecord): readonly Part[] {
  if (leftOut.length === 0) return []
  return [
    { type: 'heading', level: 3, text: record.leftOut.title },
    { type: 'text', text: record.leftOut.text, look: 'soft' },
    ...leftOut.map(entryOf),
  ]
}

function entryOf(criterion: CriterionRecord): EntryPart {
  const { id, statement, rating } = criterion
  return {
    type: 'entry',
    code: id,
    statement,
    under: underOf(criterion),
    word: ratedWord(rating),
    fill: rating && FILLS[rating],
    details: detailsOf(criterion),
  }
}

/** "Statutory: CFA 2014, s 42(2). Core, key, counts double." */
export function underOf({
  basis,
  core,
  role,
  weight,
}: Pick<CriterionRecord, 'basis' | 'core' | 'role' | 'weight'>): string {
  const status = basis.status === 'statutory' ? words.statutory : words.goodPractice
  const written = basis.citations.length > 0 ? `${status}: ${basis.citations.join('; ')}.` : `${status}.`
  const standing = [
    ...(core ? [words.core] : []),
    ...(role ? [roleLabel(role)] : []),
    ...(weight > 1 ? [weight === 2 ? words.double : words.counts(formatPoints(weight))] : []),
  ]
  return standing.length > 0 ? `${written} ${words.standing(standing)}` : written
}

function detailsOf({ note, shortfall }: CriterionRecord): readonly Fact[] {
  const noted = note === '' ? [] : [{ term: words.note, text: note }]
  if (shortfall === null) return noted
  const { cause, service, fix } = shortfall
  return [
    ...noted,
    { term: words.cause, text: cause ?? words.notSaid },
    { term: words.service, text: service ?? words.notSaid },
    { term: words.fix, text: fix ?? words.notSaid },
  ]
}
