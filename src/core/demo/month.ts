/**
 * One month of the fictional county from the sample to the panel: plans are handed out, audited, closed, moderated.
 *
 * Pure: chance is an argument; every step is the op a person would have done. Rule: product.md, "Cycle".
 */
import { Audit } from '../audit/audit'
import { gradeAudit } from '../audit/grade'
import { allCriteria } from '../framework/lookup'
import { alertRaise } from '../ops/alert-raise'
import { assignmentDeclare } from '../ops/assignment-declare'
import { assignmentGive } from '../ops/assignment-give'
import { auditKey } from '../ops/keys'
import { subjectClose } from '../ops/subject-close'
import { criteriaToRate, doAudit, factsOf } from './audits'
import type { Chance } from './chance'
import { addDays, timeOn, workday } from './days'
import { type Fate, type PlanFate, pastFates, presentFates, withDueDays } from './fates'
import { evenQualities, type Judged, judge, type PlanToJudge, type PlanTruth, planTruth } from './judgement'
import { acting, type Making, streamOf } from './making'
import { holdPanel, type PlanForPanel } from './panel'
import type { Month, Sample, SampledPlan } from './sample'
import { type Seat, type SeatedPlan, seatFor, seatPlans } from './seats'
import { CONCERN, LAPSED_REASON, NOT_GRADEABLE_REASON } from './words'

/** What goes wrong with one plan of a month that is over. */
export type Mishap = 'lapsed' | 'not-gradeable' | 'handed-back'

export interface MonthToLive {
  readonly sample: Sample
  readonly month: Month
  /** 0 for the first month of the year, 1 for the last. */
  readonly yearShare: number
  readonly isPresent: boolean
  readonly mishap: Mishap | null
}

export function liveMonth(making: Making, chance: Chance, toLive: MonthToLive): void {
  const { sample, month, isPresent, mishap } = toLive
  const stories = storiesOf(chance, toLive)
  const seated = seatPlans(making, chance, sample.plans, month.dueOn)
  const spoilt = mishap === null ? undefined : seated.find(({ seats }) => seats.length === 1)
  const audited = seated.filter((plan) => plan !== spoilt)
  const fates = isPresent
    ? withDueDays(making, presentFates(making, chance, audited, month))
    : pastFates(chance, audited, month)
  give(making, [...fates.flatMap(({ plan }) => plan.seats), ...(spoilt?.seats ?? [])], month)
  if (spoilt && mishap) suffer(making, chance, { plan: spoilt, mishap, month, stories })
  const forPanel = fates.map((fate) => auditPlan(making, chance, fate, stories))
  if (!isPresent) holdPanel(making, chance, forPanel, workday(addDays(month.dueOn, 9)))
}

function give(
  { ledger, manager, pinned }: Making,
  seats: readonly Seat[],
  { startsOn }: Month,
  minute = 10 * 60 + 15,
): void {
  const assignments = seats.map(({ assignmentId, assignment }) => ({ id: assignmentId, assignment }))
  ledger.perform(assignmentGive, acting(manager, timeOn(startsOn, minute)), { framework: pinned, assignments })
}

/** The audits of one plan, and what the panel is told of them. */
function auditPlan(making: Making, chance: Chance, planFate: PlanFate, stories: Stories): PlanForPanel {
  const { ledger } = making
  const { plan, fates, hasIncident } = planFate
  const { subjectId, subject, seats } = plan
  const truth = truthOf(making, plan, stories)
  const judgements = judgeAll(making, planFate, truth)
  const auditIds: string[] = []
  for (const [at, seat] of seats.entries()) {
    const fate = fates[at]
    const judged = judgements[at]
    if (!fate || !judged) throw new RangeError('every seat has a fate and a judgement')
    if (fate.type === 'asked') continue
    if (fate.type === 'handed-back') {
      handBack(making, seat, fate.at)
      continue
    }
    const auditId = chance.id()
    auditIds.push(auditId)
    const incidentId = hasIncident ? chance.id() : null
    doAudit(making, { ...seat, auditId, subject, judged, incidentId, ...progressOf(fate) })
    if (planFate.hasConcern) raiseConcern(making, chance, seat, fate.openedAt)
  }
  const done = auditIds.map((id) => Audit.parse(ledger.body(auditKey(id)))).filter(({ state }) => state === 'submitted')
  const fair = judgeSeat(making, 'fair', plan, seats[0], truth, 0)
  return {
    subjectId,
    cycleId: subject.cycleId,
    grades: done.map(({ outcome }) => outcome?.grade ?? null),
    fairGrade: gradeOf(making, plan, fair),
  }
}

function progressOf(fate: Extract<Fate, { readonly openedAt: string }>) {
  const { openedAt } = fate
  if (fate.type === 'submitted') return { openedAt, submittedAt: fate.submittedAt, ratedShare: 1 }
  return { openedAt, submittedAt: null, ratedShare: fate.ratedShare }
}

type Stories = ReadonlyMap<string, PlanToJudge>

/** How good each plan of the month is; new and amended plans are spread alike. */
function storiesOf(chance: Chance, { sample, yearShare }: MonthToLive): Stories {
  const storiesFor = (plans: readonly SampledPlan[]) => {
    const qualities = evenQualities(chance, plans.length)
    return plans.map(({ subjectId, plan }, at): readonly [string, PlanToJudge] => {
      const hasSpeechAdvice = plan.advice.some(({ agency }) => agency === 'SALT')
      return [subjectId, { hasSpeechAdvice, quality: qualities[at] ?? 0, yearShare }]
    })
  }
  const versions = [...new Set(sample.plans.map(({ plan }) => plan.version))]
  return new Map(versions.flatMap((version) => storiesFor(sample.plans.filter(({ plan }) => plan.version === version))))
}

function truthOf(making: Making, { subjectId }: SeatedPlan, stories: Stories): PlanTruth {
  const story = stories.get(subjectId)
  if (!story) throw new RangeError('every plan of the month has a story')
  return planTruth(streamOf(making, `truth ${subjectId}`), allCriteria(making.framework), story)
}

function judgeSeat(
  making: Making,
  part: string,
  { subjectId, subject }: SeatedPlan,
  seat: Seat | undefined,
  truth: PlanTruth,
  severity: number,
): Judged {
  const { framework } = making
  const criteria = criteriaToRate(making, subject, seat?.assignment.criteria ?? [])
  return judge({ chance: streamOf(making, `${part} ${subjectId}`), framework, criteria, truth, severity })
}

const MOST_TRIES = 40

/** Where the auditors are to differ, the last looks harder or softer until they do. */
function judgeAll(making: Making, { plan, differs }: PlanFate, truth: PlanTruth): readonly Judged[] {
  const { seats } = plan
  const judgeAt = (at: number, by: number) => {
    const seat = seats[at]
    const severity = (seat?.auditor.severity ?? 0) + by
    return judgeSeat(making, `seat ${at}`, plan, seat, truth, severity)
  }
  const judgements = seats.map((_, at) => judgeAt(at, 0))
  const [first] = judgements
  if (!differs || !first || seats.length < 2) return judgements
  const grade = gradeOf(making, plan, first)
  const isGood = making.framework.scale.some(({ id, goodOrBetter }) => id === grade && goodOrBetter)
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const other = judgeAt(1, (isGood ? 0.2 : -0.2) * tries)
    if (gradeOf(making, plan, other) !== grade) return [first, other, ...judgements.slice(2)]
  }
  throw new Error('the fictional county cannot make its auditors differ')
}

function gradeOf({ framework }: Making, { subject }: SeatedPlan, { ratings }: Judged): string | null {
  return gradeAudit(framework, { ratings, criteria: Object.keys(ratings), facts: factsOf(subject) }).subject.grade
}

function handBack({ ledger }: Making, { assignmentId, auditor }: Seat, at: string): void {
  ledger.perform(assignmentDeclare, acting(auditor, at), { assignmentId, declared: 'knows-child' })
}

function raiseConcern({ ledger }: Making, chance: Chance, { assignment, auditor }: Seat, at: string): void {
  const { subjectId, cycleId } = assignment
  const alert = { type: 'concern', subjectId, cycleId, foundAt: at, ...CONCERN } as const
  ledger.perform(alertRaise, acting(auditor, at), { alertId: chance.id(), auditId: null, alert })
}

interface Suffering {
  readonly plan: SeatedPlan
  readonly mishap: Mishap
  readonly month: Month
  readonly stories: Stories
}

/** The one plan of a month with which something goes wrong. */
function suffer(making: Making, chance: Chance, { plan, mishap, month, stories }: Suffering): void {
  const { ledger, manager, auditors } = making
  const { subjectId } = plan
  const [seat] = plan.seats
  if (!seat) throw new RangeError('every plan has a seat')
  if (mishap === 'handed-back') {
    handBack(making, seat, timeOn(workday(addDays(month.startsOn, 1)), 10 * 60))
    const other = auditors.find(({ agency }) => agency !== seat.auditor.agency)
    if (!other) throw new RangeError('the fictional county has one agency alone')
    const again = { ...plan, seats: [seatFor(making, chance.id(), plan, other, month.dueOn)] }
    give(making, again.seats, { ...month, startsOn: workday(addDays(month.startsOn, 1)) }, 11 * 60)
    for (const fate of pastFates(chance, [again], month)) auditPlan(making, chance, fate, stories)
    return
  }
  const isLapsed = mishap === 'lapsed'
  const day = workday(addDays(month.dueOn, isLapsed ? 9 : -6))
  ledger.perform(subjectClose, acting(manager, timeOn(day, 16 * 60)), {
    subjectId,
    type: mishap,
    reason: isLapsed ? LAPSED_REASON : NOT_GRADEABLE_REASON,
  })
}
