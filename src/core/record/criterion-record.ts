/**
 * One criterion as the record shows it: what was asked and where that is written, how it was rated, what was noted.
 *
 * Pure. Words for causes, services and fixes are the framework's; a word it does not have is shown as stored, never dropped.
 */
import type { Audit } from '../audit/audit'
import { ratingOf } from '../audit/share'
import type { Basis, Choice, Criterion, Framework, Rating } from '../framework/schema'

export interface CriterionRecord {
  readonly id: string
  readonly statement: string
  readonly basis: Basis
  readonly role: Criterion['role']
  readonly core: boolean
  readonly weight: number
  /** `null`: not rated. */
  readonly rating: Rating | null
  /** As stored, with its line breaks; empty where nothing was noted. */
  readonly note: string
  /** Only of what is partly or not met; `null` for what was not said. */
  readonly shortfall: ShortfallRecord | null
}

export interface ShortfallRecord {
  readonly cause: string | null
  readonly service: string | null
  readonly fix: string | null
}

export function criterionRecord(framework: Framework, audit: Audit, criterion: Criterion): CriterionRecord {
  const { id, statement, basis, role, core, weight } = criterion
  const rated = ratingOf(audit.ratings, id)
  const { causes, services, fixes } = framework.shortfall
  const isShort = rated?.rating === 'partly' || rated?.rating === 'not-met'
  return {
    id,
    statement,
    basis,
    role,
    core,
    weight,
    rating: rated?.rating ?? null,
    note: Object.hasOwn(audit.notes, id) ? (audit.notes[id] ?? '').trim() : '',
    shortfall: isShort
      ? {
          cause: labelOf(causes, rated.cause),
          service: labelOf(services, rated.service),
          fix: labelOf(fixes, rated.fix),
        }
      : null,
  }
}

function labelOf(choices: readonly Choice[], id: string | undefined): string | null {
  if (id === undefined) return null
  return choices.find((choice) => choice.id === id)?.label ?? id
}
