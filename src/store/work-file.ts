/**
 * Work that travels as a sealed file: all of a device alone (`solo`), or what a joined device whose network is blocked has
 * still to send (`waiting`). Made here and read here; taking it in is solo-adoption.ts and sync/take-in.ts.
 *
 * Effects: IndexedDB, Web Crypto. Rule: sync.md, "No hub".
 */

import { bytesToHex } from '@noble/hashes/utils.js'
import * as z from 'zod/mini'
import { Area, Member } from '../core/access/member'
import { AdoptedRecord } from '../core/ops/adopted-record'
import { idOf, kindOf } from '../core/ops/op'
import { err, ok, type Result } from '../core/result'
import { type Device, openRow, type Session } from './device'
import { now } from './ids'
import { deviceIdOf } from './joined'
import { OpSaid, openOp, specOf } from './pending'
import { readRow } from './read'
import { registerKeyOf } from './register-key'
import { type FileKind, type FileRefusal, openFile, sealFile } from './sealed-file'

/**
 * The kinds of record that travel, in the order in which each finds what it belongs to. Results, comparisons and editions
 * follow from these, and are drawn anew where they come to.
 */
export const CARRIED: Readonly<Record<AdoptedRecord['kind'], number>> = {
  framework: 0,
  register: 1,
  cycle: 2,
  sample: 3,
  subject: 4,
  assignment: 5,
  audit: 6,
  moderation: 7,
  alert: 8,
}

/** The bytes of a blob as text, as blobs.ts stores them. */
const CarriedBlob = z.object({ hash: z.string(), value: z.string() })

export const SoloWork = z.object({
  kind: z.literal('solo'),
  areaId: z.string(),
  memberId: z.string(),
  areaName: z.string(),
  madeAt: z.string(),
  members: z.record(z.string(), Member),
  records: z.array(AdoptedRecord),
  /** Keys of records that could not be read, and so are not in the file. */
  unreadable: z.array(z.string()),
  blobs: z.array(CarriedBlob),
  /** Of the register, in hexadecimal: without it nobody could open the plans of these registers again. */
  registerKey: z.nullable(z.string()),
})
export type SoloWork = z.infer<typeof SoloWork>

export const WaitingOp = z.object({ ...OpSaid.shape, base: z.number() })
export type WaitingOp = z.infer<typeof WaitingOp>

export const WaitingWork = z.object({
  kind: z.literal('waiting'),
  areaId: z.string(),
  memberId: z.string(),
  deviceId: z.string(),
  madeAt: z.string(),
  /** In the order they were done. */
  ops: z.array(WaitingOp),
  blobs: z.array(CarriedBlob),
})
export type WaitingWork = z.infer<typeof WaitingWork>

const Work = z.discriminatedUnion('kind', [SoloWork, WaitingWork])
export type Work = z.infer<typeof Work>

/** Everything of a device that works alone that an area may take in. */
export async function soloFile(device: Device, session: Session, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  return sealFile('solo', await soloWork(device, session), passphrase)
}

export async function soloWork(device: Device, { areaId, memberId }: Session): Promise<SoloWork> {
  const { rows, blobs } = device.tables
  const stored = await rows.toArray()
  const opened = stored.map((row) => openRow(device, row))
  const carried = opened.filter(({ key }) => Object.hasOwn(CARRIED, kindOf(key)))
  const read = carried.map(({ key, body }) => ({
    key,
    record: AdoptedRecord.safeParse({ kind: kindOf(key), id: idOf(key), body }),
  }))
  const members = opened.filter(({ key }) => kindOf(key) === 'member')
  const area = await readRow(device, `area/${areaId}`, Area)
  const key = await registerKeyOf(device)
  return {
    kind: 'solo',
    areaId,
    memberId,
    areaName: area?.body.name ?? '',
    madeAt: now(),
    members: Object.fromEntries(members.map((row) => [idOf(row.key), Member.parse(row.body)])),
    records: read.flatMap(({ record }) => (record.success ? [record.data] : [])),
    unreadable: read.flatMap((one) => (one.record.success ? [] : [one.key])),
    blobs: await carriedBlobs(device, await blobs.toCollection().primaryKeys()),
    registerKey: key ? bytesToHex(key) : null,
  }
}

/** What a joined device has done and the hub has not acknowledged. */
export async function waitingFile(
  device: Device,
  session: Session,
  passphrase: string,
): Promise<Uint8Array<ArrayBuffer>> {
  return sealFile('waiting', await waitingWork(device, session), passphrase)
}

export async function waitingWork(device: Device, { areaId, memberId }: Session): Promise<WaitingWork> {
  const pending = await device.tables.ops.orderBy('order').toArray()
  const ops = pending.map((op) => ({ ...openOp(device, op), base: op.base ?? 0 }))
  const hashes = ops.flatMap((op) => {
    const known = specOf(op)
    return known?.spec.blobs?.(known.data) ?? []
  })
  return {
    kind: 'waiting',
    areaId,
    memberId,
    deviceId: await deviceIdOf(device),
    madeAt: now(),
    ops,
    blobs: await carriedBlobs(device, hashes),
  }
}

async function carriedBlobs(device: Device, hashes: readonly string[]): Promise<SoloWork['blobs']> {
  const held = await device.tables.blobs.bulkGet([...hashes])
  return held.flatMap((blob) =>
    blob ? [CarriedBlob.parse({ hash: blob.hash, value: device.vault.open(blob.sealed, `blob|${blob.hash}`) })] : [],
  )
}

export type WorkRefusal =
  | FileRefusal
  /** It opens, and what is in it is not what such a file holds. */
  | { readonly type: 'NotUnderstood'; readonly kind: FileKind }

/** Opens a file; nothing is stored. */
export async function openWork(file: Uint8Array, passphrase: string): Promise<Result<Work, WorkRefusal>> {
  const content = await openFile(file, passphrase)
  if (!content.ok) return content
  const work = Work.safeParse(content.value.content)
  return work.success ? ok(work.data) : err({ type: 'NotUnderstood', kind: content.value.kind })
}
