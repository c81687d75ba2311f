/**
 * Every drawn plan with its result, ready for the measures: what a headline, its filters and its ways down need.
 *
 * Pure. The result itself is core/trends/result.ts by way of cycle-progress.ts, so that a cycle's page and the results
 * never differ. A plan belongs to the month its cycle starts: every drawn plan has exactly one month, audited or not.
 * Rule: product.md, "Result" and "The headline, exactly"; statistics.md, section 2 (say which date puts a plan in a month).
 */
import type { Audit } from '../core/audit/audit'
import { latestAudits } from '../core/audit/revisions'
import type { Framework } from '../core/framework/schema'
import { frameworkKey } from '../core/ops/keys'
import type { Cycle, Subject } from '../core/sampling/cycle'
import type { CriterionSubject } from '../core/trends/by-criterion'
import type { MonthSubject } from '../core/trends/by-month'
import type { SectionSubject } from '../core/trends/by-section'
import { type FloorStanding, floorStanding } from '../core/trends/floor-standing'
import type { MeasureFacts } from '../core/trends/measure'
import { type SectionResults, sectionResults } from '../core/trends/section-result'
import { isContribution } from '../core/trends/subject-result'
import { type CycleRecords, progressOf, type SubjectProgress } from './cycle-progress'
import type { Held } from './read'

export type FloorResult = FloorStanding

export interface ResultRow extends MonthSubject, SectionSubject, CriterionSubject {
  readonly code: string
  readonly cycleId: string
  readonly cycleName: string
  readonly framework: Framework
  /** Released audits, submitted; of a revised one the revision. */
  readonly audits: readonly Audit[]
  readonly floor: FloorResult
  /** Who was asked and how far they are; `null` for a plan that was swapped out. */
  readonly progress: SubjectProgress | null
  /** Why the plan was swapped out of the sample; `null` when it was not. */
  readonly swapReason: string | null
}

export interface ResultRecords extends CycleRecords {
  readonly cycles: readonly Held<Cycle>[]
  readonly frameworks: readonly Held<Framework>[]
}

export interface Results {
  /** All sampled plans of all cycles, in the order of the subjects given; pieces of advice are not among them. */
  readonly rows: readonly ResultRow[]
  /** Names of the cycles whose framework is not on this device: their plans cannot be worked out here. */
  readonly unreadable: readonly string[]
}

export function resultRows(records: ResultRecords): Results {
  const frameworks = new Map(records.frameworks.map((held) => [held.key, held.body]))
  const frameworkOf = ({ framework }: Cycle) => frameworks.get(frameworkKey(framework.id, framework.version))
  const progress = progressBySubject(records, frameworkOf)
  const cycles = new Map(records.cycles.map((held) => [held.id, held.body]))
  const audits = groupBy(records.audits, ({ body }) => body.subjectId)
  const rows = records.subjects.flatMap((subject): readonly ResultRow[] => {
    const cycle = cycles.get(subject.body.cycleId)
    const framework = cycle && frameworkOf(cycle)
    if (!framework || subject.body.kind !== 'plan') return []
    const released = latestAudits(audits.get(subject.id) ?? []).map(({ body }) => body)
    return [rowOf({ subject, cycle, framework, audits: released, progress: progress.get(subject.id) ?? null })]
  })
  const unreadable = records.cycles.filter(({ body }) => !frameworkOf(body)).map(({ body }) => body.name)
  return { rows, unreadable }
}

function progressBySubject(
  records: ResultRecords,
  frameworkOf: (cycle: Cycle) => Framework | undefined,
): ReadonlyMap<string, SubjectProgress> {
  const byCycle = groupBy(records.subjects, ({ body }) => body.cycleId)
  const byFramework = groupBy(records.cycles, ({ body }) => frameworkOf(body))
  const progress = new Map<string, SubjectProgress>()
  for (const [framework, cycles] of byFramework) {
    if (!framework) continue
    const subjects = cycles.flatMap(({ id }) => byCycle.get(id) ?? [])
    for (const one of progressOf({ ...records, subjects }, framework)) progress.set(one.subject.id, one)
  }
  return progress
}

interface RowInput {
  readonly subject: Held<Subject>
  readonly cycle: Cycle
  readonly framework: Framework
  readonly audits: readonly Audit[]
  readonly progress: SubjectProgress | null
}

function rowOf({ subject, cycle, framework, audits, progress }: RowInput): ResultRow {
  const { code, cycleId, facts, swapped } = subject.body
  let sections: SectionResults | undefined
  return {
    id: subject.id,
    code,
    cycleId,
    cycleName: cycle.name,
    month: cycle.startsOn.slice(0, 7),
    facts: measureFacts(cycle, facts, audits),
    framework,
    audits,
    ratings: audits.map(({ ratings }) => ratings),
    // Most of the work, and only the results page asks for it: done when it is first asked for.
    get sections() {
      // Once the audits are open nobody is waited for.
      const asked = audits.length > 0 ? audits.length : (progress?.open.length ?? 0)
      sections ??= sectionResults({ audits, asked, outcome: subject.body.outcome?.type }, framework)
      return sections
    },
    floor: floorStanding(audits.filter((audit) => !isContribution(audit))),
    swappedOut: swapped !== null,
    swapReason: swapped?.reason ?? null,
    progress,
    result: progress?.result ?? { state: 'awaiting-audits' },
  }
}

/** A register lists final plans; an auditor who saw that the document was a draft or an amended plan says so. */
function measureFacts(cycle: Cycle, facts: Subject['facts'], audits: readonly Audit[]): MeasureFacts {
  const seen = audits.map((audit) => audit.facts.status)
  const status = seen.find((one) => one === 'draft') ?? seen.find((one) => one === 'amended') ?? 'final'
  const { keyStage, need, version, setting, team } = facts
  return { purpose: cycle.purpose, status, keyStage, need, version, setting, team }
}

/** As `Map.groupBy`, which not every browser in use has yet. */
function groupBy<T, K>(values: readonly T[], keyOf: (value: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}
