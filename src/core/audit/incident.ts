/**
 * Whether an audit found an incident: reported by its button, or an incident criterion rated not met.
 *
 * Pure. Rule: product.md, "Incident".
 */
import { allCriteria } from '../framework/lookup'
import type { Framework } from '../framework/schema'
import type { Audit } from './audit'

export function foundIncident(framework: Framework, audit: Pick<Audit, 'incident' | 'ratings'>): boolean {
  return audit.incident || incidentCriteria(framework).some((id) => audit.ratings[id]?.rating === 'not-met')
}

const known = new WeakMap<Framework, readonly string[]>()

/** The criteria of a framework that tell of an incident; looked up once for each framework. */
function incidentCriteria(framework: Framework): readonly string[] {
  const ids = known.get(framework)
  if (ids) return ids
  const found = allCriteria(framework).flatMap(({ id, role }) => (role === 'incident' ? [id] : []))
  known.set(framework, found)
  return found
}
