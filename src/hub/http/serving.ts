/**
 * What the routes of a hub are given.
 */
import type { Accounts } from '../accounts/accounts'
import type { DiskState } from '../admin/disk'
import type { Hub } from '../hub'
import type { LimitChecks } from './limits'

export interface Serving {
  readonly hub: Hub
  /** There once the hub listens: its address may follow from the port it was given. */
  readonly accounts: () => Accounts
  readonly limits: LimitChecks
  /** Event streams of one session at the same time. */
  readonly streams: number
  readonly disk: () => DiskState
  readonly version: string
}
