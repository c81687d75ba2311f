/** Cycles with drawn plans and their audits as records, short to write down, and a way to put them on a device. */
import * as z from 'zod/mini'
import type { Audit } from '../../src/core/audit/audit'
import type { FloorStatus } from '../../src/core/audit/graded'
import type { Framework, Rating } from '../../src/core/framework/schema'
import { auditKey, authorScope, cycleKey, frameworkKey, subjectKey } from '../../src/core/ops/keys'
import type { Key, Scope } from '../../src/core/ops/op'
import type { Moderation } from '../../src/core/panel/records'
import type { Assignment, Cycle, Subject, SubjectFacts } from '../../src/core/sampling/cycle'
import { type Device, remember, sealRow } from '../../src/store/device'
import type { Held } from '../../src/store/read'
import type { ResultRecords } from '../../src/store/results-rows'
import { planFramework, rated } from '../core/audit/plan-framework'

export interface AuditOf {
  readonly agency: string
  /** `null`: submitted without a grade; left out: still to be submitted. */
  readonly grade?: string | null
  readonly floor?: FloorStatus | null
  readonly incident?: boolean
  readonly sections?: Readonly<Record<string, string | null>>
  readonly ratings?: Readonly<Record<string, Rating>>
  readonly auditor?: string
  readonly dueOn?: string
  readonly state?: Assignment['state']
  readonly saw?: Audit['facts']
}

export interface PlanOf {
  readonly audits?: readonly AuditOf[]
  readonly moderated?: string
  readonly outcome?: 'not-gradeable' | 'lapsed'
  readonly swapped?: string
  readonly facts?: Partial<SubjectFacts>
  readonly kind?: Subject['kind']
  readonly double?: boolean
}

export interface CycleOf {
  readonly name?: string
  readonly startsOn?: string
  readonly dueOn?: string
  readonly purpose?: Cycle['purpose']
  readonly plans: readonly PlanOf[]
}

const AT = '2026-03-01T09:00:00.000Z'
const FACTS: SubjectFacts = {
  keyStage: 'KS2',
  need: 'ASD',
  version: 'new',
  setting: 'MAIN',
  team: null,
  yearGroup: 4,
  finalisedOn: null,
}

function held<T>(key: Key, body: T, scope: Scope = 'auditors'): Held<T> {
  return { id: key.slice(key.indexOf('/') + 1), key, scope, rev: 1, body }
}

/** Audits that are all in are released; others stay with their authors. */
export function recordsOf(cycles: readonly CycleOf[], framework: Framework = planFramework()): ResultRecords {
  const found = cycles.map((cycle, place) => cycleRecords(cycle, place, framework))
  return {
    cycles: found.map(({ cycle }) => cycle),
    subjects: found.flatMap(({ subjects }) => subjects),
    assignments: found.flatMap(({ assignments }) => assignments),
    audits: found.flatMap(({ audits }) => audits),
    moderations: found.flatMap(({ moderations }) => moderations),
    frameworks: [held(frameworkKey(framework.id, framework.version), framework, 'area')],
  }
}

function cycleRecords(of: CycleOf, place: number, framework: Framework) {
  const cycleId = `c${place + 1}`
  const startsOn = of.startsOn ?? '2026-03-01'
  const cycle: Cycle = {
    name: of.name ?? `Cycle ${place + 1}`,
    purpose: of.purpose ?? 'random',
    framework: { id: framework.id, version: framework.version, hash: 'hash' },
    register: { id: 'r1', asOf: '2026-01-15', plans: 4000, digest: 'digest' },
    design: { size: of.plans.length },
    seed: 'seed',
    frame: { N: 4000, digest: 'digest' },
    allocation: [],
    criteria: 'core',
    startsOn,
    dueOn: of.dueOn ?? '2026-03-31',
    drawnAt: AT,
    drawnBy: 'm1',
  }
  const plans = of.plans.map((plan, number) => planRecords(plan, `${cycleId}p${number + 1}`, cycleId, cycle))
  return {
    cycle: held(cycleKey(cycleId), cycle),
    subjects: plans.map(({ subject }) => subject),
    assignments: plans.flatMap(({ assignments }) => assignments),
    audits: plans.flatMap(({ audits }) => audits),
    moderations: plans.flatMap(({ moderation }) => moderation),
  }
}

function planRecords(plan: PlanOf, id: string, cycleId: string, cycle: Cycle) {
  const subject: Subject = {
    cycleId,
    kind: plan.kind ?? 'plan',
    code: id.toUpperCase(),
    facts: { ...FACTS, ...plan.facts },
    stratum: {},
    double: plan.double ?? false,
    swapped: plan.swapped ? { reason: plan.swapped, by: 'm1', at: AT, replacement: 'other' } : null,
    outcome: plan.outcome ? { type: plan.outcome, reason: 'For a reason', by: 'm1', at: AT } : null,
  }
  const asked = plan.audits ?? []
  const given = asked.map((audit, number) => assignmentOf(audit, `${id}a${number + 1}`, id, cycle))
  const isReleased = asked.every(({ grade }) => grade !== undefined)
  const audits = asked.flatMap((audit, number) => {
    const assignment = given[number]
    if (!assignment || audit.grade === undefined) return []
    return [auditOf(audit, assignment, cycle, isReleased)]
  })
  const moderation: Moderation[] = plan.moderated
    ? [
        {
          subjectId: id,
          cycleId,
          grade: plan.moderated,
          reason: 'Agreed',
          learningPoint: null,
          agencies: ['health'],
          by: 'm1',
          at: AT,
        },
      ]
    : []
  return {
    subject: held(subjectKey(id), subject),
    assignments: given,
    audits,
    moderation: moderation.map((body) => held(`moderation/${id}`, body)),
  }
}

function assignmentOf(audit: AuditOf, id: string, subjectId: string, cycle: Cycle): Held<Assignment> {
  return held(`assignment/${id}`, {
    cycleId: subjectId.slice(0, subjectId.indexOf('p')),
    subjectId,
    auditor: audit.auditor ?? `auditor-${audit.agency}`,
    agency: audit.agency,
    criteria: Object.keys(audit.ratings ?? {}),
    basis: 'duty',
    dueOn: audit.dueOn ?? cycle.dueOn,
    state: audit.state ?? (audit.grade === undefined ? 'asked' : 'submitted'),
    declared: 'none',
    blind: true,
  })
}

function auditOf(audit: AuditOf, { id, body }: Held<Assignment>, cycle: Cycle, isReleased: boolean): Held<Audit> {
  const grade = audit.grade ?? null
  const outcome = { grade, derived: grade, share: null, floor: audit.floor ?? null, sections: audit.sections ?? {} }
  const given: Audit = {
    assignmentId: id,
    subjectId: body.subjectId,
    cycleId: body.cycleId,
    author: body.auditor,
    agency: body.agency,
    framework: cycle.framework,
    criteria: body.criteria,
    facts: audit.saw ?? {},
    ratings: rated(audit.ratings ?? {}),
    notes: {},
    override: null,
    incident: audit.incident ?? false,
    state: 'submitted',
    openedAt: AT,
    submittedAt: AT,
    copiesDeleted: true,
    outcome,
  }
  return held(auditKey(`${id}x`), given, isReleased ? 'auditors' : authorScope(body.auditor))
}

/** The records as a device that synced them would read: released audits alone. */
export function released(records: ResultRecords): ResultRecords {
  return { ...records, audits: records.audits.filter(({ scope }) => scope === 'auditors') }
}

/** What a row of the app refers to: its cycle and its subject, as far as it has them. */
function refsOf(body: unknown): Key[] {
  const { cycleId, subjectId } = Refs.parse(body)
  return [...(cycleId ? [cycleKey(cycleId)] : []), ...(subjectId ? [subjectKey(subjectId)] : [])]
}

const Refs = z.object({ cycleId: z.optional(z.string()), subjectId: z.optional(z.string()) })

/** Puts the records on a device as rows. */
export async function storeRecords(device: Device, area: string, records: ResultRecords): Promise<void> {
  const { cycles, subjects, assignments, audits, moderations, frameworks } = records
  const all: readonly Held<unknown>[] = [
    ...cycles,
    ...subjects,
    ...assignments,
    ...audits,
    ...moderations,
    ...frameworks,
  ]
  const rows = all.map(({ key, scope, body }) =>
    sealRow(device, { area, rev: 1 }, { key, scope, refs: refsOf(body), body }),
  )
  await device.tables.transaction('rw', device.tables.rows, () => device.tables.rows.bulkPut(rows))
  // As after a write of the app itself; jsdom's byte arrays do not survive the copies of a live query.
  for (const [place, { body }] of all.entries()) remember(device, rows[place]!, body)
}
