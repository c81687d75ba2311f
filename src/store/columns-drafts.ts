/**
 * How far the few drafts on one page of the list are, live. A list holds nothing that rating changes, so this comes from
 * the drafts themselves.
 *
 * Effects: IndexedDB. To be asked for one's own drafts only (product.md, "Blind").
 */
import { useLiveQuery } from 'dexie-react-hooks'
import { assignedCriteria } from '../core/audit/applies'
import { Audit } from '../core/audit/audit'
import { missingCriteria } from '../core/audit/completeness'
import { Framework } from '../core/framework/schema'
import { auditKey, frameworkKey } from '../core/ops/keys'
import type { Device } from './device'
import { useHere } from './hooks'
import { readRow } from './read'

export interface DraftProgress {
  readonly rated: number
  readonly toRate: number
}

/** By audit id; a draft whose standards are not on this device has none. */
export function useDraftProgress(auditIds: readonly string[]): ReadonlyMap<string, DraftProgress> | undefined {
  const { device } = useHere()
  const asked = auditIds.join()
  return useLiveQuery(async () => {
    const progress = await Promise.all(asked.split(',').map((id) => progressOf(device, id)))
    return new Map(progress.filter((one) => one !== null))
  }, [device, asked])
}

async function progressOf(device: Device, id: string): Promise<readonly [string, DraftProgress] | null> {
  const audit = id === '' ? undefined : await readRow(device, auditKey(id), Audit)
  if (!audit) return null
  const pinned = audit.body.framework
  const framework = await readRow(device, frameworkKey(pinned.id, pinned.version), Framework)
  if (!framework) return null
  const toRate = assignedCriteria(framework.body, audit.body).length
  return [id, { rated: toRate - missingCriteria(framework.body, audit.body).length, toRate }]
}
