/**
 * The mark of a fictional area: its id begins with `demo-`.
 *
 * The mark is in the id because the id goes wherever a record goes: it stands in the open on every row and every op, in
 * every file, and each sealed value is bound to it, so no record of a fictional area can be passed off as another's. Ids
 * of real areas are 32 hexadecimal digits and never begin so. A hub takes nothing from an area so marked.
 */
export const DEMO_AREA_PREFIX = 'demo-'

/** Whether nothing of this area is real, so that no hub may take it. */
export function isDemoArea(areaId: string): boolean {
  return areaId.startsWith(DEMO_AREA_PREFIX)
}
