/**
 * Whether a hub still holds what was written: the hash chain of each area's trail, and beside it the end of the trail as the
 * area has it, the counters of its devices, its records and their refs.
 *
 * Reads only; give it a snapshot, or a running hub writes between two pages. Contract: command-line.md, `verify`.
 */
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema'
import { whyRecordsBroken } from './verify-records'
import { type Break, type Walk, walkTrail } from './verify-trail'

export interface VerifiedArea {
  readonly area: string
  readonly ops: number
  /** Hash of the last op; `''` where there is none. */
  readonly head: string
  /** Ops whose content was erased or discarded; their hashes stand. */
  readonly blanked: number
}

export type Verification =
  | {
      readonly ok: true
      readonly ops: number
      /** Of one area its head; of several the hash of all heads, so that it changes when one does. */
      readonly head: string
      readonly areas: readonly VerifiedArea[]
    }
  | {
      readonly ok: false
      readonly at: { readonly area: string; readonly position: number | null }
      readonly why: string
    }

/** @param only one area; left out: every area there is. */
export async function verify(db: Kysely<Schema>, only?: string): Promise<Verification> {
  const named = db.selectFrom('area').selectAll().orderBy('area')
  const areas = await (only === undefined ? named : named.where('area', '=', only)).execute()
  if (only !== undefined && areas.length === 0) return broken(only, null, 'There is no such area in this hub.')
  const verified: VerifiedArea[] = []
  for (const area of areas) {
    const walk = await walkTrail(db, area.area)
    if (!walk.ok) return broken(area.area, walk.error.position, walk.error.why)
    const fault = (await whyEndBroken(db, area, walk.value)) ?? noPosition(await whyRecordsBroken(db, area))
    if (fault !== null) return broken(area.area, fault.position, fault.why)
    const { ops, head, blanked } = walk.value
    verified.push({ area: area.area, ops, head, blanked })
  }
  const stray = only === undefined ? await strayArea(db) : null
  if (stray !== null) return broken(stray, null, 'The trail holds ops of an area that this hub does not have.')
  return { ok: true, ops: verified.reduce((sum, { ops }) => sum + ops, 0), head: headOf(verified), areas: verified }
}

async function whyEndBroken(
  db: Kysely<Schema>,
  area: { readonly area: string; readonly ops: number; readonly head: string },
  walk: Walk,
): Promise<Break | null> {
  if (area.ops !== walk.ops) {
    return { position: Math.min(area.ops, walk.ops) + 1, why: 'The trail ends elsewhere than the area says.' }
  }
  if (area.head !== walk.head)
    return { position: walk.ops, why: 'The last op is not the one the area names as its last.' }
  const devices = await db.selectFrom('device').select(['id', 'last_n']).where('area', '=', area.area).execute()
  const counters = new Map(devices.map(({ id, last_n }) => [id, last_n]))
  for (const [device, { n, position }] of walk.lastOf) {
    const counter = counters.get(device)
    if (counter === undefined) return { position, why: 'This op is of a device that the area does not have.' }
    // An op that came again under another number moves the counter on without a second entry in the trail.
    if (counter < n) return { position, why: 'The counter of a device is behind its ops.' }
  }
  return null
}

/** An area that is only in the trail: its row was changed or taken away. */
async function strayArea(db: Kysely<Schema>): Promise<string | null> {
  const known = db.selectFrom('area').select('area')
  const stray = await db.selectFrom('op').select('area').where('area', 'not in', known).limit(1).executeTakeFirst()
  return stray?.area ?? null
}

function headOf(areas: readonly VerifiedArea[]): string {
  if (areas.length <= 1) return areas[0]?.head ?? ''
  const heads = areas.map(({ area, head }) => [area, head])
  return createHash('sha256').update(JSON.stringify(heads)).digest('hex')
}

function noPosition(why: string | null): Break | null {
  return why === null ? null : { position: null, why }
}

function broken(area: string, position: number | null, why: string): Verification {
  return { ok: false, at: { area, position }, why }
}
