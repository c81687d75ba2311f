/**
 * The rows one batch of ops works on: each is read once, changed in memory, and written once at the end in its last state,
 * while its rev counts every change.
 *
 * Effects: the reads it is given. Rule: rule 1 of wire/protocol.ts; performance.md, "How to get there".
 */
import type { Change, Key, Row, Rows } from '../../core/ops/op'

/** Where rows come from; the hub's are in record-source.ts. */
export interface RowSource {
  rows(keys: readonly Key[]): Promise<readonly Row[]>
  /** Every row that refers to one of the keys. */
  referring(refs: readonly Key[]): Promise<readonly Row[]>
  erased(keys: readonly Key[]): Promise<readonly Key[]>
}

/** A row as it was before the batch, and as the batch leaves it. */
export interface Touched {
  readonly before: Row | null
  readonly after: Row
}

export interface HeldRows extends Rows {
  /** Makes `get` answer for the keys and `list` for the lists. */
  load(keys: Iterable<Key>, lists?: Iterable<Key>): Promise<void>
  /** Whether a loaded key was erased for good. */
  isErased(key: Key): boolean
  /** @returns the new rev of the row. */
  put(change: Change): number
  touched(): readonly Touched[]
}

/** The shape of every body stored today (sync.md, "Schema evolution"). */
const BODY_VERSION = 1

export function holdRows(area: string, source: RowSource): HeldRows {
  const held = new Map<Key, Row | 'absent'>()
  const referring = new Map<Key, Set<Key>>()
  const before = new Map<Key, Row | null>()
  const erased = new Set<Key>()

  /** A row the batch changed already stays as the batch left it. */
  function hold(rows: readonly Row[]): void {
    for (const row of rows) if (!held.has(row.key)) held.set(row.key, row)
  }

  const get = (key: Key): Row | 'absent' | 'unknown' => held.get(key) ?? 'unknown'

  /** The row, where it is known to be loaded. */
  function loaded(key: Key): Row | 'absent' {
    const row = get(key)
    if (row === 'unknown') throw new Error('a row is used that was not loaded')
    return row
  }

  async function loadRows(keys: readonly Key[]): Promise<void> {
    if (keys.length === 0) return
    const [rows, gone] = [await source.rows(keys), await source.erased(keys)]
    hold(rows)
    for (const key of keys) if (!held.has(key)) held.set(key, 'absent')
    for (const key of gone) erased.add(key)
  }

  async function loadLists(refs: readonly Key[]): Promise<void> {
    if (refs.length === 0) return
    const changed = [...before.keys()]
    for (const ref of refs) referring.set(ref, new Set(changed))
    const rows = await source.referring(refs)
    hold(rows)
    for (const row of rows) for (const ref of row.refs) referring.get(ref)?.add(row.key)
  }

  return {
    get,
    list(ref) {
      const keys = referring.get(ref)
      if (!keys) throw new Error('rows are listed that were not loaded')
      const rows = [...keys].flatMap((key) => {
        const row = loaded(key)
        return row !== 'absent' && row.refs.includes(ref) ? [row] : []
      })
      return rows.sort((a, b) => (a.key < b.key ? -1 : 1))
    },
    async load(keys, lists = []) {
      await loadRows([...new Set(keys)].filter((key) => !held.has(key)))
      await loadLists([...new Set(lists)].filter((ref) => !referring.has(ref)))
    },
    isErased: (key) => erased.has(key),
    put(change) {
      const now = loaded(change.key)
      const rev = (now === 'absent' ? 0 : now.rev) + 1
      if (!before.has(change.key)) before.set(change.key, now === 'absent' ? null : now)
      held.set(change.key, { ...change, area, rev, v: BODY_VERSION })
      for (const ref of change.refs) referring.get(ref)?.add(change.key)
      return rev
    },
    touched: () =>
      [...before].map(([key, was]) => {
        const after = loaded(key)
        if (after === 'absent') throw new Error('a row that was put is not there')
        return { before: was, after }
      }),
  }
}
