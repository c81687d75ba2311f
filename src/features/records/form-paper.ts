/**
 * A framework as a form on paper: each statement with five boxes to tick and a line for a note, for a meeting without
 * devices. What is written on it is typed into the ordinary workspace afterwards.
 *
 * Pure. Words: text/records.ts. Rule: product.md, "Whole plan" (everybody rates the same core).
 */
import { type Criterion, type Framework, Rating } from '../../core/framework/schema'
import type { AskPart, Paper, Part } from '../../core/record/paper'
import { ratingLabel } from '../../text/audit'
import { LOCALE } from '../../text/locale'
import { record, form as words } from '../../text/records'
import { underOf } from './record-criteria'

export interface FormInput {
  readonly framework: Framework
  readonly contentHash: string
  /** Ids of the criteria to ask, in any order. */
  readonly criteria: readonly string[]
  /** Of an assignment the form is for; `null` leaves the field to be filled in. */
  readonly code: string | null
  readonly agency: string | null
}

export function formPaper(input: FormInput): Paper {
  const { framework, code } = input
  return {
    language: LOCALE,
    title: words.title(framework.title),
    mark: null,
    foot:
      code === null
        ? words.foot(framework.title, framework.version)
        : words.footOf(code, framework.title, framework.version),
    pageWords: record.pageWords,
    parts: [
      { type: 'text', text: words.lead, look: 'lead' },
      { type: 'text', text: words.typedIn },
      { type: 'notice', text: words.noNames },
      { type: 'blanks', rows: blanksOf(input) },
      { type: 'heading', level: 2, text: words.criteria },
      ...askParts(input),
      { type: 'heading', level: 2, text: words.endTitle },
      { type: 'text', text: words.incident },
      { type: 'text', text: words.grade },
      {
        type: 'blanks',
        rows: [
          { term: words.ownGrade, text: '' },
          { term: words.copies, text: '' },
        ],
      },
      { type: 'heading', level: 2, text: words.aboutForm },
      {
        type: 'facts',
        caption: words.standards,
        rows: [
          { term: words.standards, text: words.standardsText(framework.title, framework.version) },
          { term: words.hash, text: input.contentHash },
        ],
      },
    ],
  }
}

function blanksOf({ code, agency }: FormInput) {
  const { blanks } = words
  return [
    { term: blanks.code, text: code ?? '' },
    { term: blanks.agency, text: agency ?? '' },
    { term: blanks.date, text: '' },
    { term: blanks.version, text: '' },
    { term: blanks.year, text: '' },
  ]
}

function askParts({ framework, criteria }: FormInput): readonly Part[] {
  const asked = new Set(criteria)
  return framework.sections.flatMap(({ id, title, criteria: all }): readonly Part[] => {
    const own = all.filter((criterion) => asked.has(criterion.id))
    if (own.length === 0) return []
    return [{ type: 'heading', level: 3, text: words.sectionName(id, title) }, ...own.map(askOf)]
  })
}

function askOf({ id, statement, notApplicableWhen, ...criterion }: Criterion): AskPart {
  const under = underOf({ ...criterion, role: criterion.role })
  return {
    type: 'ask',
    code: id,
    statement,
    under: notApplicableWhen === undefined ? under : `${under} ${words.notApplicable(notApplicableWhen)}`,
    choices: Rating.options.map(ratingLabel),
    line: words.note,
  }
}
