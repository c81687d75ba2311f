import { describe, expect, it } from 'vitest'
import { Area, Member } from '../../../src/core/access/member'
import { assignedCriteria } from '../../../src/core/audit/applies'
import { Audit } from '../../../src/core/audit/audit'
import { gradeAudit } from '../../../src/core/audit/grade'
import type { Framework } from '../../../src/core/framework/schema'
import { auditRecord } from '../../../src/core/record/audit-record'
import { paperBody, paperHtml } from '../../../src/core/record/paper-html'
import { Cycle, Subject } from '../../../src/core/sampling/cycle'
import { recordPaper } from '../../../src/features/records/record-paper'
import { coreRated, planFramework } from '../../core/audit/plan-framework'
import { FRAMEWORK, quillshire, recordsOf } from '../../core/demo/quillshire'
import { auditOf, fullAudit, hashOf, recordOf } from '../../core/record/sample-audit'
import { squeeze, textsOf } from './read-paper'

const RATINGS = {
  met: 'Met',
  partly: 'Partly met',
  'not-met': 'Not met',
  'not-applicable': 'Not applicable',
  'cannot-tell': 'Cannot tell',
} as const

const text = (element: Element | null | undefined) => element?.textContent ?? ''

/** What a record says, read back from its HTML as a person reads it. */
function readRecord(html: string) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const tables = new Map(
    [...page.querySelectorAll('table')].map((table) => [text(table.querySelector('caption')), table]),
  )
  const rows = (caption: string) =>
    [...(tables.get(caption)?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.childNodes].map((cell) => cell.textContent ?? ''),
    )
  const pairs = (caption: string) => new Map(rows(caption).map(([name = '', value = '']) => [name, value]))
  const entries = new Map(
    [...page.querySelectorAll('.entry')].map((entry) => {
      const details = [...entry.querySelectorAll('dl div')].map(
        (one) => [text(one.children[0]), text(one.children[1])] as const,
      )
      const heading = text(entry.querySelector('h4'))
      return [
        text(entry.querySelector('.ref')),
        { heading, word: text(entry.querySelector('.word')), details },
      ] as const
    }),
  )
  return {
    about: pairs('The audit'),
    plan: pairs('What was known of the plan'),
    sections: rows('Grade of each section'),
    working: rows('Core criteria and what each earned'),
    grade: text(page.querySelector('.verdict__word')),
    lines: [...page.querySelectorAll('li')].map(text),
    entries,
  }
}

/** Everything an audit holds, as the record must say it: stated from the data, not by way of the record. */
function expectSaid(framework: Framework, audit: Audit, html: string): ReturnType<typeof readRecord> {
  const said = readRecord(html)
  const labelOf = (grade: string | null | undefined) =>
    framework.scale.find(({ id }) => id === grade)?.label ?? 'No grade'
  const wordOf = (choices: readonly { readonly id: string; readonly label: string }[], id: string | undefined) =>
    choices.find((choice) => choice.id === id)?.label ?? 'Not said'
  const { causes, services, fixes } = framework.shortfall
  const criteria = new Map(framework.sections.flatMap((section) => section.criteria.map((one) => [one.id, one])))

  expect(said.grade).toBe(labelOf(audit.outcome ? audit.outcome.grade : gradeAudit(framework, audit).subject.grade))
  expect(said.about.get('Fingerprint of the standards')).toBe(audit.framework.hash)
  expect(said.about.get('Standards')).toBe(`${framework.title}, version ${framework.version}`)
  for (const id of audit.criteria) {
    const entry = said.entries.get(id)
    const rated = audit.ratings[id]
    expect(entry?.heading, id).toBe(`${id} ${criteria.get(id)?.statement}`)
    expect(entry?.word, id).toBe(rated ? RATINGS[rated.rating] : 'Not rated')
    const details = new Map(entry?.details)
    expect(details.get('Note') ?? '', id).toBe((audit.notes[id] ?? '').trim())
    const isShort = rated?.rating === 'partly' || rated?.rating === 'not-met'
    expect(details.get('Arose'), id).toBe(isShort ? wordOf(causes, rated.cause) : undefined)
    expect(details.get('Owned by'), id).toBe(isShort ? wordOf(services, rated.service) : undefined)
    expect(details.get('To mend it'), id).toBe(isShort ? wordOf(fixes, rated.fix) : undefined)
  }
  const graded = gradeAudit(framework, audit)
  const asked = new Set(assignedCriteria(framework, audit).map(({ id }) => id))
  const shown = framework.sections.filter((section) => section.criteria.some(({ id }) => asked.has(id)))
  expect(said.sections.map(([name, , , grade]) => [name, grade])).toEqual(
    shown.map(({ id, title }) => [`${id}. ${title}`, labelOf(graded.sections[id]?.grade)]),
  )
  return said
}

describe('the HTML of a record', () => {
  it('says what the audit holds, for audits of a year by five agencies, drafts among them', () => {
    const county = quillshire()
    const byId = <T>(kind: string, schema: Parameters<typeof recordsOf<T>>[2]) =>
      new Map(recordsOf(county, kind, schema).map(({ id, body }) => [id, body]))
    const [area] = byId('area', Area).values()
    const [members, cycles, subjects] = [byId('member', Member), byId('cycle', Cycle), byId('subject', Subject)]
    const audits = [...byId('audit', Audit).values()]
    expect(audits.length).toBeGreaterThan(400)
    const hash = hashOf(FRAMEWORK)
    for (const [index, audit] of audits.entries()) {
      // Reading HTML back is slow here: all of them in the long run, otherwise every tenth and every draft.
      if (!process.env.PLUMBLINE_LONG && index % 10 > 0 && audit.state === 'submitted') continue
      const [subject, cycle] = [subjects.get(audit.subjectId), cycles.get(audit.cycleId)]
      if (!area || !subject || !cycle) throw new Error('the county lacks a record')
      const agency = area.agencies.find(({ id }) => id === audit.agency)?.label ?? ''
      const record = auditRecord({
        framework: FRAMEWORK,
        contentHash: hash,
        audit,
        subject,
        cycle,
        area: area.name,
        author: { agency, name: null },
        isFictional: true,
        at: '2026-08-01T09:00:00.000Z',
      })
      const paper = recordPaper(record)
      const html = paperBody(paper)
      const { about } = expectSaid(FRAMEWORK, audit, html)
      expect([about.get('Audit code'), about.get('Local area')]).toEqual([subject.code, area.name])
      expect(about.get('Audited by')).toBe(`An auditor for ${agency}`)
      const name = members.get(audit.author)?.name
      if (name) expect(html).not.toContain(name)
    }
  }, 120_000)

  it('says the same for 81 criteria with 3,000 characters of note on each, every sign of them', () => {
    const { framework, audit } = fullAudit()
    const paper = recordPaper(recordOf(framework, audit))
    const html = paperHtml(paper)
    expectSaid(framework, audit, html)
    const page = new DOMParser().parseFromString(html, 'text/html')
    expect(squeeze([text(page.querySelector('main'))]) === squeeze(textsOf(paper))).toBe(true)
  }, 60_000)
})

const framework = planFramework()
const asked = 'A1 B1 B2 C1 D1 E2 E3 F1 F2 F5 F6 F8 G1 H1a I1 W1 W4 W8 W9'.split(' ')
const rated = { ...coreRated('met'), I1: { rating: 'met' as const } }
const read = (audit: Audit, more: Parameters<typeof recordOf>[2] = {}) =>
  readRecord(paperHtml(recordPaper(recordOf(framework, audit, more))))

describe('the words of a record', () => {
  it('give the full working: points, every criterion that caps the grade, the change and its reason', () => {
    // 21 points apply in Year 5; F2 (double) partly earns 1 of 2, A1 and C1 not met lose 1 each: 18 of 21, 86 %.
    const ratings = {
      ...rated,
      F2: { rating: 'partly' as const },
      A1: { rating: 'not-met' as const },
      C1: { rating: 'not-met' as const },
    }
    const override = { grade: 'requires-improvement', reason: 'The child is hardly there.' }
    const { lines } = read(auditOf(framework, { criteria: asked, ratings, override }))
    expect(lines.slice(0, 3)).toEqual([
      '18 of 21 points, 86 %. On points alone: good.',
      'The auditor changed it from good to requires-improvement, for this reason: “The child is hardly there.”.',
      'Not met: A1 and C1.',
    ])
  })

  it('name every criterion that stands in the way, however many', () => {
    const ratings = Object.fromEntries(asked.map((id) => [id, { rating: 'cannot-tell' as const }]))
    const { lines, grade } = read(auditOf(framework, { criteria: asked, ratings }))
    expect(grade).toBe('No grade')
    expect(lines[0]).toContain('A1, B1, B2, C1, D1, E2, E3, F1, F2, F5, F6, F8, G1, H1a, W1, W4 and W8')
  })

  it('say of a draft that it is one, what is not rated and that nothing is asked about copies yet', () => {
    const draft = auditOf(framework, { criteria: asked, ratings: { A1: { rating: 'met' } }, state: 'draft' })
    const paper = recordPaper(recordOf(framework, draft))
    const { about, entries } = readRecord(paperHtml(paper))
    expect([paper.mark, paper.foot]).toEqual(['Draft', 'Audit K7F-2Q9 · Draft, not submitted'])
    expect(paper.parts[0]).toMatchObject({
      text: 'This audit is a draft. It has not been submitted and may still change.',
    })
    expect(about.get('Rated')).toBe('1 of 18 criteria; the others are marked “Not rated”')
    expect(about.get('Submitted')).toBe('Not submitted')
    expect(about.get('Copies of the plan deleted')).toBe('Asked when the audit is submitted')
    expect([entries.get('A1')?.word, entries.get('F2')?.word]).toEqual(['Met', 'Not rated'])
  })

  it('give the agency, and the auditor’s name only when it is asked for', () => {
    const audit = auditOf(framework, { criteria: asked, ratings: rated })
    expect(read(audit).about.get('Audited by')).toBe('An auditor for Health')
    const named = read(audit, { author: { agency: 'Health', name: 'Ŵyn Ng’ang’a' } })
    expect(named.about.get('Audited by')).toBe('Ŵyn Ng’ang’a, for Health')
  })

  it('say what was known of the plan, and leave out what was not', () => {
    const facts = { yearGroup: 10, status: 'amended' as const, lookedAfter: true, phaseTransfer: false }
    const { plan } = read(auditOf(framework, { criteria: asked, ratings: rated, facts }))
    expect([...plan].slice(0, 4)).toEqual([
      ['National Curriculum year', 'Year 10'],
      ['Version read', 'An amended final plan'],
      ['Child looked after by a council', 'Yes'],
      ['Move to the next phase of education due within 12 months', 'No'],
    ])
    expect(plan.has('Direct payments')).toBe(false)
    expect(plan.get('Plan dated')).toBe('14 January 2026')
  })

  it('say what was found of another child and whether copies were deleted', () => {
    const audit = auditOf(framework, { criteria: asked, ratings: rated, incident: true, copiesDeleted: false })
    const { about, grade, lines } = read(audit)
    expect(about.get('Incident')).toBe('Reported: another child’s data was found in this plan')
    expect(about.get('Copies of the plan deleted')).toBe('Not when the audit was submitted')
    expect([grade, lines[0]]).toEqual([
      'inadequate',
      'An incident was reported, another child’s data in the plan: inadequate.',
    ])
  })

  it('sum up the working: what each core criterion weighs and earned', () => {
    const ratings = { ...rated, F2: { rating: 'partly' as const }, B2: { rating: 'cannot-tell' as const } }
    const { working } = read(auditOf(framework, { criteria: asked, ratings }))
    expect(working.find(([id]) => id === 'F2')).toEqual(['F2', 'Partly met', '2', '1'])
    expect(working.find(([id]) => id === 'B2')).toEqual(['B2', 'Cannot tell', '1', 'left out'])
    expect(working).toHaveLength(17) // 18 core criteria without W9, which starts at Year 9
  })

  it('explain a difference in the standards or in the grade instead of hiding it', () => {
    const audit = auditOf(framework, { criteria: asked, ratings: rated })
    const outcome = { grade: 'good', derived: 'good', share: 0.8, floor: null, sections: {} }
    const record = recordOf(framework, { ...audit, outcome }, { contentHash: 'abc' })
    const notices = recordPaper(record).parts.flatMap((part) => (part.type === 'notice' ? [part.text] : []))
    expect(notices[0]).toContain('their fingerprint is abc')
    expect(notices[1]).toContain(
      'the grade would be: outstanding. The grade given when the audit was submitted stands.',
    )
  })

  it('mark a record of a fictional county on every page', () => {
    const audit = auditOf(framework, { criteria: asked, ratings: rated })
    const paper = recordPaper(recordOf(framework, audit, { isFictional: true }))
    expect([paper.mark, paper.foot]).toEqual(['Fictional', 'Audit K7F-2Q9 · Fictional, nothing here is real'])
  })
})
