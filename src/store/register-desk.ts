/**
 * The desk at which a register file is read: it alone holds the file's bytes and the case numbers, in a worker.
 *
 * Pure but for random nonces. What it answers holds counts, headings and sealed chunks; case numbers leave it only for the
 * drawn plans of an assignment slip. Rule: sen2.md section 5; architecture.md ("Heavy work runs in a worker").
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { type StoredPlan, toChunks, toStoredPlans } from '../core/register/chunks'
import { type ColumnMapping, REGISTER_FIELDS } from '../core/register/fields'
import { pseudonym, registerKey } from '../core/register/phrase'
import { previewRegister, readRegister } from '../core/register/read'
import type { RegisterSummary } from '../core/register/summary'
import type { OnProgress, RefusalReason, RegisterReading, RegisterRefusal } from '../core/register/types'
import { err, ok, type Result } from '../core/result'
import { registerDigest, toDrawPlan } from '../core/sampling/frame'
import { sealChunks } from './register-chunks'
import type { SealAsk, SealedRegister } from './register-import'
import { type ShownReading, shownHeadings, shownReading } from './register-shown'
import { judgeTeams } from './register-team'

export type Columns = Partial<ColumnMapping>

export interface ReadAsk {
  readonly asOf: string
  /** Columns a person corrected in this file. */
  readonly corrected?: Columns
  /** Columns corrected in earlier files, by the digest of their headings. */
  readonly remembered?: Readonly<Record<string, Columns>>
}

/** A file that is a table: its columns, and the plans in it or why it is no register as its columns stand. */
export interface OpenedFile {
  readonly headings: readonly (string | null)[]
  readonly headingsDigest: string
  readonly mapping: ColumnMapping
  readonly reading: Result<ShownReading, RegisterRefusal>
}

/** The case number of one drawn plan, for the assignment slip; never stored, never sent. */
export interface MatchedPlan {
  readonly pseudonym: string
  readonly written: string
}

export type OpenAnswer = Result<OpenedFile, RegisterRefusal>

export interface RegisterDesk {
  /** Takes over a file's bytes and reads them. */
  readonly open: (bytes: ArrayBuffer, ask: ReadAsk, onProgress?: OnProgress) => Promise<OpenAnswer>
  /** Reads the same bytes again: another day, other columns. */
  readonly reread: (ask: ReadAsk, onProgress?: OnProgress) => Promise<OpenAnswer>
  /** Turns a register phrase into the register key of an area; slow on purpose. */
  readonly keyFrom: (phrase: string, areaId: string) => Promise<Uint8Array>
  /** Seals the plans read last under the key. */
  readonly seal: (ask: SealAsk) => Promise<SealedRegister>
  /** The case numbers, as they stand in the file, of those plans that are asked for. */
  readonly match: (key: Uint8Array, pseudonyms: readonly string[]) => Promise<readonly MatchedPlan[]>
}

/** Refusals that other columns may mend. */
const ABOUT_COLUMNS: readonly RefusalReason[] = ['no-reference-column', 'no-start-date-column', 'another-return']

export function createRegisterDesk(): RegisterDesk {
  let held: Uint8Array | null = null
  let last: LastReading | null = null

  const read = (ask: ReadAsk, onProgress?: OnProgress): OpenAnswer => {
    if (!held) throw new Error('no register file is open')
    last = null
    const preview = previewRegister(held)
    if (!preview.ok) return preview
    const { headings } = preview.value
    const headingsDigest = digestOf(headings)
    const corrected = within(headings.length, { ...ask.remembered?.[headingsDigest], ...ask.corrected })
    const reading = readRegister(held, { asOf: ask.asOf, mapping: corrected }, onProgress)
    if (!reading.ok && (!ABOUT_COLUMNS.includes(reading.error.reason) || isUnknown(headings))) return reading
    const settled = reading.ok ? ok(settle(reading.value, headings)) : reading
    if (settled.ok) last = settled.value
    return ok({
      headings: shownHeadings(headings),
      headingsDigest,
      mapping: reading.ok ? reading.value.mapping : { ...preview.value.mapping, ...corrected },
      reading: settled.ok ? ok(settled.value.shown) : err(settled.error),
    })
  }
  const lastReading = () => {
    if (!last) throw new Error('no register was read')
    return last
  }

  return {
    async open(bytes, ask, onProgress) {
      held = new Uint8Array(bytes)
      return read(ask, onProgress)
    },
    async reread(ask, onProgress) {
      return read(ask, onProgress)
    },
    async keyFrom(phrase, areaId) {
      return registerKey(phrase, areaId)
    },
    async seal({ registerId, importedAt, key }) {
      const { reading, shown } = lastReading()
      const plans = toStoredPlans(reading.validPlans, key)
      const blobs = sealChunks(key, registerId, toChunks(plans))
      const chunks = blobs.map(({ hash }) => hash)
      return { blobs, summary: summaryOf(reading, shown, plans, { importedAt, chunks }) }
    },
    async match(key, pseudonyms) {
      const asked = new Set(pseudonyms)
      return lastReading().reading.validPlans.flatMap(({ ref, written }) => {
        const code = pseudonym(key, ref)
        return asked.has(code) ? [{ pseudonym: code, written }] : []
      })
    },
  }
}

interface LastReading {
  readonly reading: RegisterReading
  readonly shown: ShownReading
}

/** A reading as it may be kept: a column for the team that names people is dropped here, whoever chose it. */
function settle(reading: RegisterReading, headings: readonly string[]): LastReading {
  const { mapping, validPlans } = reading
  const team = judgeTeams(mapping.team === null ? null : (headings[mapping.team] ?? null), validPlans)
  if (team.namesPeople !== 'surely') return { reading, shown: shownReading(reading, team) }
  const { team: _team, ...columns } = reading.columns
  const kept = { ...reading, columns, validPlans: validPlans.map((plan) => ({ ...plan, team: null })) }
  return { reading: kept, shown: shownReading(kept, team) }
}

function summaryOf(
  reading: RegisterReading,
  shown: ShownReading,
  plans: readonly StoredPlan[],
  { importedAt, chunks }: Pick<RegisterSummary, 'importedAt' | 'chunks'>,
): RegisterSummary {
  const { format, asOf, rows, excluded, warnings, notices, columns } = reading
  return {
    format,
    asOf,
    importedAt,
    plans: plans.length,
    rows,
    excluded: { ...excluded },
    warnings: { ...warnings, ...notices },
    marginals: shown.marginals,
    columns: { ...columns },
    digest: registerDigest(
      plans.map((plan) => toDrawPlan(plan.rank, plan)),
      asOf,
    ),
    chunks,
  }
}

/** Whether nothing in the row of headings is known: it may be a record, so it is no use to ask about its columns. */
function isUnknown(headings: readonly string[]): boolean {
  return shownHeadings(headings).every((heading) => heading === null)
}

/** Recognises files of one kind by their headings, without keeping the headings. */
function digestOf(headings: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(headings.map((heading) => heading.trim())))))
}

/** Only columns that this file has. */
function within(count: number, columns: Columns): Columns {
  return Object.fromEntries(
    REGISTER_FIELDS.flatMap(({ id }) => {
      const column = columns[id]
      return column === undefined || (column !== null && column >= count) ? [] : [[id, column]]
    }),
  )
}
