/**
 * What every part of the hub is given: its database, and the things pure rules take as arguments.
 */
import type { HubDb } from './db/schema'

export interface Hub {
  readonly db: HubDb
  /** ISO 8601 in UTC. */
  readonly now: () => string
  /** 128 random bits in hexadecimal. */
  readonly newId: () => string
}

/** Who asks, once the token was checked: a member of one area, active or not. */
export interface Caller {
  readonly area: string
  readonly member: string
  /** The better-auth session. */
  readonly session: string
}
