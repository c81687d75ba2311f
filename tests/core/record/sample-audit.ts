/** Audits, plans and cycles as data for tests of records: one small and worked by hand, one with everything at its longest. */
import type { Audit } from '../../../src/core/audit/audit'
import { gradeAudit } from '../../../src/core/audit/grade'
import { contentHash } from '../../../src/core/framework/content-hash'
import { allCriteria } from '../../../src/core/framework/lookup'
import type { Framework } from '../../../src/core/framework/schema'
import { type AuditRecord, type AuditRecordInput, auditRecord } from '../../../src/core/record/audit-record'
import type { Cycle, Subject } from '../../../src/core/sampling/cycle'
import { readFramework } from '../../frameworks/bundled'

export const subject: Subject = {
  cycleId: 'cycle-1',
  kind: 'plan',
  code: 'K7F-2Q9',
  facts: {
    keyStage: 'KS2',
    need: 'ASD',
    version: 'new',
    setting: 'mainstream',
    team: 'North',
    yearGroup: 5,
    finalisedOn: '2026-01-14',
  },
  stratum: {},
  double: false,
  swapped: null,
  outcome: null,
}

export const cycle: Cycle = {
  name: 'March 2026',
  purpose: 'random',
  framework: { id: 'plan-rule', version: '1.0.0', hash: 'x' },
  register: { id: 'r', asOf: '2026-03-01', plans: 3016, digest: 'd' },
  design: {},
  seed: 'seed',
  frame: { N: 3016, digest: 'd' },
  allocation: [],
  criteria: 'core',
  startsOn: '2026-03-01',
  dueOn: '2026-03-31',
  drawnAt: '2026-03-01T09:00:00.000Z',
  drawnBy: 'manager',
}

export function hashOf(framework: Framework): string {
  return contentHash(framework) ?? ''
}

/** A submitted audit of the framework's criteria; `more` overrides anything. */
export function auditOf(framework: Framework, more: Partial<Audit>): Audit {
  const draft: Audit = {
    assignmentId: 'assignment-1',
    subjectId: 'subject-1',
    cycleId: 'cycle-1',
    author: 'member-1',
    agency: 'health',
    framework: { id: framework.id, version: framework.version, hash: hashOf(framework) },
    criteria: allCriteria(framework).map(({ id }) => id),
    facts: { purpose: 'random', status: 'final', yearGroup: 5, postSixteen: false },
    ratings: {},
    notes: {},
    override: null,
    incident: false,
    state: 'submitted',
    openedAt: '2026-03-03T09:12:00.000Z',
    submittedAt: '2026-03-03T10:40:00.000Z',
    copiesDeleted: true,
    outcome: null,
    ...more,
  }
  if (draft.state === 'draft') return { ...draft, submittedAt: null, copiesDeleted: null }
  if (more.outcome !== undefined) return draft
  const graded = gradeAudit(framework, draft)
  const { grade, derived, share } = graded.subject
  const sections = Object.fromEntries(Object.entries(graded.sections).map(([id, one]) => [id, one.grade]))
  return { ...draft, outcome: { grade, derived, share, floor: graded.floor.status, sections } }
}

export function recordOf(framework: Framework, audit: Audit, more: Partial<AuditRecordInput> = {}): AuditRecord {
  return auditRecord({
    framework,
    contentHash: hashOf(framework),
    audit,
    subject,
    cycle,
    area: 'Testshire',
    author: { agency: 'Health', name: null },
    isFictional: false,
    at: '2026-03-05T08:00:00.000Z',
    ...more,
  })
}

/** Names from the alphabets that staff of English services have: Latin with every accent, Greek, Cyrillic, Welsh. */
export const NAMES = 'Zoë Ng’ang’a Łukasz Ωmega Привет Ŵyn ŷ Nguyễn Đặng Şükrü İpek Čapek Ħal Ţ'

/** A word longer than any line. */
export const LONG_WORD = `https://example.org/${'averylongword'.repeat(14)}`

const SENTENCE =
  'Provision for speech and language is named with hours, frequency and who gives it, yet not for the summer term. '

/** A note of about 3 000 characters with paragraphs, names, markup, a long word and every kind of quotation mark. */
export function longNote(id: string): string {
  return `${id}: ${NAMES}\n\n${SENTENCE.repeat(24)}\n<b>not bold</b> & "quotes" ‘single’ “double” 5 < 6 > 4 \\ {brace} % £12.50 – — …\n${LONG_WORD}\nEnd of the note on ${id}.`
}

/** The full framework with as many criteria as the standards list: 81 (standards.md 2.1). */
function longestFramework(): Framework {
  const framework = readFramework('ehcp-plan/1.0.0.json')
  const last = framework.sections.at(-1)
  const model = last?.criteria.find(({ core }) => !core)
  if (!last || !model) throw new Error('the full framework has no criterion outside the core')
  const more = Array.from({ length: 81 - allCriteria(framework).length }, (_, index) => ({
    ...model,
    id: `X${index + 1}`,
    statement: `${model.statement} (${index + 1})`,
  }))
  return { ...framework, sections: [...framework.sections, { ...last, id: 'X', title: 'More', criteria: more }] }
}

/** The longest framework, rated in turn with everything a rating can carry, and a long note on each criterion. */
export function fullAudit(framework = longestFramework()): { readonly framework: Framework; readonly audit: Audit } {
  const turns = ['met', 'partly', 'not-met', 'met', 'not-applicable', 'met', 'cannot-tell', 'met'] as const
  const { causes, services, fixes } = framework.shortfall
  const criteria = allCriteria(framework)
  const ratings: Audit['ratings'] = {}
  const notes: Audit['notes'] = {}
  criteria.forEach(({ id }, index) => {
    const rating = turns[index % turns.length] ?? 'met'
    const cause = causes[index % causes.length]?.id
    const service = services[index % services.length]?.id
    const fix = fixes[index % fixes.length]?.id
    const isShort = rating === 'partly' || rating === 'not-met'
    ratings[id] = isShort && cause && service && fix ? { rating, cause, service, fix } : { rating }
    notes[id] = longNote(id)
  })
  const facts = { ...auditOf(framework, {}).facts, yearGroup: 10, lookedAfter: true, directPayments: true }
  return { framework, audit: auditOf(framework, { ratings, notes, facts }) }
}
