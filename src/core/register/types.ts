/**
 * What reading a register yields: plans without personal data, the records left out with reasons, and the counts.
 *
 * Pure types. `RegisterPlan.ref` and `written` are case numbers: they exist inside the import step (to rank, to make a
 * pseudonym, to print the assignment slip) and are never stored. Rule: sen2.md sections 4 and 5.
 */
import type {
  AdviceAgency,
  ExclusionReason,
  IsoDate,
  KeyStage,
  Need,
  NoticeCode,
  PlanVersion,
  RegisterFormat,
  Setting,
  WarningCode,
} from './codes'
import type { ColumnMapping } from './fields'

/** One piece of advice; `date` is null when the register only says that there is one. */
export interface PlanAdvice {
  readonly agency: AdviceAgency
  readonly date: IsoDate | null
}

/** One plan of the population. Holds no name, number of a pupil, birth date, address or note. */
export interface RegisterPlan {
  /** The normalised reference: what ranks the plan in a draw (reference.ts). */
  readonly ref: string
  /** The reference as it stands in the file, for the assignment slip. */
  readonly written: string
  readonly keyStage: KeyStage
  /** National Curriculum year, Reception 0, nursery below; null when neither year nor birth date is known. */
  readonly yearGroup: number | null
  readonly need: Need
  readonly version: PlanVersion
  readonly setting: Setting
  readonly team: string | null
  readonly startDate: IsoDate
  /** Date of the latest issue; the start date when no later issue is recorded. */
  readonly latestDate: IsoDate
  /** Date of the latest annual review meeting. */
  readonly lastReview: IsoDate | null
  readonly status: 'final' | 'amended'
  readonly advice: readonly PlanAdvice[]
}

/** A record that is no plan of the population. */
export interface ExcludedRow {
  /** From 1 among the data rows. */
  readonly row: number
  /** The row's number as a spreadsheet shows it, from 1 with titles, headings and blank rows counted. */
  readonly sheetRow: number
  readonly reason: ExclusionReason
}

/** A plan that is kept, with what was noticed about it. */
export interface NotedRow<Code extends string> {
  readonly row: number
  readonly sheetRow: number
  readonly code: Code
}

export type Counts<Code extends string> = Readonly<Partial<Record<Code, number>>>

export interface Marginals {
  readonly keyStage: Counts<KeyStage>
  readonly need: Counts<Need>
  readonly version: Counts<PlanVersion>
  readonly setting: Counts<Setting>
}

/** Key stage, need, version, setting, number of plans. */
export type StratumCount = readonly [KeyStage, Need, PlanVersion, Setting, number]

/** Rows that are no data: they are in no figure, and named so that the figures add up to the rows of the file. */
export interface SetAside {
  /** The first row of headings and what stands above it. */
  readonly above: number
  readonly repeatedHeadings: number
  readonly blank: number
  /** Footers, totals and titles between the rows. */
  readonly notes: number
}

export interface RegisterReading {
  readonly format: RegisterFormat
  readonly asOf: IsoDate
  /** Data rows: `validPlans.length` and all of `excluded`. */
  readonly rows: number
  /** In rank order: by normalised reference, code unit by code unit. */
  readonly validPlans: readonly RegisterPlan[]
  readonly excluded: Counts<ExclusionReason>
  readonly excludedRows: readonly ExcludedRow[]
  readonly warnings: Counts<WarningCode>
  readonly warningRows: readonly NotedRow<WarningCode>[]
  readonly notices: Counts<NoticeCode>
  readonly noticeRows: readonly NotedRow<NoticeCode>[]
  readonly marginals: Marginals
  readonly strata: readonly StratumCount[]
  /** Valid plans with at least one piece of advice from the agency. */
  readonly advice: Counts<AdviceAgency>
  readonly setAside: SetAside
  /** Headings used, by field; safe to store (reading.ts keeps only wordings known as headings). */
  readonly columns: Readonly<Record<string, string>>
  readonly mapping: ColumnMapping
}

/** Why a file is no register this version reads. */
export type RefusalReason =
  | 'empty'
  | 'too-large'
  | 'line-too-long'
  | 'image'
  | 'pdf'
  | 'archive'
  | 'old-workbook'
  | 'web-page'
  | 'json'
  | 'not-text'
  | 'document-type-declaration'
  | 'not-well-formed'
  | 'another-return'
  | 'cut-short'
  | 'broken-quotes'
  | 'no-rows'
  | 'no-reference-column'
  | 'no-start-date-column'
  | 'wrong-format'
  | 'sen2-not-read-yet'
  | 'workbook-not-read-yet'
  | 'several-files'
  | 'unreadable-file'

/** A refusal: a short code for programs, a sentence for people. Neither ever quotes a cell. */
export interface RegisterRefusal {
  readonly type: 'RegisterRefused'
  readonly reason: RefusalReason
  readonly message: string
}

/** Reported while reading; `share` runs from 0 to 1 over the whole of the reading. */
export interface ReadProgress {
  readonly step: 'decode' | 'rows' | 'rules'
  readonly share: number
}
export type OnProgress = (progress: ReadProgress) => void

/** Setting by URN, from the national register of schools (establishments.ts). */
export type Establishments = ReadonlyMap<string, Setting>

export interface ReadOptions {
  /** The sampling date. */
  readonly asOf: IsoDate
  /** Corrects the guessed columns, field by field; a field that is left out keeps the guess. */
  readonly mapping?: Partial<ColumnMapping>
  /** Corrects the guessed row of headings: its place in the file from 0. */
  readonly headingRow?: number
  /** Takes the file as this format, or refuses it when it cannot be; left out, the content decides. */
  readonly format?: RegisterFormat
  readonly establishments?: Establishments
}

/**
 * What the mapping screen shows before the import: headings, the guess, a few rows as they are.
 * The rows hold personal data: they are for the screen alone, never stored, never sent.
 */
export interface RegisterPreview {
  readonly format: RegisterFormat
  /** Place of the row of headings in the file, from 0. */
  readonly headingRow: number
  readonly headings: readonly string[]
  readonly mapping: ColumnMapping
  readonly sample: readonly (readonly string[])[]
}
