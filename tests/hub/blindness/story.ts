/**
 * What happens on both hubs: a cycle with three plans, of which the author rates two, on each side in their own way but in
 * the same number of steps.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Member } from '../../../src/core/access/member'
import { criteriaFor } from '../../../src/core/audit/criteria-for'
import { contentHash } from '../../../src/core/framework/content-hash'
import { Framework, type RatedCriterion } from '../../../src/core/framework/schema'
import type { OpData, OpKind } from '../../../src/core/ops/registry'
import type { Assignment, Cycle, Subject } from '../../../src/core/sampling/cycle'
import { PushAnswer } from '../../../src/wire/protocol'
import type { Side, Twin } from './twin'

export const FRAMEWORK = Framework.parse(JSON.parse(readFileSync('audit-frameworks/ehcp-core/1.0.0.json', 'utf8')))
const { id, version } = FRAMEWORK
export const FRAMEWORK_NAME = { id, version }

export const AT = '2026-11-22T09:00:00.000Z'
export const CYCLE_ID = 'cycle0'

/** Everybody beside the manager. The author writes what nobody may see; the second grades the same plan. */
export const PEOPLE: Readonly<Record<string, Partial<Member>>> = {
  author: { agency: 'education', roles: ['auditor'] },
  second: { agency: 'health', roles: ['auditor'] },
  third: { agency: 'social-care', roles: ['auditor'] },
  chair: { agency: 'social-care', roles: ['chair', 'auditor'] },
  editor: { agency: 'education', roles: ['editor'] },
  adviser: { agency: 'health', roles: ['adviser'] },
  writer: { agency: 'sen-team', roles: ['writer'] },
  board: { agency: 'sen-team', roles: ['board'] },
  everything: {
    agency: 'parent-carer-forum',
    roles: ['manager', 'chair', 'auditor', 'editor', 'adviser', 'writer', 'board'],
  },
  former: { agency: 'health', roles: ['auditor'] },
}

export const ASSIGNMENTS = [
  { id: 'given0', subjectId: 'subject0', auditor: 'author' },
  { id: 'given1', subjectId: 'subject0', auditor: 'second' },
  { id: 'given2', subjectId: 'subject1', auditor: 'chair' },
  { id: 'given3', subjectId: 'subject2', auditor: 'author' },
  { id: 'given4', subjectId: 'subject2', auditor: 'third' },
] as const

/** A browser of a member on both sides, doing on each what `data` says. */
export function deviceOf(twin: Twin, who: string, device = `d-${who}`) {
  let n = 0
  return async <K extends OpKind>(kind: K, data: (side: Side) => OpData<K>): Promise<void> => {
    n += 1
    const replies = await twin.ask(who, '/sync/push', (side) => {
      const op = { opId: `${device}-${n}`, n, at: AT, kind, base: 0, data: data(side) }
      return { json: { protocol: 1, area: side.place.area, device, ops: [op] } }
    })
    for (const reply of replies) {
      const [result] = reply.as(PushAnswer).results
      if (result?.outcome !== 'applied') throw new Error(`${kind} of ${who} was not applied: ${reply.text}`)
    }
  }
}

export async function drawCycle(twin: Twin): Promise<void> {
  const manager = deviceOf(twin, 'manager', 'd-manager-cycle')
  const summary: OpData<'register.import'>['summary'] = {
    format: 'csv',
    asOf: '2026-11-01',
    importedAt: AT,
    plans: 100,
    rows: 100,
    excluded: {},
    warnings: {},
    marginals: {},
    columns: {},
    digest: 'd',
    chunks: [],
  }
  await manager('register.import', () => ({ registerId: 'register0', summary }))
  const ids = ['subject0', 'subject1', 'subject2']
  await manager('cycle.draw', ({ place }) => ({
    cycleId: CYCLE_ID,
    cycle: cycleOf(place.managerId),
    subjects: ids.map((subjectId, at) => ({ id: subjectId, subject: subjectOf(`CODE-${at}`, at !== 1) })),
    sampleKey: {
      cycleId: CYCLE_ID,
      plans: ids.map((subjectId, rank) => ({ subjectId, rank, pseudonym: `p${rank}` })),
    },
  }))
  await manager('assignment.give', () => ({
    framework: FRAMEWORK_NAME,
    assignments: ASSIGNMENTS.map((one) => ({ id: one.id, assignment: assignmentOf(one) })),
  }))
}

function cycleOf(drawnBy: string): Cycle {
  return {
    name: 'Autumn',
    purpose: 'random',
    framework: { ...FRAMEWORK_NAME, hash: contentHash(FRAMEWORK) ?? '' },
    register: { id: 'register0', asOf: '2026-11-01', plans: 100, digest: 'd' },
    design: {},
    seed: 'plumb',
    frame: { N: 100, digest: 'd' },
    allocation: [],
    criteria: 'core',
    startsOn: '2026-11-01',
    dueOn: '2027-12-01',
    drawnAt: AT,
    drawnBy,
  }
}

export function subjectOf(code: string, double: boolean): Subject {
  return {
    cycleId: CYCLE_ID,
    kind: 'plan',
    code,
    facts: {
      keyStage: 'KS2',
      need: 'ASD',
      version: 'new',
      setting: 'MAIN',
      team: null,
      yearGroup: 5,
      finalisedOn: null,
    },
    stratum: {},
    double,
    swapped: null,
    outcome: null,
  }
}

export const CRITERIA: readonly string[] = [...criteriaFor(FRAMEWORK, 'core', 'education')]

export function assignmentOf({
  subjectId,
  auditor,
}: {
  readonly subjectId: string
  readonly auditor: string
}): Assignment {
  return {
    cycleId: CYCLE_ID,
    subjectId,
    auditor,
    agency: PEOPLE[auditor]?.agency ?? 'sen-team',
    criteria: [...CRITERIA],
    basis: 'duty',
    dueOn: '2027-01-01',
    state: 'asked',
    declared: null,
    blind: true,
  }
}

/** On the left a plan without a fault; on the right one with faults everywhere, and long words about each. */
export function ratedOn(twin: Twin, side: Side, at: number): RatedCriterion {
  if (side === twin.left) return { rating: 'met' }
  if (at % 9 === 8) return { rating: 'cannot-tell' }
  return { rating: at % 2 === 0 ? 'not-met' : 'partly', cause: 'vague-advice', service: 'salt', fix: 'next-review' }
}

/** Words that stand nowhere else. */
export function noteOn(twin: Twin, side: Side, at: number): string {
  return side === twin.left
    ? `Leftword ${at}.`
    : `Rightword ${at}. ${'Nothing of it can be relied on here. '.repeat(8)}`
}

/** Opens and rates everything of one plan, each side in its own way. */
export async function rateAll(
  twin: Twin,
  { auditor, assignmentId, subjectId, auditId }: Record<'auditor' | 'assignmentId' | 'subjectId' | 'auditId', string>,
  act = deviceOf(twin, auditor),
): Promise<void> {
  await act('assignment.declare', () => ({ assignmentId, declared: 'none' }))
  await act('audit.open', () => ({ auditId, assignmentId, subjectId, cycleId: CYCLE_ID, facts: { yearGroup: 5 } }))
  for (const [at, criterionId] of CRITERIA.entries()) {
    await act('rating.set', (side) => ({ auditId, criterionId, rated: ratedOn(twin, side, at) }))
    if (at % 4 === 0) await act('note.set', (side) => ({ auditId, criterionId, text: noteOn(twin, side, at) }))
  }
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
