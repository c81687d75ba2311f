/**
 * What every part of the fictional county is made with: the records so far, the standards, and who does what.
 *
 * Pure types and the smallest helpers.
 */
import type { FrameworkRef } from '../audit/audit'
import type { Framework } from '../framework/schema'
import type { Ctx } from '../ops/op'
import type { IsoDate } from '../register/codes'
import { type Chance, chanceOf } from './chance'
import type { Ledger } from './ledger'
import type { CountyMember } from './people'

export interface Person extends CountyMember {
  readonly id: string
}

export interface Making {
  readonly seed: string
  readonly today: IsoDate
  readonly ledger: Ledger
  readonly framework: Framework
  /** The framework as audits pin it. */
  readonly pinned: FrameworkRef
  readonly manager: Person
  readonly chair: Person
  readonly auditors: readonly Person[]
}

/** A stream of chance for one part of the county. */
export function streamOf({ seed }: Pick<Making, 'seed'>, part: string): Chance {
  return chanceOf(`${seed}|${part}`)
}

/** A person acting at a time. */
export function acting({ id, roles }: Person, at: string): Ctx {
  return { actor: id, roles, at }
}
