/**
 * How this device stands: how many records it holds of each kind, how much room they take and whether the browser keeps them.
 *
 * Effects: IndexedDB, the browser's storage manager. Rule: interface.md, `/settings` ("This device's health").
 */
import { useLiveQuery } from 'dexie-react-hooks'
import { useHere } from './hooks'

export const RECORD_KINDS = [
  'cycle',
  'subject',
  'assignment',
  'audit',
  'moderation',
  'register',
  'framework',
  'member',
] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** Sizes in bytes; `null` where the browser does not say. */
export interface StorageHealth {
  readonly kept: boolean | null
  readonly used: number | null
  readonly quota: number | null
}

/** Live counts by kind of record. */
export function useRecordCounts(): Readonly<Record<RecordKind, number>> | undefined {
  const { device } = useHere()
  return useLiveQuery(async () => {
    const counts = await Promise.all(RECORD_KINDS.map((kind) => device.tables.rows.where('kind').equals(kind).count()))
    const by = (kind: RecordKind) => counts[RECORD_KINDS.indexOf(kind)] ?? 0
    return {
      cycle: by('cycle'),
      subject: by('subject'),
      assignment: by('assignment'),
      audit: by('audit'),
      moderation: by('moderation'),
      register: by('register'),
      framework: by('framework'),
      member: by('member'),
    }
  }, [device])
}

export async function storageHealth(): Promise<StorageHealth> {
  // Missing on plain-HTTP addresses and in old browsers, whatever the types say.
  const storage: StorageManager | undefined = navigator.storage
  const kept = (await storage?.persisted?.()) ?? null
  const estimate = await storage?.estimate?.()
  return { kept, used: estimate?.usage ?? null, quota: estimate?.quota ?? null }
}

/** Asks the browser to keep what is stored here. @returns whether it now does. */
export async function askToKeep(): Promise<boolean> {
  const storage: StorageManager | undefined = navigator.storage
  return (await storage?.persist?.()) ?? false
}
