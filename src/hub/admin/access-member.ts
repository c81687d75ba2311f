/**
 * What is held about a member of staff beside the trail: the records they made, where others name them, and their account.
 *
 * Reads only. Secrets are left out: hashes of passwords, keys and tokens are of no use to the person and open doors.
 */
import { type RawBuilder, sql } from 'kysely'
import type { HubTransaction } from '../db/transactions'

export interface AccountHeld {
  readonly name: string
  readonly email: string
  readonly createdAt: string
  readonly passkeys: readonly string[]
  readonly signedInSince: readonly string[]
  readonly devices: readonly { readonly name: string; readonly seenAt: string; readonly isRevoked: boolean }[]
}

/** Whose record it is, by kind. */
const AUTHOR_FIELDS: Readonly<Record<string, string>> = { audit: 'author', assignment: 'auditor', alert: 'by' }

/** Whether the member made the record, or it is addressed to them. */
export function authored(id: string, { kind, body }: { readonly kind: string; readonly body: string }): boolean {
  const field = AUTHOR_FIELDS[kind]
  return field !== undefined && JSON.parse(body)[field] === id
}

/** The fields, by their way into the body, that name the member by id or in words. */
export function mentionsOf(body: unknown, id: string, name: string, way = ''): Readonly<Record<string, unknown>> {
  if (typeof body === 'string') {
    return body === id || (name !== '' && body.includes(name)) ? { [way]: body } : {}
  }
  if (typeof body !== 'object' || body === null) return {}
  const inside = Object.entries(body).map(([field, value]) => {
    return mentionsOf(value, id, name, way === '' ? field : `${way}.${field}`)
  })
  return Object.assign({}, ...inside)
}

/** @returns `null` for a member without an account. */
export async function accountOf(trx: HubTransaction, area: string, member: string): Promise<AccountHeld | null> {
  const devices = await trx
    .selectFrom('device')
    .select(['name', 'seen_at', 'revoked'])
    .where('area', '=', area)
    .where('member', '=', member)
    .orderBy('seen_at')
    .execute()
  const [user] = await rowsOf<{ id: string; name: string; email: string; createdAt: unknown }>(
    trx,
    sql`select u.id, u.name, u.email, ${sql.ref('u.createdAt')} from ${sql.table('user')} u
      join membership m on m.user_id = u.id where m.area = ${area} and m.member = ${member}`,
  )
  if (!user && devices.length === 0) return null
  const ofUser = sql`where ${sql.ref('userId')} = ${user?.id ?? ''}`
  const passkeys = await rowsOf<{ name: string | null }>(trx, sql`select name from passkey ${ofUser}`)
  const sessions = await rowsOf<{ createdAt: unknown }>(trx, sql`select ${sql.ref('createdAt')} from session ${ofUser}`)
  return {
    name: user?.name ?? '',
    email: user?.email ?? '',
    createdAt: user ? timeOf(user.createdAt) : '',
    passkeys: passkeys.map(({ name }) => name ?? 'unnamed'),
    signedInSince: sessions.map(({ createdAt }) => timeOf(createdAt)),
    devices: devices.map(({ name, seen_at, revoked }) => ({ name, seenAt: seen_at, isRevoked: revoked !== 0 })),
  }
}

async function rowsOf<R>(trx: HubTransaction, query: RawBuilder<unknown>): Promise<readonly R[]> {
  return (await sql<R>`${query}`.execute(trx)).rows
}

/** One database keeps times as text, the other as times. */
function timeOf(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value)
}
