/**
 * Whether a row that is not on a joined device is known not to be there, or only not held here.
 *
 * Pure. Rule: sync.md, "Scopes"; architecture.md ("on `unknown` the op stays pending, undecided").
 */
import { type Key, kindOf, type Row, type Rows } from '../core/ops/op'
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

/** @param scopes as they are stored; one that is still being fetched is not held. */
export function isHeldWhole(key: Key, scopes: Readonly<Record<string, ScopeState>>): boolean {
  return typeof scopes[HOME[kindOf(key)] ?? 'area']?.cursor === 'number'
}

/**
 * The rows an op asked for.
 * @param asked the keys that were looked up; a key nobody looked up is unknown.
 * @param isAbsent of a key looked up in vain.
 */
export function readerOf(
  held: ReadonlyMap<Key, Row>,
  asked: readonly Key[],
  isAbsent: (key: Key) => boolean = () => true,
): Rows {
  return {
    get: (key) => held.get(key) ?? (asked.includes(key) && isAbsent(key) ? 'absent' : 'unknown'),
    list: (ref) => [...held.values()].filter(({ refs }) => refs.includes(ref)),
  }
}
