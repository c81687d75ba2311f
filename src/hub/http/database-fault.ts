/**
 * Tells a database that cannot now (busy, full, away) from a bug: the first is answered 503 and tried again by the device.
 *
 * Pure. Codes: SQLite result codes; PostgreSQL documentation, appendix A; Node's connection errors.
 */
import { DISK_FULL_SENTENCE, isDiskFull } from '../admin/disk'
import { codeOf } from '../db/refused'
import { type Problem, problem } from './problem'

export const DISK_FULL = problem(503, 'Busy', DISK_FULL_SENTENCE)
const BUSY = problem(503, 'Busy', 'The hub cannot save now. Nothing is lost; it is tried again.')

/** 08: connection; 40001, 40P01: to be repeated; 53: resources; 55P03, 57: locked, cancelled, shutting down. */
const PASSING =
  /^(SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN|READONLY)|08|40001|40P01|53|55P03|57|ECONN|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_)/
/** The pool of `pg` says these without a code. */
const PASSING_WORDS = /timeout exceeded when trying to connect|Connection terminated/

/** @returns the answer for a fault that passes, `null` for a bug. */
export function passingFault(fault: unknown): Problem | null {
  if (isDiskFull(fault)) return DISK_FULL
  if (PASSING.test(codeOf(fault))) return BUSY
  return fault instanceof Error && PASSING_WORDS.test(fault.message) ? BUSY : null
}
