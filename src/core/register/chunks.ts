/**
 * A register as it is kept: chunks of 1 000 plans in rank order, a column per fact, under pseudonyms.
 *
 * Pure. The reference is gone: rank keeps the order that a draw needs, the pseudonym recognises the plan next time. The
 * same plans and key give the same chunks, so an equal content hash means an equal chunk. Rule: architecture.md.
 */
import * as z from 'zod/mini'
import { contentHash } from '../framework/content-hash'
import { AdviceAgency, IsoDate, KeyStage, Need, PlanVersion, Setting } from './codes'
import { pseudonym } from './phrase'
import type { RegisterPlan } from './types'

export const PLANS_PER_CHUNK = 1000

const Pseudonym = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/))
const column = <T extends z.core.SomeType>(cell: T) => z.array(cell).check(z.maxLength(PLANS_PER_CHUNK))

/** Plans `first`, `first` + 1 …; place i of every column is plan `first` + i. */
export const RegisterChunk = z
  .strictObject({
    v: z.literal(1),
    /** Rank of the first plan, from 0. */
    first: z.int().check(z.gte(0)),
    pseudonym: column(Pseudonym),
    keyStage: column(KeyStage),
    yearGroup: column(z.nullable(z.int())),
    need: column(Need),
    version: column(PlanVersion),
    setting: column(Setting),
    team: column(z.nullable(z.string())),
    startDate: column(IsoDate),
    latestDate: column(IsoDate),
    lastReview: column(z.nullable(IsoDate)),
    /** Agency and date of each piece; the date is null when the register only says that there is advice. */
    advice: column(z.array(z.tuple([AdviceAgency, z.nullable(IsoDate)]))),
  })
  .check(
    z.refine(
      (chunk) => Object.values(chunk).every((part) => !Array.isArray(part) || part.length === chunk.pseudonym.length),
      'every column has one cell per plan',
    ),
  )
export type RegisterChunk = z.infer<typeof RegisterChunk>

/** A plan as it is kept on a device. */
export type StoredPlan = Omit<RegisterPlan, 'ref' | 'written'> & {
  /** Place among all plans of the register in the order of their references, from 0. */
  readonly rank: number
  readonly pseudonym: string
}

type PlanUnderPseudonym = Omit<StoredPlan, 'rank'>

/** Puts pseudonyms in place of references. @param plans all valid plans of a reading, in rank order */
export function toStoredPlans(plans: readonly RegisterPlan[], key: Uint8Array): readonly StoredPlan[] {
  return plans.map(({ ref, written: _written, ...facts }, rank) => ({ ...facts, rank, pseudonym: pseudonym(key, ref) }))
}

/** @param plans all plans of a register in rank order: a plan's rank is its place in the list */
export function toChunks(plans: readonly PlanUnderPseudonym[]): readonly RegisterChunk[] {
  const chunks: RegisterChunk[] = []
  for (let first = 0; first < plans.length; first += PLANS_PER_CHUNK) {
    chunks.push(chunkOf(plans.slice(first, first + PLANS_PER_CHUNK), first))
  }
  return chunks
}

function chunkOf(plans: readonly PlanUnderPseudonym[], first: number): RegisterChunk {
  return {
    v: 1,
    first,
    pseudonym: plans.map((plan) => plan.pseudonym),
    keyStage: plans.map((plan) => plan.keyStage),
    yearGroup: plans.map((plan) => plan.yearGroup),
    need: plans.map((plan) => plan.need),
    version: plans.map((plan) => plan.version),
    setting: plans.map((plan) => plan.setting),
    team: plans.map((plan) => plan.team),
    startDate: plans.map((plan) => plan.startDate),
    latestDate: plans.map((plan) => plan.latestDate),
    lastReview: plans.map((plan) => plan.lastReview),
    advice: plans.map((plan) => plan.advice.map(({ agency, date }) => [agency, date])),
  }
}

/** The plans of parsed chunks, in rank order whatever the order of the chunks. */
export function fromChunks(chunks: readonly RegisterChunk[]): readonly StoredPlan[] {
  return [...chunks]
    .sort((a, b) => a.first - b.first)
    .flatMap((chunk) => chunk.pseudonym.map((_, at) => planAt(chunk, at)))
}

/** @throws RangeError when a column is shorter than the others: the schema rules that out. */
function planAt(chunk: RegisterChunk, at: number): StoredPlan {
  const version = cellAt(chunk.version, at)
  return {
    rank: chunk.first + at,
    pseudonym: cellAt(chunk.pseudonym, at),
    keyStage: cellAt(chunk.keyStage, at),
    yearGroup: cellAt(chunk.yearGroup, at),
    need: cellAt(chunk.need, at),
    version,
    setting: cellAt(chunk.setting, at),
    team: cellAt(chunk.team, at),
    startDate: cellAt(chunk.startDate, at),
    latestDate: cellAt(chunk.latestDate, at),
    lastReview: cellAt(chunk.lastReview, at),
    status: version === 'amended' ? 'amended' : 'final',
    advice: cellAt(chunk.advice, at).map(([agency, date]) => ({ agency, date })),
  }
}

function cellAt<T>(cells: readonly T[], at: number): T {
  const cell = cells[at]
  if (cell === undefined) throw new RangeError('a column of the chunk is too short')
  return cell
}

/** SHA-256 of the chunk's canonical JSON, 64 hexadecimal digits. */
export function chunkHash(chunk: RegisterChunk): string {
  const hash = contentHash(chunk)
  if (hash === null) throw new RangeError('a chunk is always JSON')
  return hash
}
