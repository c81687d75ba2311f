/**
 * A figure that may not exist: with its number, or with the reason why there is none. NaN never leaves this folder.
 *
 * Types alone. The reasons are those of statistics.md, section 4.
 */

/** Why a figure, or its interval, cannot be given. The proportions of this folder only ever lack data. */
export type UndefinedReason = 'no-data'

export interface Undefined {
  readonly status: 'undefined'
  readonly reason: UndefinedReason
}

export interface Interval {
  readonly ciLow: number
  readonly ciHigh: number
}

/** A share (0 to 1) with its interval. */
export interface Proportion extends Interval {
  readonly status: 'ok'
  readonly p: number
}

export const NO_DATA: Undefined = { status: 'undefined', reason: 'no-data' }
