/**
 * The rows one batch of ops works on: each is read once, changed in memory, and written once at the end in its last state,
 * while its rev counts every change.
 *
 * Effects: the reads it is given. Rule: rule 1 of wire/protocol.ts; performance.md, "How to get there".
 */
import { type Change, type Key, keepAsRead, type Row, type Rows } from '../../core/ops/op'

/** Where rows come from; the hub's are in record-source.ts. */
export interface RowSource {
  rows(keys: readonly Key[]): Promise<readonly Row[]>
  /** The keys of every row that refers to one of these. */
  referring(refs: readonly Key[]): Promise<readonly { readonly ref: Key; readonly key: Key }[]>
  erased(keys: readonly Key[]): Promise<readonly Key[]>
}

/** A row as it was before the batch, and as the batch leaves it. */
export interface Touched {
  readonly before: Row | null
  readonly after: Row
}

export interface HeldRows extends Rows {
  /** Whether `get` answers for all these keys and `list` for all these lists. */
  has(keys: readonly Key[], lists?: readonly Key[]): boolean
  /** Makes them answer. */
  load(keys: readonly Key[], lists?: readonly Key[]): Promise<void>
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

  const get = (key: Key): Row | 'absent' | 'unknown' => held.get(key) ?? 'unknown'

  /** The row, where it is known to be loaded. */
  function loaded(key: Key): Row | 'absent' {
    const row = get(key)
    if (row === 'unknown') throw new Error('a row is used that was not loaded')
    return row
  }

  /** A row that is there was not erased. */
  async function loadRows(keys: readonly Key[]): Promise<void> {
    const wanted = [...new Set(keys)].filter((key) => !held.has(key))
    if (wanted.length === 0) return
    for (const row of await source.rows(wanted)) held.set(row.key, row)
    const absent = wanted.filter((key) => !held.has(key))
    for (const key of absent) held.set(key, 'absent')
    if (absent.length > 0) for (const key of await source.erased(absent)) erased.add(key)
  }

  async function loadLists(refs: readonly Key[]): Promise<void> {
    const wanted = [...new Set(refs)].filter((ref) => !referring.has(ref))
    if (wanted.length === 0) return
    const changed = [...before.keys()]
    for (const ref of wanted) referring.set(ref, new Set(changed))
    const found = await source.referring(wanted)
    for (const { ref, key } of found) referring.get(ref)?.add(key)
    await loadRows(found.map(({ key }) => key))
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
    has: (keys, lists = []) => keys.every((key) => held.has(key)) && lists.every((ref) => referring.has(ref)),
    async load(keys, lists = []) {
      await loadRows(keys)
      await loadLists(lists)
    },
    isErased: (key) => erased.has(key),
    put(change) {
      const now = loaded(change.key)
      const rev = (now === 'absent' ? 0 : now.rev) + 1
      if (!before.has(change.key)) before.set(change.key, now === 'absent' ? null : now)
      held.set(change.key, { ...change, area, rev, v: BODY_VERSION })
      keepAsRead(change.body)
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
