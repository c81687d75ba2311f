/**
 * Stores a register that was read: its sealed chunks, its summary and the register key, all or nothing.
 *
 * Effects: IndexedDB, clock, ids. Chunks of older imports go, unless a cycle was drawn from them: its draw can then
 * still be repeated. Rule: architecture.md, "The register is not rows"; product.md, "Register".
 */

import type { Refusal } from '../core/ops/refusal'
import { RegisterSummary } from '../core/register/summary'
import { err, ok, type Result } from '../core/result'
import { type NamedBlob, putBlobs, removeBlobs } from './blobs'
import type { Device, Session } from './device'
import { newId, now } from './ids'
import { openOp, specOf } from './pending'
import { type Held, readRows } from './read'
import { keepRegisterKey } from './register-key'
import { newestFirst } from './registers'
import { beginSaving } from './save-state'
import { type StorageRefusal, storageRefusal } from './storage-refusal'
import { perform, tablesOfOps } from './write'

/** A register ready to be stored, as the worker hands it over: no plan in it can be read without the key. */
export interface SealedRegister {
  readonly blobs: readonly NamedBlob[]
  readonly summary: RegisterSummary
}

export interface SealAsk {
  readonly registerId: string
  readonly importedAt: string
  readonly key: Uint8Array
}

/** `SealingStopped`: the worker ended, most likely for want of memory. */
export type ImportRefusal = Refusal | StorageRefusal | { readonly type: 'SealingStopped' }

export interface RegisterToImport {
  readonly key: Uint8Array
  /** Seals what was read; register-desk.ts. */
  readonly seal: (ask: SealAsk) => Promise<SealedRegister>
}

/**
 * Imports a register.
 * @returns the id of the register once everything is durable; otherwise why not, and nothing of it is stored.
 */
export async function importRegister(
  device: Device,
  session: Session,
  { key, seal }: RegisterToImport,
): Promise<Result<string, ImportRefusal>> {
  const registerId = newId()
  const sealed = await seal({ registerId, importedAt: now(), key }).catch(() => null)
  if (!sealed) return err({ type: 'SealingStopped' })
  const { blobs, summary } = sealed
  const finish = beginSaving()
  let refusal: Refusal | StorageRefusal | null = null
  const { tables } = device
  try {
    await tables.transaction('rw', [...tablesOfOps(tables), tables.blobs, tables.local], async (transaction) => {
      await putBlobs(device, blobs)
      const done = await perform(device, session, { kind: 'register.import', data: { registerId, summary } })
      if (!done.ok) {
        refusal = done.error
        return transaction.abort()
      }
      await keepRegisterKey(device, key)
      await removeUnusedChunks(device)
    })
    finish(true)
    return ok(registerId)
  } catch (cause) {
    finish(false)
    return err(refusal ?? storageRefusal(cause))
  }
}

/** The hashes of the chunks that the newest import and the cycles need: a draw can then still be repeated. */
export async function neededChunks(
  device: Device,
  registers: readonly Held<RegisterSummary>[],
): Promise<readonly string[]> {
  const [newest, ...older] = newestFirst(registers)
  const needed = new Set(newest?.body.chunks)
  for (const register of older) {
    const cycles = await device.tables.rows
      .where('refs')
      .equals(register.key)
      .filter(({ kind }) => kind === 'cycle')
      .count()
    if (cycles > 0) for (const hash of register.body.chunks) needed.add(hash)
  }
  return [...needed]
}

/** Removes chunks that nothing needs; those that pending ops name are still to be sent. */
async function removeUnusedChunks(device: Device): Promise<void> {
  const registers = await readRows(device, 'register', RegisterSummary)
  const needed = new Set([...(await neededChunks(device, registers)), ...(await chunksToSend(device))])
  const all = registers.flatMap(({ body }) => body.chunks)
  await removeBlobs(
    device,
    all.filter((hash) => !needed.has(hash)),
  )
}

async function chunksToSend(device: Device): Promise<readonly string[]> {
  if (!device.isJoined) return []
  const ops = await device.tables.ops.filter(({ kind }) => kind === 'register.import').toArray()
  return ops.flatMap((op) => {
    const known = specOf(openOp(device, op))
    return known?.spec.blobs?.(known.data) ?? []
  })
}
