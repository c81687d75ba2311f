/**
 * The records of the fictional county while they are made: a hub in memory that takes the same ops as the app and decides
 * them by the same rules, so that no record of the county could not have come about.
 *
 * Pure but for what it remembers. Rule: architecture.md, "The hinge: an op".
 */
import { asks, consequences } from '../ops/consequences'
import type { Change, Ctx, Key, OpSpec, Row, Rows } from '../ops/op'

export interface Ledger {
  /** @throws when the op is refused: the county asks for something nobody could have done. */
  readonly perform: <D>(spec: OpSpec<D>, ctx: Ctx, data: NoInfer<D>) => void
  /** Puts rows as they are: what was there before the first op, or many small ops at once. */
  readonly put: (changes: readonly Change[]) => void
  /** @throws when there is no such row. */
  readonly body: (key: Key) => unknown
  readonly changes: () => readonly Change[]
}

export function createLedger(area: string): Ledger {
  const held = new Map<Key, Row>()
  const referring = new Map<Key, Set<Key>>()
  const rows: Rows = {
    get: (key) => held.get(key) ?? 'absent',
    list: (ref) => [...(referring.get(ref) ?? [])].flatMap((key) => held.get(key) ?? []),
  }

  function put(changes: readonly Change[]): void {
    for (const change of changes) {
      const rev = (held.get(change.key)?.rev ?? 0) + 1
      held.set(change.key, { ...change, area, rev, v: 1 })
      for (const ref of change.refs) {
        const keys = referring.get(ref) ?? new Set()
        referring.set(ref, keys.add(change.key))
      }
    }
  }

  return {
    put,
    perform(spec, ctx, data) {
      const decision = spec.decide(ctx, rows, data)
      if (!decision.ok) throw new Error(`the fictional county was refused: ${JSON.stringify(decision.error)}`)
      put(decision.value)
      for (const asked of asks(decision.value)) put(consequences(asked, rows, ctx.at))
    },
    body(key) {
      const row = held.get(key)
      if (!row) throw new RangeError(`the fictional county has no ${key}`)
      return row.body
    },
    changes: () => [...held.values()].map(({ key, scope, refs, body }) => ({ key, scope, refs, body })),
  }
}
