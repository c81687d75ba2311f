/**
 * Sets up a fresh device: the area, its first member, the bundled frameworks, and a wish for storage the browser keeps.
 *
 * Effects: IndexedDB, clock, ids. Rule: architecture.md (the app works alone).
 */
import type { Refusal } from '../core/ops/refusal'
import { ok, type Result } from '../core/result'
import { adoptBundledFrameworks } from './bundled-frameworks'
import { DATABASE, type Device, type Session } from './device'
import { newId } from './ids'
import { setLocal } from './local'
import type { StorageRefusal } from './storage-refusal'
import { perform } from './write'

export interface SetUpAnswers {
  readonly areaName: string
  readonly memberName: string
  readonly agency: string
}

export async function setUpArea(
  device: Device,
  answers: SetUpAnswers,
): Promise<Result<Session, Refusal | StorageRefusal>> {
  const session: Session = { areaId: newId(), memberId: newId() }
  const created = await perform(device, session, { kind: 'area.create', data: { ...session, ...answers } })
  if (!created.ok) return created
  await adoptBundledFrameworks(device, session)
  await setLocal(device, 'session', session)
  if (device.tables.name === DATABASE) void navigator.storage?.persist?.()
  return ok(session)
}
