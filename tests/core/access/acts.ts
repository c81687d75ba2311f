/**
 * One valid act of every kind, of one's own records and of another's: what the matrix of who may do what is made of. All of
 * them would be done by somebody who holds every role, but for whose they are.
 */
import type { Role } from '../../../src/core/access/member'
import type { OpData, OpKind } from '../../../src/core/ops/registry'
import { SMALL_REGISTER } from '../ops/small-register'
import {
  audit,
  CORE,
  cycleOf,
  draw,
  named,
  open,
  peopledWorld,
  rate,
  subjectOf,
  submit,
  type World,
} from '../ops/world'

/** Whose roles are tried. */
export const ACTOR = 'actor'

const SUBJECTS = ['fresh', 'asked', 'drafts', 'mine-in', 'theirs-in', 'open', 'free'] as const

const assignment = (auditor: string, agency: string, subjectId: string) => ({
  cycleId: 'c1',
  subjectId,
  auditor,
  agency,
  criteria: CRITERIA,
  basis: 'duty' as const,
  dueOn: '2026-12-01',
  state: 'asked' as const,
  declared: null,
  blind: true,
})

const CRITERIA = CORE.sections
  .flatMap(({ criteria }) => criteria)
  .filter(({ core, role }) => core && role !== 'incident')
  .map(({ id }) => id)

/**
 * Plans in every state: `asked` (to the actor), `drafts` (both at work, all rated), `mine-in` (the actor has submitted, the
 * other not), `theirs-in` (the other way round), `open` (both are in and released), `free` (one has submitted of the two
 * agencies it needs, and nobody is at work), `fresh`.
 */
export function worldOfActs(): World {
  const world = peopledWorld()
  setRoles(world, ['manager', 'auditor'])
  draw(world, SUBJECTS, { double: true })
  const give = (subjectId: string, ...people: readonly (readonly [string, string])[]) =>
    world.do('manager', 'assignment.give', {
      framework: named(CORE),
      assignments: people.map(([who, agency]) => ({
        id: `${who}-${subjectId}`,
        assignment: assignment(who, agency, subjectId),
      })),
    })
  give('asked', [ACTOR, 'education'], ['health', 'health'])
  world.do(ACTOR, 'assignment.declare', { assignmentId: `${ACTOR}-asked`, declared: 'none' })
  for (const id of ['drafts', 'mine-in', 'theirs-in', 'open']) give(id, [ACTOR, 'education'], ['health', 'health'])
  give('free', ['psych', 'educational-psychology'])
  for (const who of [ACTOR, 'health'] as const) {
    const as = who as 'health'
    for (const id of ['drafts', 'mine-in', 'theirs-in', 'open']) {
      open(world, as, id)
      rate(world, as, `${who}-${id}`)
    }
  }
  for (const text of ['Vague', 'Says nothing of how often']) {
    const note = { auditId: `${ACTOR}-drafts`, criterionId: 'F2', text }
    world.do(ACTOR, 'note.set', note, { isOverlap: true })
  }
  submit(world, ACTOR as 'health', `${ACTOR}-mine-in`)
  submit(world, 'health', 'health-theirs-in')
  submit(world, ACTOR as 'health', `${ACTOR}-open`)
  submit(world, 'health', 'health-open')
  audit(world, 'psych', 'free')
  world.do('manager', 'register.import', { registerId: 'r2', summary: SMALL_REGISTER })
  return world
}

/** Makes the actor hold these roles and no others; `null`: has left. */
export function setRoles(world: World, roles: readonly Role[] | null): void {
  const member = {
    name: ACTOR,
    agency: 'education',
    roles: [...(roles ?? ['manager', 'auditor'])],
    active: roles !== null,
  }
  world.do('manager', 'member.set', { areaId: 'area1', memberId: ACTOR, member })
}

export interface TriedAct {
  readonly kind: OpKind
  /** Whose, or of what: empty where it makes no difference. */
  readonly of: string
  readonly try: (world: World) => string | null
}

function act<K extends OpKind>(kind: K, of: string, data: OpData<K>): TriedAct {
  return {
    kind,
    of,
    try(world) {
      const decision = world.decide(ACTOR, kind, data)
      if (decision.ok) return null
      const { error } = decision
      return error.type === 'NotAllowed' ? `only ${error.needs}` : error.type
    },
  }
}

const framework = named(CORE)
const alert = (subjectId: string) => ({
  type: 'incident' as const,
  subjectId,
  cycleId: 'c1',
  foundAt: '2026-11-02T09:00:00.000Z',
  told: 'Data protection officer',
  done: 'Copies recalled',
})
const moderation = (subjectId: string) => ({
  framework,
  moderation: { subjectId, cycleId: 'c1', grade: 'good', reason: 'Read', learningPoint: null, agencies: [] },
})
const submitted = (auditId: string) => ({ auditId, assignmentId: auditId, framework, copiesDeleted: true })
const rated = (auditId: string) => ({ auditId, criterionId: 'F1', rated: { rating: 'partly' as const } })
const handover = (auditor: string) => ({
  assignmentId: `${auditor}-drafts`,
  auditor,
  agreed: true,
  reason: 'Ill',
  framework,
  to: { id: 'next', assignment: assignment('social', 'social-care', 'drafts') },
})
const withName = (name: string) => ({ name, agency: 'education', roles: ['auditor' as const], active: true })
const OWN = 'own draft'
const THEIRS = 'another’s draft'
const OPEN = 'own, released'

/** In the order of the registry; within a kind one's own first. */
export const ACTS: readonly TriedAct[] = [
  act('alert.raise', OWN, { alertId: 'x', auditId: `${ACTOR}-drafts`, alert: alert('drafts') }),
  act('alert.raise', THEIRS, { alertId: 'x', auditId: 'health-drafts', alert: alert('drafts') }),
  act('alert.raise', 'a plan', { alertId: 'x', auditId: null, alert: alert('fresh') }),
  act('area.create', 'this area', {
    areaId: 'area1',
    areaName: 'M',
    memberId: ACTOR,
    memberName: 'A',
    agency: 'health',
  }),
  act('area.create', 'another', { areaId: 'area2', areaName: 'M', memberId: 'm9', memberName: 'A', agency: 'health' }),
  act('assignment.declare', 'own', { assignmentId: `${ACTOR}-asked`, declared: 'none' }),
  act('assignment.declare', 'another’s', { assignmentId: 'health-asked', declared: 'none' }),
  act('assignment.give', 'a plan', {
    framework,
    assignments: [{ id: 'new', assignment: assignment('social', 'social-care', 'fresh') }],
  }),
  act('assignment.handover', 'own', handover(ACTOR)),
  act('assignment.handover', 'another’s', handover('health')),
  act('assignment.withdraw', 'own, asked', { assignmentId: `${ACTOR}-asked` }),
  act('assignment.withdraw', 'another’s, started', { assignmentId: 'health-drafts', reason: 'Ill' }),
  act('audit.open', 'own', {
    auditId: 'x',
    assignmentId: `${ACTOR}-asked`,
    subjectId: 'asked',
    cycleId: 'c1',
    facts: {},
  }),
  act('audit.open', 'another’s', {
    auditId: 'x',
    assignmentId: 'health-asked',
    subjectId: 'asked',
    cycleId: 'c1',
    facts: {},
  }),
  act('audit.recall', 'own, in', { auditId: `${ACTOR}-mine-in`, assignmentId: `${ACTOR}-mine-in` }),
  act('audit.recall', 'another’s, in', { auditId: 'health-theirs-in', assignmentId: 'health-theirs-in' }),
  act('audit.recall', OPEN, { auditId: `${ACTOR}-open`, assignmentId: `${ACTOR}-open` }),
  act('audit.submit', OWN, submitted(`${ACTOR}-theirs-in`)),
  act('audit.submit', THEIRS, submitted('health-drafts')),
  act('audit.supersede', OPEN, { auditId: 'x', supersedes: `${ACTOR}-open`, subjectId: 'open', reason: 'Read again' }),
  act('audit.supersede', 'another’s, released', {
    auditId: 'x',
    supersedes: 'health-open',
    subjectId: 'open',
    reason: 'Read again',
  }),
  act('audit.supersede', 'own, in', {
    auditId: 'x',
    supersedes: `${ACTOR}-mine-in`,
    subjectId: 'mine-in',
    reason: 'Again',
  }),
  act('cycle.close', 'a cycle', { cycleId: 'c1', reason: 'The term has ended' }),
  act('cycle.draw', 'a register', {
    cycleId: 'c2',
    cycle: { ...cycleOf(), register: { ...cycleOf().register, id: 'r2' } },
    subjects: [{ id: 'n1', subject: subjectOf('N1', { cycleId: 'c2' }) }],
    sampleKey: { cycleId: 'c2', plans: [{ subjectId: 'n1', rank: 1, pseudonym: 'p' }] },
  }),
  act('facts.set', OWN, { auditId: `${ACTOR}-drafts`, facts: { yearGroup: 9 } }),
  act('facts.set', THEIRS, { auditId: 'health-drafts', facts: { yearGroup: 9 } }),
  act('framework.adopt', 'new standards', { framework: { ...CORE, version: '9.9.9' } }),
  act('grade.override', OWN, {
    auditId: `${ACTOR}-drafts`,
    framework,
    override: { grade: 'good', reason: 'Too thin' },
  }),
  act('grade.override', THEIRS, {
    auditId: 'health-drafts',
    framework,
    override: { grade: 'good', reason: 'Too thin' },
  }),
  act('grade.override', OPEN, { auditId: `${ACTOR}-open`, framework, override: { grade: 'good', reason: 'Too thin' } }),
  act('member.set', 'oneself', { areaId: 'area1', memberId: ACTOR, member: withName('New name') }),
  act('member.set', 'another', { areaId: 'area1', memberId: 'm9', member: withName('Somebody') }),
  act('moderation.record', 'released', moderation('open')),
  act('moderation.record', 'not released', moderation('drafts')),
  act('note.choose', OWN, { auditId: `${ACTOR}-drafts`, criterionId: 'F2', keep: 'both' }),
  act('note.choose', THEIRS, { auditId: 'health-drafts', criterionId: 'F2', keep: 'both' }),
  act('note.set', OWN, { auditId: `${ACTOR}-drafts`, criterionId: 'F1', text: 'Vague' }),
  act('note.set', THEIRS, { auditId: 'health-drafts', criterionId: 'F1', text: 'Vague' }),
  act('note.set', OPEN, { auditId: `${ACTOR}-open`, criterionId: 'F1', text: 'Vague' }),
  act('rating.set', OWN, rated(`${ACTOR}-drafts`)),
  act('rating.set', THEIRS, rated('health-drafts')),
  act('rating.set', 'own, in', rated(`${ACTOR}-mine-in`)),
  act('rating.set', OPEN, rated(`${ACTOR}-open`)),
  act('rating.set', 'another’s, released', rated('health-open')),
  act('register.import', 'a register', { registerId: 'r9', summary: SMALL_REGISTER }),
  act('solo.adopt', 'a register', {
    from: { areaId: 'solo', memberId: 'm' },
    members: {},
    records: [{ kind: 'register', id: 'r9', body: SMALL_REGISTER }],
  }),
  act('subject.close', 'a plan', { subjectId: 'fresh', type: 'lapsed', reason: 'Out of time' }),
  act('subject.release', 'a plan', { subjectId: 'free', reason: 'The panel meets' }),
  act('subject.release', 'one’s own', { subjectId: 'theirs-in', reason: 'The panel meets' }),
  act('subject.single', 'a plan', { subjectId: 'fresh', reason: 'Nobody to be found' }),
  act('subject.swap', 'a plan', {
    subjectId: 'fresh',
    cycleId: 'c1',
    reason: 'Ceased',
    assignmentIds: [],
    replacement: { id: 'n1', subject: subjectOf('N1'), rank: 99, pseudonym: 'p99' },
  }),
]
