/** The grade of the plan with its full working, the minimum standard beside it, and each section's grade. Pure. */
import type { Rating } from '../../core/framework/schema'
import type { AuditRecord } from '../../core/record/audit-record'
import type { Fill, Part } from '../../core/record/paper'
import { ratingLabel } from '../../text/audit'
import { gradeText } from '../../text/audit-grade'
import { floorLine, subjectLines, type Voice } from '../../text/grade-lines'
import { gradingRules } from '../../text/grading-rules'
import { formatPoints } from '../../text/points'
import { record as words } from '../../text/records'

/** A record names every criterion and speaks of the auditor. */
const OF_THE_RECORD: Voice = {
  mostNamed: Number.POSITIVE_INFINITY,
  override: words.grade.override,
  overrideRefused: words.grade.overrideRefused,
}

export function fillOf(level: number, steps: number): Fill {
  return (level + 1) / steps
}

export function gradeParts(record: AuditRecord): readonly Part[] {
  const { grade, graded, steps, subject, state, standards } = record
  const labels = state === 'draft' ? words.grade.draftLabel : words.grade.label
  const { floor } = standards.framework.grading
  const status = graded.floor.status
  const asked = new Set(record.sections.flatMap(({ criteria }) => criteria.map(({ id }) => id)))
  const line = floorLine(graded, asked, OF_THE_RECORD.mostNamed)
  return [
    { type: 'heading', level: 2, text: words.grade.title },
    {
      type: 'verdict',
      label: labels[subject.kind],
      word: grade?.label ?? words.grade.none,
      fill: grade && fillOf(grade.level, steps),
      text: grade?.meaning ?? words.grade.noneMeaning,
    },
    { type: 'heading', level: 3, text: words.grade.workingTitle },
    { type: 'list', items: gradeLines(record) },
    { type: 'heading', level: 3, text: floor.label },
    {
      type: 'list',
      items: [
        // What is not met says so itself.
        status === 'not-met'
          ? line
          : `${status === null ? gradeText.floor.unknown : gradeText.floor.status[status]}. ${line}`,
        words.grade.apart,
      ],
    },
  ]
}

function gradeLines({ standards, ratings, override, graded, isContribution }: AuditRecord): readonly string[] {
  const isOpen = graded.subject.reasons[0]?.type === 'incomplete'
  if (isOpen && isContribution) return [gradeText.contribution]
  return subjectLines(standards.framework, { ratings, override }, graded, OF_THE_RECORD)
}

export function sectionParts({ sections }: AuditRecord): readonly Part[] {
  const { title, section, rated, ratedOf, points, pointsOf, grade, none, name, so } = words.sections
  return [
    {
      type: 'table',
      caption: title,
      columns: [
        { title: section, share: 6 },
        { title: rated, share: 1.6 },
        { title: points, share: 1.6 },
        { title: grade, share: 2.8 },
      ],
      rows: sections.map((one) => [
        name(one.id, one.title),
        ratedOf(one.rated, one.criteria.length),
        one.graded.share === null
          ? '–'
          : pointsOf(formatPoints(one.graded.working.earned), formatPoints(one.graded.working.applicable)),
        one.grade?.label ?? none,
      ]),
    },
    { type: 'text', text: so, look: 'soft' },
  ]
}

export function workingParts({ graded, standards }: AuditRecord): readonly Part[] {
  const { working } = graded.subject
  const { title, caption, criterion, rating, weight, earned, leftOut, total, rules } = words.working
  return [
    { type: 'heading', level: 2, text: title },
    {
      type: 'table',
      caption,
      columns: [
        { title: criterion, share: 2 },
        { title: rating, share: 4 },
        { title: weight, share: 2, isNumber: true },
        { title: earned, share: 2, isNumber: true },
      ],
      rows: working.rows.map((row) => [
        row.criterion,
        ratedWord(row.rating),
        formatPoints(row.weight),
        row.earned === null ? leftOut : formatPoints(row.earned),
      ]),
      total: [total, '', formatPoints(working.applicable), formatPoints(working.earned)],
    },
    { type: 'heading', level: 3, text: rules },
    { type: 'list', items: gradingRules(standards.framework) },
  ]
}

export function ratedWord(rating: Rating | null): string {
  return rating === null ? words.found.notRated : ratingLabel(rating)
}
