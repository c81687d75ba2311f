/** Acts as an adversary would send them: every kind, with ids that exist here or there or nowhere, in any combination. */
import fc from 'fast-check'
import type { Rating } from '../../../src/core/framework/schema'
import { AdoptedRecord } from '../../../src/core/ops/adopted-record'
import { idOf, kindOf, type Row } from '../../../src/core/ops/op'
import type { OpData, OpKind } from '../../../src/core/ops/registry'
import { SMALL_REGISTER } from '../ops/small-register'
import { CORE, cycleOf, named, subjectOf } from '../ops/world'

export interface AnyAct {
  readonly who: string
  readonly kind: OpKind
  readonly data: OpData<OpKind>
  readonly isOverlap: boolean
}

const reason = fc.constantFrom('Because', '', 'Born 3 May 2015')
const criterion = fc.constantFrom('F1', 'F2', 'B1', 'Z9')
const rating = fc.constantFrom<Rating>('met', 'partly', 'not-met', 'not-applicable', 'cannot-tell')
const framework = fc.constantFrom(named(CORE), { id: 'ehcp-plan', version: '1.0.0' })
const grade = fc.constantFrom('good', 'inadequate', 'splendid')
const at = '2026-11-02T09:00:00.000Z'

/** @param rows those there are when it begins: their ids are the ones that are named. */
export function anyAct(rows: readonly Row[]): fc.Arbitrary<AnyAct> {
  const idsOf = (kind: string) => rows.filter(({ key }) => kindOf(key) === kind).map(({ key }) => idOf(key))
  const idOfKind = (kind: string) => fc.constantFrom(...idsOf(kind), 'new1', 'new2')
  const [member, subject, assignmentId, auditId] = ['member', 'subject', 'assignment', 'audit'].map(idOfKind) as [
    fc.Arbitrary<string>,
    fc.Arbitrary<string>,
    fc.Arbitrary<string>,
    fc.Arbitrary<string>,
  ]
  const cycle = fc.constantFrom('c1', 'c9')
  const agency = fc.constantFrom('health', 'education', 'social-care', 'sen-team', 'educational-psychology')
  const assignment = fc.record({
    cycleId: cycle,
    subjectId: subject,
    auditor: member,
    agency,
    criteria: fc.subarray(['F1', 'F2', 'B1', 'Z9']),
    basis: fc.constant('duty' as const),
    dueOn: fc.constant('2026-12-01'),
    state: fc.constantFrom('asked' as const, 'submitted' as const),
    declared: fc.constant(null),
    blind: fc.boolean(),
  })
  const given = fc.record({ id: assignmentId, assignment })
  const drawn = fc.record({ id: subject, subject: fc.constant(subjectOf('NEW')) })
  const alert = fc.record({
    type: fc.constantFrom('incident' as const, 'concern' as const),
    subjectId: subject,
    cycleId: cycle,
    foundAt: fc.constant(at),
    told: fc.constant('DPO'),
    done: fc.constant('Recalled'),
  })
  /** Rows that are there, under ids that are there or not, as though they came in a file. */
  const record = fc
    .tuple(fc.constantFrom(...rows), fc.constantFrom('new1', 'new2', ''))
    .map(([row, id]) => AdoptedRecord.safeParse({ kind: kindOf(row.key), id: id || idOf(row.key), body: row.body }))
  const records = fc.array(record, { maxLength: 3 }).map((all) => all.flatMap(({ data }) => data ?? []))
  const members = Object.fromEntries(idsOf('member').map((id) => [id, id]))

  const data: { readonly [K in OpKind]: fc.Arbitrary<OpData<K>> } = {
    'alert.raise': fc.record({ alertId: fc.constantFrom('i1', 'i2'), auditId: fc.option(auditId), alert }),
    'area.create': fc.record({
      areaId: fc.constantFrom('area1', 'area2'),
      areaName: fc.constant('M'),
      memberId: member,
      memberName: fc.constant('M'),
      agency,
    }),
    'assignment.declare': fc.record({ assignmentId, declared: fc.constantFrom('none' as const, 'own-work' as const) }),
    'assignment.give': fc.record({ framework, assignments: fc.array(given, { maxLength: 2 }) }),
    'assignment.handover': fc.record({
      assignmentId,
      auditor: member,
      agreed: fc.boolean(),
      reason,
      framework,
      to: given,
    }),
    'assignment.withdraw': fc.record({ assignmentId, reason }),
    'audit.open': fc.record({ auditId, assignmentId, subjectId: subject, cycleId: cycle, facts: fc.constant({}) }),
    'audit.recall': fc.record({ auditId, assignmentId }),
    'audit.submit': fc.record({ auditId, assignmentId, framework, copiesDeleted: fc.boolean() }),
    'audit.supersede': fc.record({ auditId, supersedes: auditId, subjectId: subject, reason }),
    'cycle.close': fc.record({ cycleId: cycle, reason: fc.option(reason) }),
    'cycle.draw': fc.record({
      cycleId: cycle,
      cycle: fc.constant(cycleOf()),
      subjects: fc.array(drawn, { maxLength: 2 }),
      sampleKey: fc.record({
        cycleId: cycle,
        plans: fc.array(fc.record({ subjectId: subject, rank: fc.nat(9), pseudonym: fc.constant('p') }), {
          maxLength: 2,
        }),
      }),
    }),
    'facts.set': fc.record({ auditId, facts: fc.constantFrom({ yearGroup: 9 }, { purpose: 'Sam Smith' }) }),
    'framework.adopt': fc.constant({ framework: CORE }),
    'grade.override': fc.record({
      auditId,
      framework,
      override: fc.option(fc.record({ grade, reason })),
    }),
    'member.set': fc.record({
      areaId: fc.constantFrom('area1', 'area2'),
      memberId: member,
      member: fc.record({
        name: fc.constant('M'),
        agency,
        roles: fc.constantFrom([...EVERY_ROLE], ['auditor' as const], ['manager' as const]),
        active: fc.boolean(),
      }),
    }),
    'moderation.record': fc.record({
      framework,
      moderation: fc.record({
        subjectId: subject,
        cycleId: cycle,
        grade,
        reason,
        learningPoint: fc.constant(null),
        agencies: fc.constant([]),
      }),
    }),
    'note.choose': fc.record({ auditId, criterionId: criterion, keep: fc.constantFrom('note', 'other', 'both') }),
    'note.set': fc.record({ auditId, criterionId: criterion, text: reason }),
    'rating.set': fc.record({ auditId, criterionId: criterion, rated: fc.option(fc.record({ rating })) }),
    'register.import': fc.record({ registerId: fc.constantFrom('r1', 'r9'), summary: fc.constant(SMALL_REGISTER) }),
    'solo.adopt': fc.record({
      from: fc.record({ areaId: fc.constantFrom('solo', 'demo-1'), memberId: member }),
      members: fc.constantFrom(members, {}),
      records,
    }),
    'subject.close': fc.record({ subjectId: subject, type: fc.constantFrom('lapsed', 'not-gradeable'), reason }),
    'subject.release': fc.record({ subjectId: subject, reason }),
    'subject.single': fc.record({ subjectId: subject, reason }),
    'subject.swap': fc.record({
      subjectId: subject,
      cycleId: cycle,
      reason,
      assignmentIds: fc.array(assignmentId, { maxLength: 2 }),
      replacement: fc.record({
        id: subject,
        subject: fc.constantFrom(subjectOf('NEW'), subjectOf('ASKED')),
        rank: fc.nat(99),
        pseudonym: fc.constant('px'),
      }),
    }),
  }
  const kinds = Object.keys(data) as OpKind[]
  return fc.constantFrom(...kinds).chain((kind) =>
    fc.record({
      who: fc.constantFrom(...idsOf('member')),
      kind: fc.constant(kind),
      data: data[kind] as fc.Arbitrary<OpData<OpKind>>,
      isOverlap: fc.boolean(),
    }),
  )
}

export const EVERY_ROLE = ['manager', 'chair', 'auditor', 'editor', 'adviser', 'writer', 'board'] as const
