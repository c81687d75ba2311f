/**
 * The tables that accounts use beside the hub's own: better-auth's, as far as they are read here, and the settings that
 * several processes of one database share.
 */
import type { Kysely, Transaction } from 'kysely'
import type { Schema } from '../db/schema'

interface UserTable {
  id: string
  name: string
  email: string
  /** An organisation vouched for the address. */
  emailVerified: boolean | number
}

interface SessionTable {
  id: string
  userId: string
  token: string
}

/** Ways to sign in: `credential` is a password, any other provider is an organisation's. */
interface AccountTable {
  userId: string
  providerId: string
  password: string | null
}

interface PasskeyTable {
  id: string
  userId: string
}

interface SettingTable {
  key: string
  value: string
}

export interface AccountSchema extends Schema {
  user: UserTable
  session: SessionTable
  account: AccountTable
  passkey: PasskeyTable
  setting: SettingTable
}

/** The same database with the tables of accounts in its type. */
export function accountTables(kysely: Kysely<Schema>): Kysely<AccountSchema>
export function accountTables(kysely: Transaction<Schema>): Transaction<AccountSchema>
export function accountTables(kysely: Kysely<Schema>): Kysely<AccountSchema> {
  return kysely.withTables<Omit<AccountSchema, keyof Schema>>()
}
