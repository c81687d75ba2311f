/**
 * Which tables a backup holds, and which it leaves out on purpose.
 *
 * Left out are keys to doors: `session` and `verification` (whoever restores an old backup must not let old devices back
 * in: everybody signs in again, and local work goes on without), `link` (a used invitation would open again) and `setting`
 * (the hub's own secret). What only describes the database (`kysely_…`) is made anew.
 */
import { type RawBuilder, sql } from 'kysely'

export interface BackedUpTable {
  readonly name: string
  /** Its rows are read in this order, page by page. */
  readonly key: readonly string[]
  readonly pageRows: number
  /** The rows that a backup of one area holds. */
  readonly ofArea: (area: string) => RawBuilder<unknown>
}

const PAGE_ROWS = 500
/** A blob may be megabytes. */
const PAGE_BLOBS = 4

function hubTable(name: string, ...key: string[]): BackedUpTable {
  return { name, key: ['area', ...key], pageRows: PAGE_ROWS, ofArea: (area) => sql`area = ${area}` }
}

/** An account belongs to every area in which it is a member. */
function accountTable(name: string, user: string): BackedUpTable {
  const members = (area: string) => sql`select user_id from membership where area = ${area}`
  return { name, key: ['id'], pageRows: PAGE_ROWS, ofArea: (area) => sql`${sql.ref(user)} in (${members(area)})` }
}

/** In the order in which they are written and read. */
export const BACKED_UP: readonly BackedUpTable[] = [
  accountTable('user', 'id'),
  accountTable('account', 'userId'),
  accountTable('passkey', 'userId'),
  hubTable('area'),
  hubTable('membership', 'member'),
  hubTable('device', 'id'),
  hubTable('scope', 'id'),
  hubTable('erased', 'key'),
  hubTable('record', 'key'),
  hubTable('ref', 'ref', 'key'),
  hubTable('gone', 'scope', 'key'),
  hubTable('op', 'position'),
  { ...hubTable('blob', 'hash'), pageRows: PAGE_BLOBS },
]

/** Emptied when a whole hub is replaced by a backup, and never backed up. */
export const LEFT_OUT = ['session', 'verification', 'link'] as const
