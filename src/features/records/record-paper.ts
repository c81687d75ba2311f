/**
 * The record of an audit as a document in plain words: the grade first, then what was found, then the working.
 *
 * Pure, but for the time zone in which moments are written. What it holds is core/record's; its words are text/records.ts.
 */
import type { AuditRecord } from '../../core/record/audit-record'
import type { Fact, Paper, Part } from '../../core/record/paper'
import { PURPOSES } from '../../text/cycles'
import { LOCALE } from '../../text/locale'
import { subjectLabel, record as words } from '../../text/records'
import { formatTime } from '../../ui/format'
import { planFacts } from './plan-facts'
import { foundParts, leftOutParts } from './record-criteria'
import { gradeParts, sectionParts, workingParts } from './record-grade'
import { sourceParts, wordParts } from './record-words'

export function recordPaper(record: AuditRecord): Paper {
  const isDraft = record.state === 'draft'
  return {
    language: LOCALE,
    title: words.title(record.code),
    mark: record.isFictional ? words.fictional : isDraft ? words.draft : null,
    foot: words.foot(record.code, isDraft, record.isFictional),
    pageWords: words.pageWords,
    parts: [
      { type: 'text', text: leadOf(record), look: 'lead' },
      ...warnings(record),
      ...gradeParts(record),
      ...sectionParts(record),
      { type: 'heading', level: 2, text: words.about.title },
      { type: 'text', text: words.noChild },
      { type: 'facts', caption: words.about.caption, rows: aboutFacts(record) },
      { type: 'facts', caption: words.plan.title, rows: planFacts(record) },
      ...foundParts(record),
      ...leftOutParts(record),
      ...workingParts(record),
      ...wordParts(record),
      ...sourceParts(record),
    ],
  }
}

function leadOf({ submittedAt }: AuditRecord): string {
  return submittedAt === null ? words.draftLead : words.submittedLead(formatTime(submittedAt))
}

function warnings({ standards, workedOutNow, isFictional }: AuditRecord): readonly Part[] {
  const texts = [
    ...(isFictional ? [words.fictionalNotice] : []),
    ...(standards.heldHash === null ? [] : [words.otherStandards(standards.heldHash)]),
    ...(workedOutNow === undefined ? [] : [words.otherGrade(workedOutNow?.label ?? words.grade.none)]),
  ]
  return texts.map((text) => ({ type: 'notice', text }))
}

function aboutFacts(record: AuditRecord): readonly Fact[] {
  const about = words.about
  const { framework, hash } = record.standards
  const { name, purpose } = record.cycle
  return [
    { term: about.code, text: record.code },
    { term: about.area, text: record.area },
    { term: about.subject, text: subjectLabel(record.subject.kind) },
    { term: about.cycle, text: about.cycleText(name, PURPOSES[purpose].label) },
    { term: about.by, text: about.byText(record.author.agency, record.author.name) },
    { term: about.standards, text: about.standardsText(framework.title, framework.version) },
    { term: about.hash, text: hash },
    { term: about.rated, text: about.ratedText(record.rated, record.asked) },
    { term: about.opened, text: formatTime(record.openedAt) },
    {
      term: about.submitted,
      text: record.submittedAt === null ? about.notSubmitted : formatTime(record.submittedAt),
    },
    ...(record.blind === null ? [] : [{ term: about.blind, text: record.blind ? about.blindYes : about.blindNo }]),
    ...(record.revisedBecause === null ? [] : [{ term: about.revised, text: record.revisedBecause }]),
    { term: about.incident, text: record.incident ? about.incidentYes : about.incidentNo },
    { term: about.copies, text: copiesText(record.copiesDeleted) },
    { term: about.made, text: formatTime(record.at) },
  ]
}

function copiesText(deleted: boolean | null): string {
  if (deleted === null) return words.about.copiesNotAsked
  return deleted ? words.about.copiesYes : words.about.copiesNo
}
