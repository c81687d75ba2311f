/**
 * What must be true, worked out a second time and in another way than the product does it: from the ops the hub said it took,
 * which audits are whose, what is in them, which are released, and who may read what.
 *
 * Words that a run invents hold a mark (`zqabcd`), so that a leak is found wherever it stands: in a body, a refusal, a count.
 * Rules: sync.md "Scopes" and "When visibility changes"; product.md "Blind", "Audit".
 */
import * as z from 'zod/mini'
import type { WireOp } from '../../src/wire/protocol'

export const MARK = /zq[a-z]{4}/g

export interface AuditTruth {
  readonly author: string
  readonly subject: string
  readonly assignment: string
  state: 'draft' | 'submitted'
  released: boolean
  /** Mark of the rating by criterion. */
  ratings: Record<string, string>
  /** Marks of the notes by criterion: two when two devices of the author wrote over each other and they have not chosen. */
  notes: Record<string, readonly string[]>
  override: string | null
  /** How often its row was changed, its release counted. */
  changes: number
}

interface AssignmentTruth {
  readonly subject: string
  readonly auditor: string
  readonly agency: string
  blind: boolean
  state: 'asked' | 'started' | 'submitted' | 'off'
}

/** One life of the area: a restore goes back to that of the backup. */
export interface Life {
  readonly members: Map<string, { roles: readonly string[]; agency: string; active: boolean }>
  readonly subjects: Map<string, { double: boolean; released: boolean; closed: boolean }>
  readonly assignments: Map<string, AssignmentTruth>
  readonly audits: Map<string, AuditTruth>
  /** By op id: what the hub said of it. */
  readonly judged: Map<string, WireOp & { readonly actor: string; readonly outcome: string }>
}

export interface Oracle {
  life: Life
  /** Keys, and when they were erased. */
  readonly erased: Map<string, number>
  /** Who wrote each mark. */
  readonly authorOf: Map<string, string>
  /** Marks everybody may have seen since a release. */
  readonly open: Set<string>
  /** Ops ever taken, in this life or one before. */
  readonly everTaken: Set<string>
}

export function createOracle(life: Life): Oracle {
  return { life, erased: new Map(), authorOf: new Map(), open: new Set(), everTaken: new Set() }
}

export const emptyLife = (): Life =>
  structuredClone({
    members: new Map(),
    subjects: new Map(),
    assignments: new Map(),
    audits: new Map(),
    judged: new Map(),
  })

/** Takes in what the hub answered to a push: each op once, however often it came. */
export function hear(
  oracle: Oracle,
  actor: string,
  ops: readonly WireOp[],
  results: readonly { readonly outcome: string }[],
): readonly string[] {
  const faults: string[] = []
  for (const [index, op] of ops.entries()) {
    const outcome = results[index]?.outcome ?? 'nothing'
    const before = oracle.life.judged.get(op.opId)
    if (before) {
      if (before.outcome !== outcome) faults.push(`${op.kind} was ${before.outcome} and came back as ${outcome}`)
      continue
    }
    oracle.life.judged.set(op.opId, { ...op, actor, outcome })
    if (outcome === 'refused') continue
    oracle.everTaken.add(op.opId)
    const fault = apply(oracle, actor, op, outcome === 'overlap')
    if (fault) faults.push(`${op.kind} of ${actor} was taken: ${fault}`)
    release(oracle)
  }
  return faults
}

const Given = z.object({ subjectId: z.string(), auditor: z.string(), agency: z.string() })

/** Whatever the ops of a run carry. */
const Said = z.object({
  /** `null`: an alert that was raised outside an audit. */
  auditId: z.nullish(z.string()),
  assignmentId: z.optional(z.string()),
  subjectId: z.optional(z.string()),
  criterionId: z.optional(z.string()),
  memberId: z.optional(z.string()),
  supersedes: z.optional(z.string()),
  declared: z.optional(z.string()),
  text: z.optional(z.string()),
  keep: z.optional(z.string()),
  rated: z.optional(z.nullable(z.object({ service: z.string() }))),
  override: z.optional(z.nullable(z.object({ reason: z.string() }))),
  member: z.optional(z.object({ roles: z.array(z.string()), agency: z.string(), active: z.boolean() })),
  assignments: z.optional(z.array(z.object({ id: z.string(), assignment: Given }))),
  to: z.optional(z.object({ id: z.string(), assignment: Given })),
})

/** @returns why the hub should not have taken it. */
function apply({ life, authorOf }: Oracle, actor: string, op: WireOp, isOverlap: boolean): string | null {
  const data = Said.parse(op.data)
  const { assignmentId = '', subjectId = '', criterionId = '' } = data
  const auditId = data.auditId ?? ''
  const marks = JSON.stringify(op.data).match(MARK) ?? []
  for (const mark of marks) authorOf.set(mark, actor)
  const member = life.members.get(actor)
  if (!member?.active) return 'not a member'
  const isLeader = member.roles.includes('manager') || member.roles.includes('chair')
  const audit = life.audits.get(auditId)
  const assignment = life.assignments.get(assignmentId)
  const subject = life.subjects.get(subjectId)
  const own = audit?.author === actor && member.roles.includes('auditor') ? audit : undefined
  const draft = own?.state === 'draft' ? own : undefined
  switch (op.kind) {
    case 'member.set':
      if (data.member) life.members.set(data.memberId ?? '', data.member)
      return member.roles.includes('manager') ? null : 'not a manager'
    case 'assignment.give':
      for (const { id, assignment: given } of data.assignments ?? []) give(life, id, given)
      return isLeader ? null : 'not a leader'
    case 'assignment.handover':
      if (!assignment || !data.to) return 'no assignment'
      assignment.state = 'off'
      give(life, data.to.id, data.to.assignment)
      return member.roles.includes('manager') ? null : 'not a manager'
    case 'assignment.withdraw':
      if (!assignment) return 'no assignment'
      assignment.state = 'off'
      return isLeader ? null : 'not a leader'
    case 'assignment.declare':
      if (assignment?.auditor !== actor) return 'not asked'
      if (data.declared !== 'none') assignment.state = 'off'
      return null
    case 'audit.open':
      if (assignment?.auditor !== actor || assignment.state !== 'asked') return 'not asked'
      assignment.state = 'started'
      life.audits.set(auditId, {
        author: actor,
        subject: assignment.subject,
        assignment: assignmentId,
        state: 'draft',
        released: false,
        ratings: {},
        notes: {},
        override: null,
        changes: 1,
      })
      return null
    case 'audit.supersede': {
      const old = life.audits.get(data.supersedes ?? '')
      if (!old?.released || old.author !== actor) return 'not released, or not the author'
      life.audits.set(auditId, { ...structuredClone(old), state: 'draft', released: false, changes: 1 })
      return null
    }
    case 'rating.set':
      if (!draft) return 'not their own draft'
      draft.changes += 1
      if (data.rated) draft.ratings[criterionId] = data.rated.service
      else delete draft.ratings[criterionId]
      return null
    case 'note.set':
      if (!draft) return 'not their own draft'
      draft.changes += 1
      draft.notes[criterionId] = isOverlap ? [...(draft.notes[criterionId] ?? []), ...marks] : marks
      return null
    case 'note.choose': {
      if (!draft) return 'not their own draft'
      draft.changes += 1
      const [first, ...others] = draft.notes[criterionId] ?? []
      if (first && data.keep === 'note') draft.notes[criterionId] = [first]
      if (data.keep === 'other') draft.notes[criterionId] = others
      return null
    }
    case 'grade.override':
      if (!draft) return 'not their own draft'
      draft.changes += 1
      draft.override = marks[0] ?? null
      return null
    case 'facts.set':
      if (!draft) return 'not their own draft'
      draft.changes += 1
      return null
    case 'audit.submit':
      if (!draft) return 'not their own draft'
      draft.changes += 1
      draft.state = 'submitted'
      setState(life, draft, 'submitted')
      return null
    case 'audit.recall':
      if (own?.state !== 'submitted') return 'not their own submitted audit'
      if (own.released) return 'released already'
      own.changes += 1
      own.state = 'draft'
      setState(life, own, 'started')
      return null
    case 'subject.release':
    case 'subject.single':
    case 'subject.close':
      if (!subject || !isLeader) return 'no subject, or not a leader'
      if (op.kind === 'subject.release') subject.released = true
      if (op.kind === 'subject.single') subject.double = false
      if (op.kind === 'subject.close') subject.closed = true
      return null
    default:
      return null
  }
}

function give(
  { subjects, assignments }: Life,
  id: string,
  { subjectId, auditor, agency }: z.infer<typeof Given>,
): void {
  const blind = subjects.get(subjectId)?.released !== true
  assignments.set(id, { subject: subjectId, auditor, agency, blind, state: 'asked' })
}

function setState(life: Life, audit: AuditTruth, state: 'started' | 'submitted'): void {
  const assignment = life.assignments.get(audit.assignment)
  if (assignment) assignment.state = state
}

/** A subject opens when every blind auditor who still counts has submitted; audits of an open subject open when submitted. */
function release({ life, open }: Oracle): void {
  for (const [id, subject] of life.subjects) {
    const counted = [...life.assignments.values()].filter(
      (one) => one.subject === id && one.blind && one.state !== 'off',
    )
    const agencies = new Set(counted.map(({ agency }) => agency))
    const isAllIn = counted.length > 0 && counted.every(({ state }) => state === 'submitted')
    if (isAllIn && agencies.size >= (subject.double ? 2 : 1) && !subject.closed) subject.released = true
    if (!subject.released) continue
    for (const audit of life.audits.values()) {
      if (audit.subject !== id || audit.state !== 'submitted' || audit.released) continue
      audit.released = true
      audit.changes += 1
      for (const mark of marksOf(audit)) open.add(mark)
    }
  }
}

export function marksOf({ ratings, notes, override }: AuditTruth): readonly string[] {
  return [...Object.values(ratings), ...Object.values(notes).flat(), ...(override ? [override] : [])]
}

/** Marks in a text that the member has no business to see. */
export function foreignMarks(oracle: Oracle, member: string, text: string): readonly string[] {
  return [...new Set(text.match(MARK) ?? [])].filter((mark) => {
    const author = oracle.authorOf.get(mark)
    return author !== undefined && author !== member && !oracle.open.has(mark)
  })
}

/** Whether the member may hold a record, by its kind alone. Written from the table in sync.md, not from scopes-for.ts. */
export function mayRead({ life, erased }: Oracle, memberId: string, key: string): boolean {
  const member = life.members.get(memberId)
  if (!member?.active || erased.has(key)) return false
  const is = (...roles: string[]) => roles.some((role) => member.roles.includes(role))
  const [kind = '', id = ''] = key.split('/')
  switch (kind) {
    case 'area':
    case 'member':
    case 'framework':
    case 'edition':
      return true
    case 'sample':
    case 'register':
    case 'alert':
      return is('manager')
    case 'audit': {
      const audit = life.audits.get(id)
      return audit?.released ? is('manager', 'chair', 'auditor') : audit?.author === memberId
    }
    default:
      return is('manager', 'chair', 'auditor')
  }
}
