/**
 * Which of an auditor's audits of a subject counts: the first for agreement, because later ones are not blind; the latest
 * for the result.
 *
 * Pure. Rule: product.md, "Audit" ("Agreement always uses the first").
 */
import type { Audit } from './audit'

interface Revisable {
  readonly id: string
  readonly body: Pick<Audit, 'supersedes'>
}

/** Those that are no revisions, in the order given. */
export function firstAudits<T extends Revisable>(audits: readonly T[]): readonly T[] {
  return audits.filter(({ body }) => body.supersedes === undefined)
}

/** Those that none of the given takes the place of, in the order given. */
export function latestAudits<T extends Revisable>(audits: readonly T[]): readonly T[] {
  const superseded = new Set(audits.map(({ body }) => body.supersedes))
  return audits.filter(({ id }) => !superseded.has(id))
}
