/**
 * Whether a screen ever jumps back: a rating that a device showed because it was given there must not give way to what stood
 * there before, or to nothing, unless the hub refused it or somebody gave another on a different device. Rules 10 and 11.
 */
import { Audit } from '../../src/core/audit/audit'
import { readRows } from '../../src/store/read'
import type { SimDevice } from './sim-device'

/** By device: what it showed last, and the marks of the ratings given on it, by audit and criterion, in their order. */
export interface Screens {
  readonly shown: Map<string, ReadonlyMap<string, string>>
  readonly given: Map<string, Map<string, string[]>>
}

export const createScreens = (): Screens => ({ shown: new Map(), given: new Map() })

/** A rating was given on the device, or taken back (`null`): then nothing is held against an empty place. */
export function noteGiven({ given }: Screens, device: string, field: string, mark: string | null): void {
  const fields = given.get(device) ?? new Map<string, string[]>()
  given.set(device, fields)
  if (mark === null) fields.delete(field)
  else fields.set(field, [...(fields.get(field) ?? []), mark])
}

/** A copy of a device has its history too. */
export function copyScreens({ shown, given }: Screens, from: string, to: string): void {
  shown.set(to, new Map(shown.get(from)))
  given.set(to, new Map([...(given.get(from) ?? [])].map(([field, marks]) => [field, [...marks]])))
}

/**
 * @param isExcused whether the hub would not have a mark, or had it and has what is shown next since.
 * @returns what jumped back since the device was last looked at.
 */
export async function jumpsBack(
  { shown, given }: Screens,
  { name, device }: SimDevice,
  isExcused: (field: string, mark: string, next: string | undefined) => boolean,
): Promise<readonly string[]> {
  const audits = await readRows(device, 'audit', Audit)
  const now = new Map<string, string>()
  for (const { id, body } of audits) {
    for (const [criterion, { service = '' }] of Object.entries(body.ratings)) now.set(`${id}:${criterion}`, service)
  }
  const held = new Set(audits.map(({ id }) => id))
  const faults: string[] = []
  for (const [field, mark] of shown.get(name) ?? []) {
    const marks = given.get(name)?.get(field) ?? []
    const place = marks.indexOf(mark)
    const next = now.get(field)
    const isGone = next === undefined && held.has(field.slice(0, field.indexOf(':')))
    const isBack = next !== undefined && next !== mark && marks.slice(0, Math.max(place, 0)).includes(next)
    if (place >= 0 && (isGone || isBack) && !isExcused(field, mark, next)) {
      faults.push(`the screen of ${name} jumps back from ${mark} to ${next ?? 'nothing'}`)
    }
  }
  shown.set(name, now)
  return faults
}
