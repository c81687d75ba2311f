/**
 * The rows an op asked for as a device has them, and whether a decision that lacks one is for the hub alone.
 *
 * Pure. Rule: sync.md, "Scopes"; architecture.md, "The hinge: an op".
 */
import { type Decision, type Key, kindOf, type Row, type Rows } from '../core/ops/op'
import type { ScopeState } from './tables'

/** Where the records of a kind are for all who may read them; those not named are everybody's. */
const HOME: Readonly<Record<string, string>> = {
  alert: 'managers',
  register: 'managers',
  sample: 'managers',
  assignment: 'auditors',
  audit: 'auditors',
  comparison: 'auditors',
  cycle: 'auditors',
  moderation: 'auditors',
  result: 'auditors',
  subject: 'auditors',
}

/**
 * @param asked the keys that were looked up: what was not found is taken to be absent, since what a person makes has a new
 * id, and what somebody else made and this device may not read is for the hub to find (`isLeftToHub`).
 */
export function readerOf(held: ReadonlyMap<Key, Row>, asked: readonly Key[]): Rows {
  return {
    get: (key) => held.get(key) ?? (asked.includes(key) ? 'absent' : 'unknown'),
    list: (ref) => [...held.values()].filter(({ refs }) => refs.includes(ref)),
  }
}

/**
 * Whether a refusal says only that a record is not here, and the hub may have it.
 * @param scopes as they are stored; one that is still being fetched is not held.
 */
export function isLeftToHub(decision: Decision, scopes: Readonly<Record<string, ScopeState>>): boolean {
  if (decision.ok) return false
  const { error } = decision
  if (error.type === 'NotHeldHere') return true
  return error.type === 'Missing' && typeof scopes[HOME[kindOf(error.key)] ?? 'area']?.cursor !== 'number'
}
