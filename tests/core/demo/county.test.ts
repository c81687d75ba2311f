import { describe, expect, it } from 'vitest'
import { isDemoArea } from '../../../src/core/access/demo-area'
import { Area, Member } from '../../../src/core/access/member'
import { Comparison } from '../../../src/core/agreement/comparison'
import { Audit } from '../../../src/core/audit/audit'
import { gradeAudit } from '../../../src/core/audit/grade'
import { findIdentifiers, longQuotes } from '../../../src/core/audit/note-guard'
import type { FictionalCounty } from '../../../src/core/demo/county'
import * as words from '../../../src/core/demo/words'
import { idOf, kindOf } from '../../../src/core/ops/op'
import { Alert, Moderation } from '../../../src/core/panel/records'
import { RegisterChunk, toChunks } from '../../../src/core/register/chunks'
import { RegisterSummary } from '../../../src/core/register/summary'
import { Assignment, Cycle, SampleKey, Subject } from '../../../src/core/sampling/cycle'
import { parseDesign } from '../../../src/core/sampling/design'
import { drawSample } from '../../../src/core/sampling/draw'
import { registerDigest, toDrawPlan } from '../../../src/core/sampling/frame'
import { replacementFor } from '../../../src/core/sampling/swap'
import { ResultRecord } from '../../../src/core/trends/result-record'
import { FRAMEWORK, quillshire, recordsOf, TODAY } from './quillshire'

const SCHEMAS = {
  area: Area,
  member: Member,
  register: RegisterSummary,
  cycle: Cycle,
  sample: SampleKey,
  subject: Subject,
  assignment: Assignment,
  audit: Audit,
  moderation: Moderation,
  alert: Alert,
  comparison: Comparison,
  result: ResultRecord,
} as const

const county = quillshire()
const cycles = recordsOf(county, 'cycle', Cycle)
const subjects = recordsOf(county, 'subject', Subject)
const assignments = recordsOf(county, 'assignment', Assignment)
const audits = recordsOf(county, 'audit', Audit)
const moderations = recordsOf(county, 'moderation', Moderation)

describe('the fictional county', () => {
  it('is the same for the same seed and day, and another for another seed', () => {
    // As text: a difference between two counties would take a minute to print.
    const textOf = (one: FictionalCounty) => JSON.stringify([one.areaId, one.memberId, one.registers, one.rows])
    expect(textOf(quillshire()) === textOf(county)).toBe(true)
    expect(textOf(quillshire(TODAY, 'another')) === textOf(county)).toBe(false)
  }, 30_000)

  it('can be told from a real area by its id', () => {
    expect(isDemoArea(county.areaId)).toBe(true)
    expect(county.rows.filter(({ key }) => kindOf(key) === 'area').map(({ key }) => idOf(key))).toEqual([county.areaId])
    expect(isDemoArea('9f2c'.repeat(8))).toBe(false)
  })

  it('has records of every kind, each under its schema with nothing left over', () => {
    for (const [kind, schema] of Object.entries(SCHEMAS)) {
      const held = county.rows.filter(({ key }) => kindOf(key) === kind)
      expect(held.length, kind).toBeGreaterThan(0)
      for (const { body } of held) expect(schema.parse(body)).toEqual(body)
    }
    expect(new Set(county.rows.map(({ key }) => kindOf(key)))).toEqual(new Set(Object.keys(SCHEMAS)))
  })

  it('refers only to records it has', () => {
    const keys = new Set(county.rows.map(({ key }) => key))
    for (const { key, refs } of county.rows)
      for (const ref of refs) expect(keys.has(ref), `${key} to ${ref}`).toBe(true)
    expect(keys.size).toBe(county.rows.length)
  })

  it('names everybody by role and has five agencies beside the SEN team', () => {
    const members = recordsOf(county, 'member', Member)
    expect(new Set(members.map(({ body }) => body.agency)).size).toBe(6)
    for (const { body } of members) expect(body.name).toMatch(/manager|chair|auditor|psychologist|representative/)
    const me = members.find(({ id }) => id === county.memberId)
    expect(me?.body.roles).toEqual(['manager', 'chair', 'auditor'])
  })

  it('has some three thousand plans in each register, which fit into chunks and match their summary', () => {
    const summaries = recordsOf(county, 'register', RegisterSummary)
    expect(county.registers.map(({ id }) => id)).toEqual(summaries.map(({ id }) => id))
    for (const { id, body } of summaries) {
      const plans = county.registers.find((register) => register.id === id)?.plans ?? []
      expect(plans.length).toBeGreaterThan(2800)
      expect(plans.length).toBeLessThan(3500)
      expect(body.plans).toBe(plans.length)
      expect(body.rows).toBe(plans.length + Object.values(body.excluded).reduce((sum, count) => sum + count, 0))
      for (const counts of Object.values(body.marginals))
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(plans.length)
      expect(body.digest).toBe(
        registerDigest(
          plans.map((plan) => toDrawPlan(plan.rank, plan)),
          body.asOf,
        ),
      )
      for (const chunk of toChunks(plans)) expect(RegisterChunk.safeParse(chunk).success).toBe(true)
      expect(new Set(plans.map(({ pseudonym }) => pseudonym)).size).toBe(plans.length)
    }
  })
})

describe('its samples', () => {
  it('are twelve, one a month, under codes nobody else has', () => {
    expect(new Set(cycles.map(({ body }) => body.startsOn.slice(0, 7))).size).toBe(12)
    expect(new Set(subjects.map(({ body }) => body.code)).size).toBe(subjects.length)
  })

  it('can be drawn again from the register, swaps and all', () => {
    for (const { id, body } of cycles) {
      const register = county.registers.find((one) => one.id === body.register.id)
      const design = parseDesign(body.design)
      if (!register || !design.ok) throw new Error('no register or no design')
      const plans = register.plans.map((plan) => toDrawPlan(plan.rank, plan))
      const draw = drawSample({ plans, asOf: body.register.asOf, design: design.value, seed: body.seed })
      if (!draw.ok) throw new Error(draw.error.type)
      expect(draw.value.frame).toEqual(body.frame)
      expect(draw.value.allocation).toEqual(body.allocation)
      const sample = recordsOf(county, 'sample', SampleKey).find(({ body: { cycleId } }) => cycleId === id)
      const ranks = new Map(sample?.body.plans.map((plan) => [plan.subjectId, plan.rank]))
      const drawn = subjects.filter(({ body: subject }) => subject.cycleId === id)
      const swapped = drawn.filter(({ body: subject }) => subject.swapped)
      const into = swapped.map(({ id: out, body: subject }) => {
        const next = replacementFor(draw.value, ranks.get(out) ?? -1)
        if (!next.ok) throw new Error(next.error.type)
        expect(ranks.get(subject.swapped?.replacement ?? '')).toBe(next.value.rank)
        return next.value.rank
      })
      expect(new Set(ranks.values())).toEqual(new Set([...draw.value.plans.map(({ rank }) => rank), ...into]))
      for (const { id: subjectId, body: subject } of drawn) {
        const plan = register.plans[ranks.get(subjectId) ?? -1]
        expect(subject.facts.finalisedOn).toBe(plan?.latestDate)
        expect(subject.facts.version).toBe(plan?.version)
      }
    }
  })
})

describe('its audits', () => {
  it('are open to each other exactly when everybody asked has submitted', () => {
    for (const { id } of subjects) {
      const seats = assignments.filter(({ body }) => body.subjectId === id && body.state !== 'returned')
      const own = audits.filter(({ body }) => body.subjectId === id)
      const isOver = seats.length > 0 && seats.every(({ body }) => body.state === 'submitted')
      for (const { scope, body } of own) expect(scope).toBe(isOver ? 'auditors' : `author:${body.author}`)
      expect(own.length).toBe(seats.filter(({ body }) => ['started', 'submitted'].includes(body.state)).length)
    }
  })

  it('carry the grades their ratings lead to', () => {
    const submitted = audits.filter(({ body }) => body.state === 'submitted')
    expect(submitted.length).toBeGreaterThan(350)
    for (const { body } of submitted) {
      const graded = gradeAudit(FRAMEWORK, body)
      expect(graded.complete).toBe(true)
      expect(body.outcome).toEqual({
        grade: graded.subject.grade,
        derived: graded.subject.derived,
        share: graded.subject.share,
        floor: graded.floor.status,
        sections: Object.fromEntries(Object.entries(graded.sections).map(([id, { grade }]) => [id, grade])),
      })
    }
  })

  it('say of shortfalls only what the framework has words for', () => {
    const known = (choices: readonly { readonly id: string }[]) => new Set(choices.map(({ id }) => id))
    const { causes, services, fixes } = FRAMEWORK.shortfall
    for (const { body } of audits) {
      for (const { cause, service, fix, rating } of Object.values(body.ratings)) {
        if (cause !== undefined) expect(known(causes).has(cause)).toBe(true)
        if (service !== undefined) expect(known(services).has(service)).toBe(true)
        if (fix !== undefined) expect(known(fixes).has(fix)).toBe(true)
        if (cause !== undefined) expect(['partly', 'not-met']).toContain(rating)
      }
    }
  })

  it('are never two of one agency on one plan, nor of the SEN team alone', () => {
    for (const { id, body } of subjects) {
      const agencies = assignments
        .filter((held) => held.body.subjectId === id && held.body.state !== 'returned')
        .map((held) => held.body.agency)
      expect(new Set(agencies).size).toBe(agencies.length)
      if (agencies.length > 0) expect(agencies).not.toEqual(['sen-team'])
      if (body.double) expect(agencies).toHaveLength(2)
    }
  })

  it('happen in order, and nothing after today', () => {
    const latest = `${TODAY}T00:00:00.000Z`
    const cycleOf = new Map(cycles.map(({ id, body }) => [id, body]))
    for (const { body } of audits) {
      expect(body.openedAt > (cycleOf.get(body.cycleId)?.drawnAt ?? '')).toBe(true)
      expect((body.submittedAt ?? body.openedAt) < latest).toBe(true)
      if (body.submittedAt !== null) expect(body.submittedAt > body.openedAt).toBe(true)
    }
    for (const { body } of moderations) {
      const own = audits.filter((audit) => audit.body.subjectId === body.subjectId)
      expect(own.every((audit) => (audit.body.submittedAt ?? '~') < body.at)).toBe(true)
      expect(body.at < latest).toBe(true)
    }
  })

  it('hold nothing that the note guard would stop', () => {
    const written = [
      ...audits.flatMap(({ body }) => Object.values(body.notes)),
      ...moderations.flatMap(({ body }) => [body.reason, body.learningPoint ?? '']),
      ...recordsOf(county, 'alert', Alert).flatMap(({ body }) => [body.told, body.done]),
      ...Object.values(words).flatMap((part) => sentencesOf(part)),
    ]
    expect(written.length).toBeGreaterThan(500)
    for (const text of new Set(written)) {
      expect(findIdentifiers(text), text).toEqual([])
      expect(longQuotes(text), text).toEqual([])
      expect(text.length, text).toBeLessThan(120)
    }
  })
})

function sentencesOf(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part]
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(sentencesOf) : []
}
