/**
 * The closed lists of a register: formats, key stages, needs, kinds of version, settings, agencies, reasons, warnings.
 *
 * Pure data. The codes are those of the command line's contract and of every truth file; their sentences are in words.ts.
 */
import * as z from 'zod/mini'

/** What a file turned out to be, recognised by content. */
export const RegisterFormat = z.enum(['list', 'annex-a', 'sen2-xml', 'sen2-csv', 'sen2-workbook'])
export type RegisterFormat = z.infer<typeof RegisterFormat>

/** EY: Reception and below; P16: years 12 to 14; P19: year 15 and above; UNK: neither year group nor birth date. */
export const KeyStage = z.enum(['EY', 'KS1', 'KS2', 'KS3', 'KS4', 'P16', 'P19', 'UNK'])
export type KeyStage = z.infer<typeof KeyStage>

/** Primary need: the Department's codes; UNK: not recorded, or a word that is no need type. */
export const Need = z.enum([
  'SPLD',
  'MLD',
  'SLD',
  'PMLD',
  'SEMH',
  'SLCN',
  'HI',
  'VI',
  'MSI',
  'PD',
  'ASD',
  'OTH',
  'DS',
  'UNK',
])
export type Need = z.infer<typeof Need>

/** new: first issued in the twelve months before the sampling date; amended: issued again since; existing: neither. */
export const PlanVersion = z.enum(['new', 'amended', 'existing'])
export type PlanVersion = z.infer<typeof PlanVersion>

export const Setting = z.enum([
  'MAIN',
  'UNIT',
  'SPEC',
  'ISPEC',
  'AP',
  'FE',
  'EY',
  'EHE',
  'EOTAS',
  'OTHER',
  'NONE',
  'UNK',
])
export type Setting = z.infer<typeof Setting>

/** Who gave advice. */
export const AdviceAgency = z.enum(['SCHOOL', 'EP', 'HEALTH', 'SALT', 'OT', 'SOCIAL', 'PARENT'])
export type AdviceAgency = z.infer<typeof AdviceAgency>

/** Why a record is left out, in the order of the tests; the first that holds is the reason. */
export const ExclusionReason = z.enum([
  'missing-plan-ref',
  'not-an-ehc-plan',
  'no-plan',
  'ceased',
  'not-final',
  'missing-start-date',
  'bad-start-date',
  'start-in-future',
  'over-age',
  'duplicate',
  'superseded',
])
export type ExclusionReason = z.infer<typeof ExclusionReason>

/** What was worked out or not understood on a plan that is kept. */
export const WarningCode = z.enum(['unknown-need', 'legacy-need-code', 'year-from-birth-date'])
export type WarningCode = z.infer<typeof WarningCode>

/** Further things a careful reader wants to know of plans that are kept; they change no figure. */
export const NoticeCode = z.enum([
  'unknown-setting',
  'unknown-status',
  'unknown-advice',
  'unreadable-date',
  'issued-after-sampling-date',
  'issued-before-start',
  'reviewed-before-start',
  'start-before-2014',
  'same-reference-differs',
  'more-cells-than-headings',
])
export type NoticeCode = z.infer<typeof NoticeCode>

/** A day as `YYYY-MM-DD`. */
export const IsoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD'))
export type IsoDate = z.infer<typeof IsoDate>
