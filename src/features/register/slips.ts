/**
 * The assignment slips: for each auditor the codes of their plans with the case numbers, then the plans nobody has yet.
 *
 * Pure. The case numbers come from the file that was just opened and live only in the answer. Rule: product.md,
 * "Audit code" and "Assignment".
 */
import type { Member } from '../../core/access/member'
import type { Assignment, SampleKey, SightBasis, Subject } from '../../core/sampling/cycle'
import type { Held } from '../../store/read'
import type { MatchedPlan } from '../../store/register-desk'

export interface SlipRow {
  readonly code: string
  /** As it stands in the file; null when the plan is not in the file. */
  readonly caseNumber: string | null
  readonly dueOn: string | null
  readonly basis: SightBasis | null
}

export interface Slip {
  readonly auditorId: string
  readonly name: string
  readonly agency: string
  readonly rows: readonly SlipRow[]
}

export interface Slips {
  readonly slips: readonly Slip[]
  readonly unassigned: readonly SlipRow[]
  readonly drawn: number
  readonly missing: number
}

export interface SlipFacts {
  readonly subjects: readonly Held<Subject>[]
  readonly assignments: readonly Held<Assignment>[]
  readonly members: readonly Held<Member>[]
  readonly sampleKey: SampleKey
}

/** Plans still to be audited: neither swapped out nor closed. */
export function openSubjects(subjects: readonly Held<Subject>[]): readonly Held<Subject>[] {
  return subjects.filter(({ body }) => !body.swapped && !body.outcome)
}

/** The pseudonyms to look up in the file. */
export function wantedPseudonyms({
  subjects,
  sampleKey,
}: Pick<SlipFacts, 'subjects' | 'sampleKey'>): readonly string[] {
  const open = new Set(openSubjects(subjects).map(({ id }) => id))
  return sampleKey.plans.filter(({ subjectId }) => open.has(subjectId)).map(({ pseudonym }) => pseudonym)
}

export function makeSlips(facts: SlipFacts, matched: readonly MatchedPlan[]): Slips {
  const written = new Map(matched.map((plan) => [plan.pseudonym, plan.written]))
  const caseNumbers = new Map(
    facts.sampleKey.plans.map(({ subjectId, pseudonym }) => [subjectId, written.get(pseudonym) ?? null]),
  )
  const subjects = [...openSubjects(facts.subjects)].sort((a, b) => (a.body.code < b.body.code ? -1 : 1))
  const rows = new Map(
    subjects.map(({ id, body }): [string, SlipRow] => [
      id,
      { code: body.code, caseNumber: caseNumbers.get(id) ?? null, dueOn: null, basis: null },
    ]),
  )
  const waiting = facts.assignments.filter(({ body }) => body.state === 'asked' || body.state === 'started')
  const asked = new Set(facts.assignments.filter(({ body }) => isHeld(body)).map(({ body }) => body.subjectId))
  return {
    slips: slipsOf(waiting, rows, facts.members),
    unassigned: subjects.flatMap(({ id }) => (asked.has(id) ? [] : (rows.get(id) ?? []))),
    drawn: rows.size,
    missing: [...rows.values()].filter(({ caseNumber }) => caseNumber === null).length,
  }
}

function isHeld({ state }: Assignment): boolean {
  return state !== 'returned' && state !== 'withdrawn'
}

function slipsOf(
  waiting: readonly Held<Assignment>[],
  rows: ReadonlyMap<string, SlipRow>,
  members: readonly Held<Member>[],
): readonly Slip[] {
  const byAuditor = new Map<string, SlipRow[]>()
  for (const { body } of waiting) {
    const row = rows.get(body.subjectId)
    if (!row) continue
    const own = byAuditor.get(body.auditor) ?? []
    own.push({ ...row, dueOn: body.dueOn, basis: body.basis })
    byAuditor.set(body.auditor, own)
  }
  const slips = [...byAuditor].map(([auditorId, own]): Slip => {
    const member = members.find(({ id }) => id === auditorId)?.body
    const sorted = own.sort((a, b) => (a.code < b.code ? -1 : 1))
    return { auditorId, name: member?.name ?? auditorId, agency: member?.agency ?? '', rows: sorted }
  })
  return slips.sort((a, b) => a.name.localeCompare(b.name))
}
