/**
 * Makes sure that nothing of what was deleted stays in the free space of the database.
 *
 * Effects: SQLite is written anew (VACUUM) and its log emptied, which needs as much free disk as the database takes. On
 * PostgreSQL nothing is done here: old versions of rows go with VACUUM FULL and with the write-ahead log, which the
 * administrator of that server rules (docs/administration.md).
 */
import { sql } from 'kysely'
import type { HubDb } from '../db/schema'

/** @returns whether the file is now free of it; `false` on PostgreSQL, and while somebody else reads the file. */
export async function scrub({ kysely, dialect }: HubDb): Promise<boolean> {
  if (dialect === 'postgres') return false
  try {
    await sql`vacuum`.execute(kysely)
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(kysely)
    return rows[0]?.busy === 0
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && /^SQLITE_(BUSY|LOCKED|FULL)/.test(String(fault.code))) return false
    throw fault
  }
}
