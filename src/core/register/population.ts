/**
 * The population rules: which records are plans, which are left out and why, and what a plan is counted as.
 *
 * Pure. The tests, their order and every definition are `rules` of the registers' truth files. Nothing depends on the
 * order of rows except which of two identical rows is called the duplicate.
 */
import type { ExclusionReason, IsoDate, NoticeCode, PlanVersion, WarningCode } from './codes'
import type { PlanRecord } from './records'
import type { RegisterPlan } from './types'
import { yearsBefore } from './values/dates'
import { ageAtStartOfSchoolYear, keyStageOf, yearFromBirthDate } from './values/years'

/** At this age on 31 August a plan can no longer be in force. */
const OVER_AGE = 26
/** The day on which EHC plans came into being. */
const FIRST_PLANS = '2014-09-01'

/** @returns the first reason to leave the record out by itself, or null. */
export function exclusionOf(record: PlanRecord, asOf: IsoDate): ExclusionReason | null {
  if (record.ref === '') return 'missing-plan-ref'
  if (record.notAPlan) return 'not-an-ehc-plan'
  if (record.ceased || (record.ceasedDate !== null && record.ceasedDate <= asOf)) return 'ceased'
  if (record.draft) return 'not-final'
  if (record.startDate === 'missing') return 'missing-start-date'
  if (record.startDate === 'unreadable') return 'bad-start-date'
  if (record.startDate > asOf) return 'start-in-future'
  const isOver = record.birthDate !== null && ageAtStartOfSchoolYear(record.birthDate, asOf) >= OVER_AGE
  return isOver ? 'over-age' : null
}

/** amended before new before existing; twelve months are counted to the same day of the year before. */
export function versionOf(startDate: IsoDate, latestDate: IsoDate | null, asOf: IsoDate): PlanVersion {
  if (latestDate !== null && latestDate > startDate) return 'amended'
  return startDate > yearsBefore(asOf, 1) ? 'new' : 'existing'
}

export interface ReadPlan {
  readonly plan: RegisterPlan
  readonly warnings: readonly WarningCode[]
  readonly notices: readonly NoticeCode[]
}

/**
 * The plan of a record that `exclusionOf` lets through.
 * @param hasYearColumn whether the file records year groups at all; only then is a missing one worth a warning
 * @throws RangeError when the record has no start date: a caller's bug.
 */
export function planOf(record: PlanRecord, asOf: IsoDate, hasYearColumn: boolean): ReadPlan {
  const { startDate } = record
  if (startDate === 'missing' || startDate === 'unreadable') throw new RangeError('a plan has a start date')
  const birthDate = record.birthDate !== null && record.birthDate <= asOf ? record.birthDate : null
  const derived = record.yearGroup === null && birthDate !== null
  const yearGroup = derived ? yearFromBirthDate(birthDate, asOf) : record.yearGroup
  const version = versionOf(startDate, record.latestDate, asOf)
  const warnings: WarningCode[] = []
  if (record.need.warning !== null) warnings.push(record.need.warning)
  if (derived && hasYearColumn) warnings.push('year-from-birth-date')
  return {
    plan: {
      ref: record.ref,
      written: record.written,
      keyStage: keyStageOf(yearGroup),
      yearGroup,
      need: record.need.need,
      version,
      setting: record.setting,
      team: record.team,
      startDate,
      latestDate: version === 'amended' && record.latestDate !== null ? record.latestDate : startDate,
      lastReview: record.lastReview,
      status: version === 'amended' ? 'amended' : 'final',
      advice: record.advice,
    },
    warnings,
    notices: [...record.notices, ...dateNotices(record, startDate, asOf)],
  }
}

function dateNotices(record: PlanRecord, startDate: IsoDate, asOf: IsoDate): readonly NoticeCode[] {
  const notices: NoticeCode[] = []
  if (record.latestDate !== null && record.latestDate > asOf) notices.push('issued-after-sampling-date')
  if (record.latestDate !== null && record.latestDate < startDate) notices.push('issued-before-start')
  if (record.lastReview !== null && record.lastReview < startDate) notices.push('reviewed-before-start')
  if (startDate < FIRST_PLANS) notices.push('start-before-2014')
  return notices
}

/** A plan that is in by itself, with what tells it from other rows of the same reference. */
export interface Contender {
  readonly ref: string
  readonly latestDate: IsoDate
  /** Equal for rows of the same content after trimming and ignoring case. */
  readonly content: string
}

/**
 * Settles rows that share a reference: identical content is a duplicate of the earlier row, an earlier latest date is
 * superseded. Of rows that differ although their dates are the same one is kept, the same one in any order of rows.
 * @returns the verdict on each contender, in their order; `differs` marks a kept plan that others contradict.
 */
export function settleRepeats(
  contenders: readonly Contender[],
): readonly ('kept' | 'differs' | 'duplicate' | 'superseded')[] {
  const byRef = new Map<string, number[]>()
  contenders.forEach(({ ref }, at) => {
    const group = byRef.get(ref)
    if (group) group.push(at)
    else byRef.set(ref, [at])
  })
  const verdicts: ('kept' | 'differs' | 'duplicate' | 'superseded')[] = contenders.map(() => 'kept')
  for (const group of byRef.values()) if (group.length > 1) settleGroup(contenders, group, verdicts)
  return verdicts
}

function settleGroup(
  contenders: readonly Contender[],
  group: readonly number[],
  verdicts: ('kept' | 'differs' | 'duplicate' | 'superseded')[],
): void {
  const seen = new Set<string>()
  const distinct: { readonly at: number; readonly latestDate: IsoDate; readonly content: string }[] = []
  for (const at of group) {
    const contender = contenders[at]
    if (!contender) continue
    if (seen.has(contender.content)) verdicts[at] = 'duplicate'
    else distinct.push({ at, latestDate: contender.latestDate, content: contender.content })
    seen.add(contender.content)
  }
  distinct.sort((a, b) =>
    a.latestDate !== b.latestDate ? (a.latestDate < b.latestDate ? 1 : -1) : a.content < b.content ? -1 : 1,
  )
  const kept = distinct[0]
  if (!kept) return
  for (const other of distinct.slice(1)) {
    verdicts[other.at] = other.latestDate < kept.latestDate ? 'superseded' : 'duplicate'
    if (verdicts[other.at] === 'duplicate') verdicts[kept.at] = 'differs'
  }
}
