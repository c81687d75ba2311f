/**
 * What the ids in the list are called, and what there is to choose from in its filters.
 *
 * Pure. Authors are named to managers and chairs, and to themselves; to everybody else an audit is its agency's
 * (interface.md, "Words").
 */
import type { Agency, Member } from '../../core/access/member'
import type { AuditEntry } from '../../core/audit/audit-entry'
import { type GradeLevel, type ListNames, NO_GRADE } from '../../core/audit/audit-list'
import type { Framework } from '../../core/framework/schema'
import type { Cycle } from '../../core/sampling/cycle'
import type { Held } from '../../store/read'
import type { Asked } from './list-address'

export interface ListRecords {
  readonly me: string
  /** Manager or chair. */
  readonly isLead: boolean
  readonly cycles: readonly Held<Cycle>[]
  readonly agencies: readonly Agency[]
  readonly members: readonly Held<Member>[]
  readonly frameworks: readonly Held<Framework>[]
}

/** A grade as its own framework has it; `level` 0 is the lowest of `steps`. */
export interface GradeWords {
  readonly label: string
  readonly level: number
  readonly steps: number
}

export interface Names extends ListNames {
  readonly level: GradeLevel
  /** `null`: there is no grade, or its standards are not on this device. */
  readonly grade: (entry: AuditEntry) => GradeWords | null
  /** A grade by its id alone, as the first framework that has it calls it. */
  readonly gradeLabel: (id: string) => string
}

export function namesOf({ me, isLead, cycles, agencies, members, frameworks }: ListRecords): Names {
  const cycleNames = new Map(cycles.map(({ id, body }) => [id, body.name]))
  const agencyNames = new Map(agencies.map(({ id, label }) => [id, label]))
  const memberNames = new Map(members.map(({ id, body }) => [id, body.name]))
  const scales = new Map(frameworks.map(({ key, body }) => [key, gradesOf(body)]))
  const gradeOf = ({ framework, grade }: AuditEntry) => (grade && scales.get(framework)?.get(grade)) || null
  return {
    cycle: (id) => cycleNames.get(id) ?? '',
    agency: (id) => agencyNames.get(id) ?? id,
    author: (id) => (isLead || id === me ? (memberNames.get(id) ?? '') : ''),
    level: (entry) => gradeOf(entry)?.level ?? -1,
    grade: gradeOf,
    gradeLabel: (id) => [...scales.values()].flatMap((grades) => grades.get(id) ?? [])[0]?.label ?? id,
  }
}

function gradesOf({ scale }: Framework): ReadonlyMap<string, GradeWords> {
  return new Map(scale.map(({ id, label }, level) => [id, { label, level, steps: scale.length }]))
}

export interface Choice {
  readonly id: string
  readonly label: string
}

export interface Choices {
  /** In the order given: newest first. */
  readonly cycles: readonly Choice[]
  readonly agencies: readonly Choice[]
  /** Highest first. */
  readonly grades: readonly Choice[]
  /** An audit to which no grade could be given is among them. */
  readonly withoutGrade: boolean
}

/** Only what some audit has: a filter never offers an empty list by itself. */
export function choicesOf(entries: readonly AuditEntry[], names: Names, { cycles }: ListRecords): Choices {
  const held = { cycles: new Set<string>(), agencies: new Set<string>(), grades: new Map<string, GradeWords>() }
  let withoutGrade = false
  for (const entry of entries) {
    held.cycles.add(entry.cycleId)
    held.agencies.add(entry.agency)
    if (entry.grade !== null && !held.grades.has(entry.grade)) {
      held.grades.set(entry.grade, names.grade(entry) ?? { label: entry.grade, level: -1, steps: 0 })
    }
    withoutGrade ||= entry.grade === null && entry.state === 'submitted'
  }
  const agencies = [...held.agencies].map((id) => ({ id, label: names.agency(id) }))
  const grades = [...held.grades].sort(([, a], [, b]) => b.level - a.level)
  return {
    cycles: cycles.filter(({ id }) => held.cycles.has(id)).map(({ id, body }) => ({ id, label: body.name })),
    agencies: agencies.sort((a, b) => a.label.localeCompare(b.label)),
    grades: grades.map(([id, { label }]) => ({ id, label })),
    withoutGrade,
  }
}

/** Without what no audit here has: an old link still shows a list, and the fields show what it was narrowed to. */
export function withinChoices(asked: Asked, { cycles, agencies, grades, withoutGrade }: Choices): Asked {
  const known = (choices: readonly Choice[], id: string) => (choices.some((choice) => choice.id === id) ? id : '')
  const isNoGrade = withoutGrade && asked.grade === NO_GRADE
  return {
    ...asked,
    cycle: known(cycles, asked.cycle),
    agency: known(agencies, asked.agency),
    grade: isNoGrade ? NO_GRADE : known(grades, asked.grade),
  }
}
