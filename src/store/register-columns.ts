/**
 * Columns a manager corrected, remembered for the next file with the same headings, so that nobody corrects them monthly.
 *
 * Effects: IndexedDB through store/local. Kept are column numbers and a digest of the headings, never a heading.
 * Rule: sen2.md section 9, finding 4.
 */
import * as z from 'zod/mini'
import { FieldId } from '../core/register/fields'
import type { Device } from './device'
import { getLocal, setLocal } from './local'
import type { Columns } from './register-desk'

const PLACE = 'register-columns'
const MOST_FILES = 20
const Remembered = z.record(z.string(), z.partialRecord(FieldId, z.nullable(z.int())))
export type RememberedColumns = Readonly<Record<string, Columns>>

/** By the digest of the headings. */
export async function rememberedColumns(device: Device): Promise<RememberedColumns> {
  return Remembered.parse((await getLocal<unknown>(device, PLACE)) ?? {})
}

export async function rememberColumns(device: Device, headingsDigest: string, corrected: Columns): Promise<void> {
  if (Object.keys(corrected).length === 0) return
  const { [headingsDigest]: before, ...others } = await rememberedColumns(device)
  const kept = Object.entries(others).slice(-(MOST_FILES - 1))
  await setLocal(device, PLACE, { ...Object.fromEntries(kept), [headingsDigest]: { ...before, ...corrected } })
}
