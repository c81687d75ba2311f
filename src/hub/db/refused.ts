/**
 * Why a hub's database cannot be opened, in words for whoever starts the hub. Never holds an address, a password or a word
 * of a record.
 *
 * Thrown, because opening is the first thing a program does and nothing goes on without it; a command catches it and prints
 * the sentence.
 */
export type DatabaseRefusal =
  /** A later Plumbline has changed the tables. */
  | { readonly type: 'NewerDatabase' }
  /** The server does not answer, or does not let this user in. `code` is the driver's. */
  | { readonly type: 'Unreachable'; readonly code: string }
  /** The folder or file cannot be made, read or written, or the file holds something else. */
  | { readonly type: 'Unusable'; readonly code: string }
  /** Another program has the file open. */
  | { readonly type: 'InUse' }

export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused'
  readonly refusal: DatabaseRefusal

  constructor(refusal: DatabaseRefusal) {
    super(sentence(refusal))
    this.refusal = refusal
  }
}

/** The code that Node or a driver gave an error, for example `ENOENT` or `28P01`. */
export function codeOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return 'unknown'
  return String(cause.code)
}

function sentence(refusal: DatabaseRefusal): string {
  switch (refusal.type) {
    case 'NewerDatabase':
      return 'The database was changed by a newer Plumbline. Start that version; nothing was changed.'
    case 'Unreachable':
      return `PostgreSQL cannot be reached or does not let this user in (${refusal.code}). Check the address, the user and the password.`
    case 'Unusable':
      return `The database file cannot be used (${refusal.code}). Check the folder, its permissions and the free space.`
    case 'InUse':
      return 'The database is in use by another program. Stop the hub first.'
  }
}
