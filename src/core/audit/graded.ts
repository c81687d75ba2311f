/**
 * The input and the answer of grading: what one auditor said of one subject, and the grades with their working.
 *
 * Types alone. Section, criterion and grade ids are those of the framework; a share is 0 to 1 and never rounded.
 * Rule: standards.md 3.1 and 3.2.
 */
import type { Facts, Override, RatedCriterion, Rating } from '../framework/schema'
import type { Part } from './audit'

/** Criterion id to what was said of it. A criterion that is absent is not rated yet. */
export type Ratings = Readonly<Record<string, RatedCriterion>>

export interface AuditInput {
  /** The assignment's criteria; left out, all of the framework. */
  readonly criteria?: readonly string[] | undefined
  /** Left out: the whole subject. Given sections alone never yield a grade of the plan. */
  readonly part?: Part | undefined
  readonly ratings: Ratings
  /** Another child's data was found, reported by the incident button. */
  readonly incident?: boolean | undefined
  readonly override?: Override | null | undefined
  readonly facts?: Facts | undefined
}

export type ReasonType =
  | 'share'
  | 'key'
  | 'limiting'
  | 'incident'
  | 'incomplete'
  | 'contribution'
  | 'insufficient-evidence'
  | 'nothing-applicable'
  | 'override'
  | 'override-refused'

/** Why an override does not stand. */
export type OverrideRefusal =
  | 'incident'
  | 'no-grade'
  | 'blank-reason'
  | 'not-on-scale'
  | 'same-grade'
  | 'too-many-steps'
  | 'key-not-met'

/**
 * One step of the way to a grade.
 * `share`: the grade the share alone would give. `key`, `limiting`: the grade that cap alone lowers it to, with the
 * criteria that do so. `contribution`: given sections were asked about, not the plan. `incomplete`, `insufficient-evidence`: the criteria that stand in the way.
 */
export interface Reason {
  readonly type: ReasonType
  readonly criteria: readonly string[]
  /** The grade this step leads to, or `null` where it leads to none. */
  readonly to: string | null
  /** `override-refused` only: why, and the grade that was asked for. */
  readonly why?: OverrideRefusal
  readonly asked?: string
}

/** One criterion in the working. `earned` is in weight, and `null` where the rating leaves it out of the share. */
export interface WorkingRow {
  readonly criterion: string
  readonly weight: number
  /** `null`: not rated yet. */
  readonly rating: Rating | null
  readonly earned: number | null
}

/** The sum behind a share: `earned` of `applicable` weight, and the weight left out as "cannot tell". */
export interface Working {
  readonly earned: number
  readonly applicable: number
  readonly cannotTell: number
  readonly rows: readonly WorkingRow[]
}

export interface SectionGrade {
  readonly grade: string | null
  readonly share: number | null
  readonly reasons: readonly Reason[]
  readonly working: Working
}

export interface SubjectGrade extends SectionGrade {
  /** The grade before any override. */
  readonly derived: string | null
}

export type FloorStatus = 'met' | 'at-risk' | 'not-met'

export interface FloorResult {
  /** `null`: not known yet (criteria not rated), or nothing of the floor applies. */
  readonly status: FloorStatus | null
  /** The criteria behind the status: those that fail it or put it at risk, or those still to be rated. */
  readonly criteria: readonly string[]
}

export interface Graded {
  /** Every criterion of the assignment that applies is rated. */
  readonly complete: boolean
  /** The assignment's criteria still to be rated, in the framework's order. */
  readonly missing: readonly string[]
  readonly sections: Readonly<Record<string, SectionGrade>>
  readonly subject: SubjectGrade
  readonly floor: FloorResult
}
