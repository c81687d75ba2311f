/**
 * The panel of the fictional county: settles the plans whose auditors differ, and looks at a random tenth of the rest.
 *
 * Pure: chance is an argument. The panel's grade is one its auditors gave. Rule: product.md, "Moderation".
 */
import { gradeStep } from '../framework/lookup'
import { moderationRecord } from '../ops/moderation-record'
import type { IsoDate } from '../register/codes'
import type { Chance } from './chance'
import { timeOn } from './days'
import { acting, type Making } from './making'
import { CONFIRMED_REASONS, HIGHER_REASONS, LEARNING_POINTS, LOWER_REASONS, MISSING_EVIDENCE_REASON } from './words'

export interface PlanForPanel {
  readonly subjectId: string
  readonly cycleId: string
  /** What its auditors gave; `null`: the evidence was missing. */
  readonly grades: readonly (string | null)[]
  /** The grade of somebody who looks neither harder nor softer than the rest. */
  readonly fairGrade: string | null
}

const LOOKED_AT_BY_CHANCE = 0.1

export function holdPanel(making: Making, chance: Chance, plans: readonly PlanForPanel[], day: IsoDate): void {
  let minute = 13 * 60 + 30
  for (const plan of plans) {
    const decision = decide(making, chance, plan)
    if (!decision) continue
    const { ledger, chair, pinned } = making
    const { subjectId, cycleId } = plan
    ledger.perform(moderationRecord, acting(chair, timeOn(day, minute)), {
      moderation: { subjectId, cycleId, ...decision, agencies: attendance(making, chance) },
      framework: { id: pinned.id, version: pinned.version },
    })
    minute += chance.whole(7, 14)
  }
}

interface Decision {
  readonly grade: string
  readonly reason: string
  readonly learningPoint: string | null
}

function decide({ framework }: Making, chance: Chance, { grades, fairGrade }: PlanForPanel): Decision | null {
  const given = [...new Set(grades.filter((grade) => grade !== null))].sort(
    (a, b) => gradeStep(framework, a) - gradeStep(framework, b),
  )
  const [lower] = given
  const higher = given.at(-1)
  // Nothing to settle: the plan could not be graded at all, or one auditor alone has seen it.
  if (lower === undefined || higher === undefined || grades.length < 2) return null
  const learningPoint = chance.happens(0.6) ? chance.pick(LEARNING_POINTS) : null
  if (grades.includes(null)) return { grade: lower, reason: MISSING_EVIDENCE_REASON, learningPoint }
  if (lower === higher) {
    if (!chance.happens(LOOKED_AT_BY_CHANCE)) return null
    return { grade: lower, reason: chance.pick(CONFIRMED_REASONS), learningPoint: null }
  }
  const isHigher = fairGrade !== null && gradeStep(framework, fairGrade) >= gradeStep(framework, higher)
  const reason = chance.pick(isHigher ? HIGHER_REASONS : LOWER_REASONS)
  return { grade: isHigher ? higher : lower, reason, learningPoint }
}

/** Agencies at the table: never fewer than three. */
function attendance({ auditors, manager }: Making, chance: Chance): string[] {
  const agencies = [...new Set(auditors.map(({ agency }) => agency))]
  const there = agencies.filter((_, at) => at < 2 || chance.happens(0.8))
  return [...there, manager.agency]
}
