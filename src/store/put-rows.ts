/**
 * Writes the rows that ops change. On a joined device the hub's row is put by at its first touch (rule 11 of wire/protocol.ts).
 *
 * Effects: IndexedDB, within the caller's transaction over `rows` and, joined, `truth`.
 */
import type { Change, Key } from '../core/ops/op'
import type { RowWritten } from './columns'
import { type Device, sealRow } from './device'
import { type StoredRow, truthOf } from './tables'

/** A row just written, with what it is sealed as: it is remembered once it is durable. */
export type Stored = Change & Pick<RowWritten, 'isNew'> & Pick<StoredRow, 'sealed'>

/**
 * @param found rows already read; those that are not among them are read here.
 * @param written takes what was written.
 */
export async function putChanges(
  device: Device,
  area: string,
  changes: readonly Change[],
  found: ReadonlyMap<Key, StoredRow>,
  written: Stored[],
): Promise<void> {
  const { tables, isJoined } = device
  const unread = changes.map(({ key }) => key).filter((key) => !found.has(key))
  const others = unread.length > 0 ? await tables.rows.bulkGet(unread) : []
  const before = new Map([...found, ...others.flatMap((row) => (row ? [[row.key, row] as const] : []))])
  const rows = changes.map((change): StoredRow => {
    const held = before.get(change.key)
    const row = sealRow(device, { area, rev: (held?.rev ?? 0) + 1 }, change)
    written.push({ ...change, sealed: row.sealed, isNew: held === undefined })
    if (!isJoined) return row
    return { ...row, ...(held?.hub !== undefined && { hub: held.hub }), ahead: true }
  })
  const untouched = isJoined ? changes.filter(({ key }) => !before.get(key)?.ahead) : []
  await Promise.all([
    tables.rows.bulkPut(rows),
    untouched.length > 0 && tables.truth.bulkPut(untouched.map(({ key }) => truthOf(key, before.get(key)))),
  ])
}
