/**
 * The minimum standard of a subject: what all its audits say, that they differ, or that it is not known.
 *
 * Pure. Rule: standards.md 3.2; product.md, "Plans meeting the legal floor".
 */
import type { Audit } from '../audit/audit'
import type { FloorStatus } from '../audit/graded'

export type FloorStanding = FloorStatus | 'differs' | 'unknown'

/** @param audits those that count: released, no contributions, none superseded. */
export function floorStanding(audits: readonly Pick<Audit, 'outcome'>[]): FloorStanding {
  const said = new Set(audits.map(({ outcome }) => outcome?.floor ?? 'unknown'))
  const [only] = said
  if (said.size > 1) return 'differs'
  return only ?? 'unknown'
}
