/**
 * Fills the fictional county: in a database of its own, under a key of its own, in one transaction. Never the real one.
 *
 * Effects: IndexedDB, clock. The county itself is core/demo, loaded only when it is made. A hub takes nothing of it: its
 * area id says what it is (core/access/demo-area.ts).
 */
import type { FictionalCounty } from '../core/demo/county'
import { frameworkKey } from '../core/ops/keys'
import type { Change, Key } from '../core/ops/op'
import { toChunks } from '../core/register/chunks'
import { RegisterSummary } from '../core/register/summary'
import { err, ok, type Result } from '../core/result'
import { type NamedBlob, putBlobs } from './blobs'
import { loadBundledFrameworks } from './bundled-frameworks'
import { DEMO_DATABASE } from './demo-place'
import { type Device, type Session, sealRow, session } from './device'
import { today } from './ids'
import { setLocal } from './local'
import { sealChunks } from './register-chunks'
import { keepRegisterKey } from './register-key'
import { type StorageRefusal, storageRefusal } from './storage-refusal'

const SEED = 'quillshire'
/** How much of the time goes into making the county; the rest is sealing and storing it. */
const MAKING_SHARE = 0.8

export interface FillOptions {
  /** Said a few times a second: the share done, from 0 to 1. */
  readonly onProgress?: (share: number) => void
}

/**
 * Fills an empty demo database with the county as it would be today. Where another tab was faster, its county stands.
 * @returns the manager of the county once everything is durable; otherwise why not, and nothing of it is stored.
 * @throws when the database is not one for demonstration: a bug.
 */
export async function fillDemo(
  device: Device,
  { onProgress = () => undefined }: FillOptions = {},
): Promise<Result<Session, StorageRefusal>> {
  const { tables } = device
  if (!tables.name.startsWith(DEMO_DATABASE)) throw new Error(`${tables.name} is no database for demonstration`)
  try {
    const before = await session(device)
    if (before) return ok(before)
    const frameworks = await loadBundledFrameworks()
    const county = await makeInSteps({ seed: SEED, today: today(), frameworks }, (share) =>
      onProgress(share * MAKING_SHARE),
    )
    const registers = sealRegisters(county)
    await pause()
    const standards = frameworks.map((body): Change => {
      return { key: frameworkKey(body.id, body.version), scope: 'area', refs: [], body }
    })
    const changes = [...standards, ...withChunks(county.rows, registers.chunks)]
    const rows = changes.map((change) => sealRow(device, { area: county.areaId, rev: 1 }, change))
    onProgress(1)
    const filled = await tables.transaction('rw', [tables.rows, tables.blobs, tables.local], async () => {
      // Another tab may have been faster.
      const held = await session(device)
      if (held) return held
      const made: Session = { areaId: county.areaId, memberId: county.memberId }
      await tables.rows.bulkPut(rows)
      await putBlobs(device, registers.blobs)
      await keepRegisterKey(device, county.registerKey)
      await setLocal(device, 'session', made)
      return made
    })
    return ok(filled)
  } catch (cause) {
    return err(storageRefusal(cause))
  }
}

type Ask = Parameters<typeof import('../core/demo/county').makeCounty>[0]

/** Makes the county a month at a time, so that the screen can say how far it is. */
async function makeInSteps(ask: Ask, onShare: (share: number) => void): Promise<FictionalCounty> {
  const { makeCounty } = await import('../core/demo/county')
  const making = makeCounty(ask)
  for (;;) {
    const step = making.next()
    if (step.done) return step.value
    onShare(step.value)
    await pause()
  }
}

/** Lets the browser draw and answer. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

interface SealedRegisters {
  readonly blobs: readonly NamedBlob[]
  /** Hashes of the chunks in rank order, by the key of the register's row. */
  readonly chunks: ReadonlyMap<Key, string[]>
}

function sealRegisters({ registers, registerKey }: FictionalCounty): SealedRegisters {
  const sealed = registers.map(({ id, plans }) => ({ id, blobs: sealChunks(registerKey, id, toChunks(plans)) }))
  return {
    blobs: sealed.flatMap(({ blobs }) => blobs),
    chunks: new Map(sealed.map(({ id, blobs }) => [`register/${id}`, blobs.map(({ hash }) => hash)])),
  }
}

function withChunks(rows: readonly Change[], chunks: SealedRegisters['chunks']): readonly Change[] {
  return rows.map((row) => {
    const hashes = chunks.get(row.key)
    return hashes ? { ...row, body: { ...RegisterSummary.parse(row.body), chunks: hashes } } : row
  })
}
