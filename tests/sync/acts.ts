/**
 * What a person may try on a device, worked out from what its screen shows at that moment: real ids, real states, words that
 * can be found again. The hub may still refuse it, because it knows more.
 */
import { Member } from '../../src/core/access/member'
import { Audit } from '../../src/core/audit/audit'
import type { OpKind } from '../../src/core/ops/registry'
import { Assignment, Subject } from '../../src/core/sampling/cycle'
import type { Device, Session } from '../../src/store/device'
import { type Held, readRows } from '../../src/store/read'
import type { Act } from '../../src/store/write'
import { CRITERIA, FRAMEWORK } from './sim-framework'

export const ACTS = [
  'open',
  'decline',
  'rate',
  'clear',
  'note',
  'choose',
  'override',
  'facts',
  'submit',
  'finish',
  'recall',
  'supersede',
  'give',
  'withdraw',
  'handover',
  'release',
  'single',
  'close',
  'moderate',
  'alert',
  'role',
  'leave',
] as const
export type ActName = (typeof ACTS)[number]

const MANAGERS: ReadonlySet<ActName> = new Set(['handover', 'role', 'leave'])
const LEADERS: ReadonlySet<ActName> = new Set(['give', 'withdraw', 'release', 'single', 'close', 'moderate'])

export type AnyAct = { [K in OpKind]: Act<K> }[OpKind]

export interface Inventing {
  readonly newId: () => string
  /** A word that stands nowhere else. */
  readonly mark: () => string
  readonly now: () => string
}

interface Screen {
  readonly me: Held<Member> | undefined
  readonly members: readonly Held<Member>[]
  readonly subjects: readonly Held<Subject>[]
  readonly assignments: readonly Held<Assignment>[]
  readonly audits: readonly Held<Audit>[]
}

async function screenOf(device: Device, { memberId }: Session): Promise<Screen> {
  const members = await readRows(device, 'member', Member)
  return {
    me: members.find(({ id }) => id === memberId),
    members,
    subjects: await readRows(device, 'subject', Subject),
    assignments: await readRows(device, 'assignment', Assignment),
    audits: await readRows(device, 'audit', Audit),
  }
}

/** @returns what to perform one after the other; nothing when the screen offers nothing of the kind. */
export async function actsFor(
  name: ActName,
  pick: number,
  device: Device,
  who: Session,
  inventing: Inventing,
): Promise<readonly AnyAct[]> {
  const screen = await screenOf(device, who)
  const isA = (role: 'manager' | 'chair') => screen.me?.body.roles.includes(role) === true
  if (MANAGERS.has(name) && !isA('manager')) return []
  if (LEADERS.has(name) && !isA('manager') && !isA('chair')) return []
  const choose = <T>(values: readonly T[]): T | undefined => values[pick % Math.max(values.length, 1)]
  const drafts = screen.audits.filter(({ body }) => body.author === who.memberId && body.state === 'draft')
  const own = screen.assignments.filter(({ body }) => body.auditor === who.memberId && body.state === 'asked')
  const { newId, mark, now } = inventing
  const criterionId = CRITERIA[pick % CRITERIA.length] ?? ''
  const rated = () => {
    return { rating: (['met', 'partly', 'not-met'] as const)[pick % 3] ?? 'met', service: mark() }
  }
  const framework = { id: FRAMEWORK.id, version: FRAMEWORK.version }

  switch (name) {
    case 'open': {
      const one = choose(own)
      if (!one) return []
      const { subjectId, cycleId } = one.body
      const declare: AnyAct = { kind: 'assignment.declare', data: { assignmentId: one.id, declared: 'none' } }
      const data = { auditId: newId(), assignmentId: one.id, subjectId, cycleId, facts: {} }
      return [...(one.body.declared === null ? [declare] : []), { kind: 'audit.open', data }]
    }
    case 'decline': {
      const one = choose(own)
      return one ? [{ kind: 'assignment.declare', data: { assignmentId: one.id, declared: 'knows-child' } }] : []
    }
    case 'rate':
    case 'clear': {
      const draft = choose(drafts)
      if (!draft) return []
      return [{ kind: 'rating.set', data: { auditId: draft.id, criterionId, rated: name === 'rate' ? rated() : null } }]
    }
    case 'note': {
      const draft = choose(drafts)
      return draft
        ? [{ kind: 'note.set', data: { auditId: draft.id, criterionId, text: `Seen in ${mark()} here` } }]
        : []
    }
    case 'choose': {
      const draft = drafts.find(({ body }) => Object.keys(body.otherNotes ?? {}).length > 0)
      const twice = Object.keys(draft?.body.otherNotes ?? {})[0]
      const keep = (['note', 'other', 'both'] as const)[pick % 3] ?? 'both'
      return draft && twice ? [{ kind: 'note.choose', data: { auditId: draft.id, criterionId: twice, keep } }] : []
    }
    case 'override': {
      const draft = choose(drafts)
      const override =
        pick % 4 === 0 ? null : { grade: FRAMEWORK.scale[pick % 4]?.id ?? '', reason: `Because ${mark()}` }
      return draft ? [{ kind: 'grade.override', data: { auditId: draft.id, framework, override } }] : []
    }
    case 'facts': {
      const draft = choose(drafts)
      return draft ? [{ kind: 'facts.set', data: { auditId: draft.id, facts: { yearGroup: pick % 12 } } }] : []
    }
    case 'submit':
    case 'finish': {
      const draft = choose(drafts)
      if (!draft) return []
      const { assignmentId, ratings } = draft.body
      const missing = name === 'submit' ? [] : CRITERIA.filter((id) => !ratings[id])
      const rate = missing.map((id): AnyAct => {
        return { kind: 'rating.set', data: { auditId: draft.id, criterionId: id, rated: rated() } }
      })
      const data = { auditId: draft.id, assignmentId, framework, copiesDeleted: true }
      return [...rate, { kind: 'audit.submit', data }]
    }
    case 'recall': {
      const mine = screen.audits.filter(
        ({ scope, body }) => body.author === who.memberId && body.state === 'submitted' && scope !== 'auditors',
      )
      const one = choose(mine)
      return one ? [{ kind: 'audit.recall', data: { auditId: one.id, assignmentId: one.body.assignmentId } }] : []
    }
    case 'supersede': {
      const one = choose(
        screen.audits.filter(({ scope, body }) => body.author === who.memberId && scope === 'auditors'),
      )
      if (!one) return []
      const data = { auditId: newId(), supersedes: one.id, subjectId: one.body.subjectId, reason: 'Read again' }
      return [{ kind: 'audit.supersede', data }]
    }
    case 'give':
    case 'handover': {
      const auditor = choose(screen.members.filter(({ body }) => body.active && body.roles.includes('auditor')))
      const started = screen.assignments.filter(({ body }) => body.state === 'started')
      const from = name === 'handover' ? choose(started) : undefined
      const subjectId = from?.body.subjectId ?? choose(screen.subjects)?.id
      if (!auditor || !subjectId || (name === 'handover' && !from)) return []
      const assignment: Assignment = {
        cycleId: CYCLE_ID,
        subjectId,
        auditor: auditor.id,
        agency: auditor.body.agency,
        criteria: [...CRITERIA],
        basis: 'duty',
        dueOn: '2027-01-01',
        state: 'asked',
        declared: null,
        blind: true,
      }
      const to = { id: newId(), assignment }
      if (!from) return [{ kind: 'assignment.give', data: { framework, assignments: [to] } }]
      const data = { assignmentId: from.id, auditor: from.body.auditor, agreed: true, reason: 'Ill', framework, to }
      return [{ kind: 'assignment.handover', data }]
    }
    case 'withdraw': {
      const open = screen.assignments.filter(({ body }) => body.state === 'asked' || body.state === 'started')
      const one = choose(open)
      if (!one) return []
      const reason = one.body.state === 'started' ? { reason: 'Not needed' } : {}
      return [{ kind: 'assignment.withdraw', data: { assignmentId: one.id, ...reason } }]
    }
    case 'release':
    case 'single':
    case 'close': {
      const subject = choose(screen.subjects)
      if (!subject) return []
      const data = { subjectId: subject.id, reason: 'Said in the panel' }
      if (name === 'close') return [{ kind: 'subject.close', data: { ...data, type: 'lapsed' } }]
      return [name === 'release' ? { kind: 'subject.release', data } : { kind: 'subject.single', data }]
    }
    case 'moderate': {
      const subject = choose(screen.subjects)
      if (!subject) return []
      const moderation = {
        subjectId: subject.id,
        cycleId: CYCLE_ID,
        grade: FRAMEWORK.scale[pick % FRAMEWORK.scale.length]?.id ?? '',
        reason: 'Agreed',
        learningPoint: null,
        agencies: ['health'],
      }
      return [{ kind: 'moderation.record', data: { moderation, framework } }]
    }
    case 'alert': {
      const subject = choose(screen.subjects)
      if (!subject) return []
      const told = { told: 'Duty officer', done: 'Called' }
      const alert = { type: 'concern' as const, subjectId: subject.id, cycleId: CYCLE_ID, foundAt: now(), ...told }
      return [{ kind: 'alert.raise', data: { alertId: newId(), auditId: null, alert } }]
    }
    case 'role':
    case 'leave': {
      const other = choose(screen.members.filter(({ id }) => id !== who.memberId))
      if (!other) return []
      const { roles, active } = other.body
      const member: Member =
        name === 'leave'
          ? { ...other.body, active: !active }
          : {
              ...other.body,
              roles: roles.includes('auditor') ? roles.filter((role) => role !== 'auditor') : [...roles, 'auditor'],
            }
      return [{ kind: 'member.set', data: { areaId: who.areaId, memberId: other.id, member } }]
    }
  }
}

export const CYCLE_ID = 'cycle0'
