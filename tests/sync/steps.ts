/** The steps a run is made of, and how likely each is. */
import fc from 'fast-check'
import { ACTS, type ActName } from './acts'

/** `who` and `pick` count round: any number names a device, a message, a thing on the screen. */
export type Step =
  | { readonly do: 'act'; readonly who: number; readonly name: ActName; readonly pick: number }
  /** A whole cycle with nothing lost. */
  | { readonly do: 'sync'; readonly who: number; readonly limit: number }
  /** A cycle begins; its messages wait for the steps below, while everybody goes on. */
  | { readonly do: 'begin'; readonly who: number; readonly limit: number }
  | { readonly do: 'move' | 'lose' | 'delay' | 'arrive' | 'repeat'; readonly pick: number }
  /** The whole browser profile is copied to another device. */
  | { readonly do: 'clone'; readonly who: number }
  /** Time passes; the hub prunes what is old enough. */
  | { readonly do: 'pass'; readonly hours: number }
  | { readonly do: 'skew'; readonly who: number; readonly days: number }
  | { readonly do: 'backup' }
  | { readonly do: 'restore'; readonly pick: number }
  | { readonly do: 'erase'; readonly pick: number }

/** How often each step and each act comes, against the others; 0 leaves it out. */
export interface Mix {
  readonly steps: Partial<Record<Step['do'], number>>
  readonly acts: Partial<Record<ActName, number>>
  /** Rows in a page of a pull, at least and at most. */
  readonly limit: readonly [number, number]
  readonly passHours: readonly number[]
  /** Which devices do what, by their place in start.ts; left out: all of them, copies too. */
  readonly devices?: readonly number[]
}

export const EVERYTHING: Mix = {
  steps: {
    act: 50,
    sync: 16,
    begin: 7,
    move: 18,
    lose: 3,
    delay: 2,
    arrive: 2,
    repeat: 2,
    clone: 1,
    pass: 2,
    skew: 1,
    backup: 2,
    restore: 1,
    erase: 1,
  },
  acts: {
    open: 10,
    decline: 1,
    rate: 8,
    clear: 1,
    note: 6,
    choose: 3,
    override: 2,
    facts: 1,
    submit: 1,
    finish: 12,
    recall: 3,
    supersede: 3,
    give: 5,
    withdraw: 1,
    handover: 1,
    release: 2,
    single: 2,
    close: 1,
    moderate: 1,
    alert: 1,
    role: 2,
    leave: 2,
  },
  limit: [1, 12],
  passHours: [1, 30, 24 * 10, 24 * 200],
}

const MOST_STEPS = 100
const pick = fc.nat(999)
const record: typeof fc.record = (model: object) => fc.record(model, { noNullPrototype: true }) as never

export function stepsOf(mix: Mix): fc.Arbitrary<Step[]> {
  const who = mix.devices ? fc.constantFrom(...mix.devices) : fc.nat(999)
  const limit = fc.integer({ min: mix.limit[0], max: mix.limit[1] })
  const name = fc.oneof(...ACTS.map((act) => ({ weight: mix.acts[act] ?? 0, arbitrary: fc.constant(act) })))
  const kinds: Record<Step['do'], fc.Arbitrary<Step>> = {
    act: record({ do: fc.constant('act' as const), who, name, pick }),
    sync: record({ do: fc.constant('sync' as const), who, limit }),
    begin: record({ do: fc.constant('begin' as const), who, limit }),
    move: record({ do: fc.constant('move' as const), pick }),
    lose: record({ do: fc.constant('lose' as const), pick }),
    delay: record({ do: fc.constant('delay' as const), pick }),
    arrive: record({ do: fc.constant('arrive' as const), pick }),
    repeat: record({ do: fc.constant('repeat' as const), pick }),
    clone: record({ do: fc.constant('clone' as const), who }),
    pass: record({ do: fc.constant('pass' as const), hours: fc.constantFrom(...mix.passHours) }),
    skew: record({ do: fc.constant('skew' as const), who, days: fc.integer({ min: -20, max: 20 }) }),
    backup: record({ do: fc.constant('backup' as const) }),
    restore: record({ do: fc.constant('restore' as const), pick }),
    erase: record({ do: fc.constant('erase' as const), pick }),
  }
  const weighted = Object.entries(kinds).map(([kind, arbitrary]) => {
    return { weight: mix.steps[kind as Step['do']] ?? 0, arbitrary }
  })
  // What a step says stays as it is: fewer steps are easier to read than smaller numbers.
  return fc.array(fc.noShrink(fc.oneof(...weighted)), { minLength: 30, maxLength: MOST_STEPS, size: 'max' })
}
