/**
 * `verify` on the database of a hub: one snapshot of it, and for SQLite its file page by page.
 *
 * Reads only. A hub may run meanwhile. Contract: command-line.md, `verify`.
 */
import { sql } from 'kysely'
import { codeOf } from '../db/refused'
import type { HubDb } from '../db/schema'
import { type HubTransaction, readSnapshot } from '../db/transactions'
import { type Verification, verify } from './verify'

export type HubVerification =
  | Verification
  /** The database itself is damaged: a page that cannot be read, an index that does not fit. */
  | { readonly ok: false; readonly at: { readonly area: null; readonly position: null }; readonly why: string }

const DAMAGED: HubVerification = {
  ok: false,
  at: { area: null, position: null },
  why: 'The database file is damaged. Stop the hub, keep the file as it is, and restore the last backup.',
}

/** @param only one area; left out: all. */
export async function verifyHub(db: HubDb, only?: string): Promise<HubVerification> {
  try {
    return await readSnapshot(db, async (snapshot) => {
      const verified = await verify(snapshot, only)
      return db.dialect === 'sqlite' && verified.ok && !(await isFileSound(snapshot)) ? DAMAGED : verified
    })
  } catch (fault) {
    if (isDamage(fault)) return DAMAGED
    throw fault
  }
}

async function isFileSound(snapshot: HubTransaction): Promise<boolean> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(1)`.execute(snapshot)
  return rows[0]?.integrity_check === 'ok'
}

/** SQLite result codes; PostgreSQL documentation, appendix A, class XX. */
function isDamage(fault: unknown): boolean {
  return /^(SQLITE_(CORRUPT|NOTADB)|XX00[12])/.test(codeOf(fault))
}
