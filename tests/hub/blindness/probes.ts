/**
 * Everything a member, or nobody, can ask of a hub about a plan that is not released: every address, every state of a
 * cursor, and ops that guess the ids of the author's audit.
 */
import type { OpData, OpKind } from '../../../src/core/ops/registry'
import { pullOf } from '../accounts/area'
import type { Sent } from '../http/running'
import { AT, assignmentOf, CRITERIA, CYCLE_ID, FRAMEWORK_NAME, hashOf, noteOn, subjectOf } from './story'
import type { Side, Twin } from './twin'

export interface Probe {
  readonly path: string
  readonly sent?: (side: Side) => Sent
}

const ADDRESSES = [
  '/',
  '/index.html',
  '/hub/about',
  '/hub/health',
  '/hub',
  '/accounts/me',
  '/accounts/members?area=AREA',
  '/accounts/members?area=other',
  '/accounts/link',
  '/api/auth/get-session',
  '/api/auth/ok',
  '/api/auth/error',
  '/api/auth/passkey/list-user-passkeys',
  '/sync/pull',
  '/sync/push',
  '/blobs/AREA',
  '/records/audit/audit0',
  '/audit/audit0',
] as const

/** What anybody may ask for by an address. */
export function addressProbes(twin: Twin): readonly Probe[] {
  const blobs = [noteOn(twin, twin.left, 0), noteOn(twin, twin.right, 0), 'audit0'].map((text) => {
    return { path: `/blobs/${hashOf(text)}?area=AREA` }
  })
  const posts: readonly (readonly [string, (side: Side) => unknown])[] = [
    ['/accounts/link', () => ({ token: 'a'.repeat(43) })],
    ['/accounts/invite', ({ place }) => ({ area: place.area, memberId: 'nobody' })],
    ['/accounts/reset-link', ({ place }) => ({ area: place.area, memberId: 'nobody' })],
    ['/accounts/close', ({ place }) => ({ area: place.area, memberId: 'nobody' })],
    ['/accounts/devices/revoke', ({ place }) => ({ area: place.area, device: 'd-nothing' })],
  ]
  return [
    ...ADDRESSES.map((path) => ({ path })),
    ...blobs,
    ...posts.map(([path, json]) => ({ path, sent: (side: Side) => ({ method: 'POST', json: json(side) }) })),
  ]
}

/** Cursors of every kind, those of scopes that are somebody else's among them. @param epoch of each side. */
export function pullProbes(epoch: (side: Side) => string): readonly Probe[] {
  const cursors: readonly Record<string, unknown>[] = [
    {},
    { area: 0, auditors: 0, managers: 0 },
    { area: 10, auditors: 10, managers: 10, 'author:author': 0 },
    { area: 10_000, auditors: 30, 'author:author': 10_000 },
    { auditors: { resetAt: 0 }, 'author:author': { resetAt: 0 }, area: { resetAt: 12 } },
    { auditors: { resetAt: 40 }, 'author:second': { resetAt: 10_000 } },
    { 'author:author': 0, 'author:second': 0, 'service:health': 0, nothing: 0 },
  ]
  const asked = [
    ...cursors.map((each) => ({ device: 'd-probe', cursors: each, limit: 2_000 })),
    ...cursors.map((each) => ({ device: 'd-probe', cursors: each, limit: 3 })),
    ...['d-author', 'd-second', 'hub'].map((device) => ({ device, cursors: {}, limit: 1 })),
  ]
  return asked.map(({ device, ...rest }) => ({
    path: '/sync/pull',
    sent: (side: Side) => ({ json: { ...pullOf(side.place.area, device), ...rest, epoch: epoch(side) } }),
  }))
}

type AnyOp = { [K in OpKind]: readonly [kind: K, data: OpData<K>] }[OpKind]

/** Ops about the author's audit that must be refused to everybody but the author, in the same words on both sides. */
export function craftedOps(auditId: string, assignmentId: string, subjectId: string): readonly AnyOp[] {
  const criterionId = CRITERIA[0] ?? ''
  const framework = FRAMEWORK_NAME
  const alert = { subjectId, cycleId: CYCLE_ID, foundAt: AT, told: 'Duty officer', done: 'Called' }
  const moderation = { subjectId, cycleId: CYCLE_ID, reason: 'Agreed', learningPoint: null, agencies: ['health'] }
  const given = { id: assignmentId, assignment: assignmentOf({ subjectId, auditor: 'second' }) }
  return [
    ['rating.set', { auditId, criterionId, rated: { rating: 'met' } }],
    ['rating.set', { auditId, criterionId, rated: null }],
    ['rating.set', { auditId, criterionId: 'Z9', rated: null }],
    ['note.set', { auditId, criterionId, text: '' }],
    ['note.choose', { auditId, criterionId, keep: 'both' }],
    ['grade.override', { auditId, framework, override: null }],
    ['grade.override', { auditId, framework, override: { grade: 'good', reason: 'So' } }],
    ['facts.set', { auditId, facts: {} }],
    ['audit.open', { auditId, assignmentId, subjectId, cycleId: CYCLE_ID, facts: {} }],
    ['audit.submit', { auditId, assignmentId, framework, copiesDeleted: true }],
    ['audit.recall', { auditId, assignmentId }],
    ['audit.supersede', { auditId: 'audit-new', supersedes: auditId, subjectId, reason: 'So' }],
    ['assignment.declare', { assignmentId, declared: 'none' }],
    ['assignment.give', { framework, assignments: [given] }],
    ['assignment.give', { framework, assignments: [{ ...given, id: 'given-new' }] }],
    ['alert.raise', { alertId: 'alert0', auditId, alert: { ...alert, type: 'incident' } }],
    ['cycle.close', { cycleId: CYCLE_ID, reason: null }],
    ['subject.close', { subjectId, type: 'lapsed', reason: '' }],
    ['subject.release', { subjectId, reason: '' }],
    ['subject.single', { subjectId, reason: '' }],
    [
      'subject.swap',
      {
        subjectId,
        cycleId: CYCLE_ID,
        reason: 'So',
        assignmentIds: [assignmentId],
        replacement: { id: 'subject-new', subject: subjectOf('CODE-9', true), rank: 9, pseudonym: 'p9' },
      },
    ],
    ...(['inadequate', 'requires-improvement', 'good', 'outstanding'] as const).map((grade): AnyOp => {
      return ['moderation.record', { moderation: { ...moderation, grade }, framework }]
    }),
    ['solo.adopt', { from: { areaId: 'other', memberId: 'x' }, members: {}, records: [] }],
  ]
}

/** Each op alone, over bases low and high, with the author's own op ids, and under the author's device. */
export function pushProbes(device: string, ops: readonly AnyOp[]): readonly Probe[] {
  const push = (name: string, ops: readonly unknown[]) => ({
    path: '/sync/push',
    sent: ({ place }: Side) => ({ json: { protocol: 1, area: place.area, device: name, ops } }),
  })
  let n = 0
  const crafted = ops.flatMap(([kind, data]) =>
    [0, 1_000].map((base) => {
      n += 1
      return push(device, [{ opId: `${device}-${n}`, n, at: AT, kind, base, data }])
    }),
  )
  const first = { at: AT, kind: 'rating.set', base: 0, data: ops[0]?.[1] }
  return [
    ...crafted,
    push(device, [{ ...first, opId: 'd-author-3', n: n + 1 }]),
    push(device, [{ ...first, opId: 'd-author-4', n: n + 2 }]),
    push('d-author', [{ ...first, opId: `${device}-as-author`, n: 1 }]),
    push('d-author', [{ ...first, opId: 'd-author-1', n: 1 }]),
    push(device, [{ ...first, opId: `${device}-gap`, n: n + 50 }]),
    push(device, [{ ...first, opId: `${device}-odd`, n: n + 3, kind: 'no.such.kind' }]),
    push(device, [{ ...first, opId: `${device}-bad`, n: n + 4, data: { auditId: 'audit0', wrong: true } }]),
  ]
}
