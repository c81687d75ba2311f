/**
 * Which tab of this browser may write a draft, checked in the very transaction that writes. A tab that slept while another
 * took its draft over may wake with a write on its way: that write must not land.
 *
 * Effects: IndexedDB. A fence is raised only when a draft is taken from a tab that does not answer; every writer holds the
 * fence it found when it began. Rule: issue "Several tabs of one person"; sync.md, "Several tabs" (fencing).
 */
import type { OpKind } from '../core/ops/registry'
import type { Device } from './device'
import { newId } from './ids'
import { getLocal, setLocal } from './local'

/** What the writer of a draft does. Reporting an incident or a concern never waits for anything, so it is not among them. */
const FENCED: ReadonlySet<OpKind> = new Set(['rating.set', 'note.set', 'facts.set', 'grade.override', 'audit.submit'])

/** `null`: this tab had the draft and has let it go. */
export type Fence = string | null

interface HeldFence {
  readonly auditId: string
  readonly fence: Fence
}

const idOf = (auditId: string) => `draft-fence|${auditId}`

/** The fence that stands; empty as long as the draft was never taken from a tab that did not answer. */
export async function readFence(device: Device, auditId: string): Promise<string> {
  return (await getLocal<string>(device, idOf(auditId))) ?? ''
}

/** From now on only who holds the new fence can write. */
export async function raiseFence(device: Device, auditId: string): Promise<string> {
  const fence = newId()
  await setLocal(device, idOf(auditId), fence)
  return fence
}

/** The fence an op of this tab must hold; `null` when it needs none. */
export function fenceAround(device: Device, kind: OpKind, data: unknown): HeldFence | null {
  if (!FENCED.has(kind) || typeof data !== 'object' || data === null || !('auditId' in data)) return null
  const { auditId } = data
  const fence = typeof auditId === 'string' ? device.fences.get(auditId) : undefined
  return fence === undefined || typeof auditId !== 'string' ? null : { auditId, fence }
}

/** Asked inside the transaction that writes. */
export async function isStillWriter(device: Device, { auditId, fence }: HeldFence): Promise<boolean> {
  return fence !== null && fence === (await readFence(device, auditId))
}
