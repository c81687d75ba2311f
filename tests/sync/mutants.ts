/**
 * The rules of the protocol, each switched off: which function is replaced by what, and what to do most so that it shows.
 * rules.test.ts runs the simulation with one after the other.
 */
import type * as allowed from '../../src/core/ops/allowed'
import type { FeedRows } from '../../src/hub/sync/feed-rows'
import type * as hubRules from '../../src/hub/sync/rules'
import type * as deviceRules from '../../src/sync/rules'
import { EVERYTHING, type Mix } from './steps'

export interface Mutant {
  /** The rule of wire/protocol.ts, and what is done instead. */
  readonly name: string
  readonly hub?: Partial<typeof hubRules>
  readonly device?: Partial<typeof deviceRules>
  readonly allowed?: (real: typeof allowed) => Partial<typeof allowed>
  /** Instead of the numbers in the order of commits. */
  readonly feed?: (feed: (seq: number) => FeedRows, seq: number) => FeedRows
  readonly mix: Mix
  /** It is found within so many runs. */
  readonly within: number
}

const { steps, acts } = EVERYTHING

/** Two people, one of them on two devices, finish audits and submit them. */
const RELEASES: Mix = {
  ...EVERYTHING,
  steps: { act: 40, sync: 30, begin: 6, move: 12 },
  acts: { open: 10, finish: 20, rate: 6, single: 4, release: 4, note: 3 },
}

/** People come and go while pages are small and audits change hands. */
const PAGES: Mix = {
  ...EVERYTHING,
  steps: { act: 40, sync: 16, begin: 14, move: 40, pass: 2 },
  acts: { ...acts, role: 8, leave: 6, single: 4, release: 4 },
  limit: [1, 4],
  passHours: [1, 24 * 200],
}

/** Auditors hand in, lose their role, and are released then. */
const FORMER: Mix = {
  ...EVERYTHING,
  steps: { act: 40, sync: 40 },
  acts: { open: 10, finish: 14, role: 10, release: 10, single: 3 },
}

const COPIES: Mix = { ...EVERYTHING, steps: { ...steps, clone: 6 } }
const RESTORES: Mix = { ...EVERYTHING, steps: { ...steps, backup: 6, restore: 5 }, passHours: [1] }
const LONG_AWAY: Mix = {
  ...EVERYTHING,
  steps: { act: 40, sync: 24, pass: 5, erase: 4 },
  acts: { ...acts, role: 6, leave: 4 },
  passHours: [24 * 200],
}

/** Numbers that a writer takes and uses only after the next has written. */
const GAP = 50
let calls = 0

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'rule 2: a refused op does not advance the counter',
    hub: { lastAfter: (last, n, outcome) => (outcome === 'refused' ? last : Math.max(last, n)) },
    mix: EVERYTHING,
    within: 10,
  },
  {
    name: 'rule 2: a gap is not noticed',
    hub: { orderOf: (last, n) => (n <= last ? 'earlier' : 'next') },
    mix: RESTORES,
    within: 40,
  },
  {
    name: 'rule 3: a copied profile is not noticed by the hub',
    hub: { isForked: () => false },
    mix: COPIES,
    within: 20,
  },
  {
    name: 'rule 3: a copied profile keeps its number',
    device: { isCopiedProfile: () => false },
    mix: COPIES,
    within: 20,
  },
  {
    name: 'rule 4: numbers are given in another order than commits',
    feed: (feed, seq) => {
      calls += 1
      if (seq < GAP || calls % 2 === 0) return feed(seq + GAP)
      const late = feed(seq - GAP)
      return { ...late, seq: Math.max(seq, late.seq) }
    },
    mix: RELEASES,
    within: 10,
  },
  {
    name: 'rule 5: no marker is left in the scope a row leaves',
    hub: { leavesMarker: () => null },
    mix: FORMER,
    within: 60,
  },
  {
    name: 'rule 6: a drop takes the row whatever its scope is',
    device: { dropApplies: () => true },
    mix: RELEASES,
    within: 10,
  },
  { name: 'rule 7: rows of a scope that is gone stay', device: { scopesGone: () => [] }, mix: PAGES, within: 20 },
  { name: 'rule 8: a reset sweeps nothing', device: { swept: () => [] }, mix: RESTORES, within: 20 },
  { name: 'rule 8: a reset does not begin', device: { resetBegins: () => false }, mix: RESTORES, within: 20 },
  {
    name: 'rule 9: pruning does not raise the floor',
    hub: { floorAfterPruning: (floor) => floor },
    mix: LONG_AWAY,
    within: 40,
  },
  { name: 'rule 12: nothing is sent again', device: { isSentAgain: () => false }, mix: RESTORES, within: 20 },
  { name: 'rule 12: a new life goes unnoticed', device: { isNewLife: () => false }, mix: RESTORES, within: 20 },
  {
    name: 'rule 12: numbers of an earlier life count',
    hub: { cursorsCount: () => true },
    mix: RESTORES,
    within: 20,
  },
  {
    name: 'audits are created among the auditors',
    allowed: (real) => ({ auditChange: (id, audit) => real.auditChange(id, audit, 'auditors') }),
    mix: RELEASES,
    within: 3,
  },
]
