/**
 * How full the disk of the hub's data is. A hub that runs out of disk stops taking work before its database does: pushes
 * are told to wait, pulls go on, and nothing is lost, since every device keeps what it could not send.
 *
 * Effects: asks the file system. Rule: issue "The hub", disk alarm.
 */
import { statfsSync } from 'node:fs'

const MIB = 1024 * 1024
const LOW_BYTES = 2 * 1024 * MIB
const LOW_SHARE = 0.1
const FULL_BYTES = 200 * MIB

export interface DiskState {
  /** Bytes; `null` where the hub cannot know, as with a database on another machine. */
  readonly free: number | null
  readonly total: number | null
  /** `full`: pushes are answered Busy. */
  readonly state: 'ok' | 'low' | 'full' | 'unknown'
}

/** The sentence of a Busy answer while the disk is full. */
export const DISK_FULL_SENTENCE =
  'The disk of the hub is full. Nothing is lost: your work stays on this device and is sent when there is room again. Tell the administrator of the hub.'

const UNKNOWN: DiskState = { free: null, total: null, state: 'unknown' }

/** @param dir the folder of the database; `null` for a database on another machine. */
export function diskState(dir: string | null): DiskState {
  if (dir === null) return UNKNOWN
  try {
    const { bavail, blocks, bsize } = statfsSync(dir)
    return judgeDisk(bavail * bsize, blocks * bsize)
  } catch {
    return UNKNOWN
  }
}

/** @param free bytes that the hub may still write. */
export function judgeDisk(free: number, total: number): DiskState {
  if (free < FULL_BYTES) return { free, total, state: 'full' }
  return { free, total, state: free < LOW_BYTES || free < total * LOW_SHARE ? 'low' : 'ok' }
}

/** Whether a write failed for want of room: SQLite, PostgreSQL (disk_full) and the file system each say it their way. */
export function isDiskFull(fault: unknown): boolean {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : null
  return code === 'SQLITE_FULL' || code === '53100' || code === 'ENOSPC'
}
