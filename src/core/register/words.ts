/**
 * Every sentence of the import: why a file is refused, why a row is left out, what was noticed on a plan that is kept.
 *
 * Pure. No sentence ever quotes a cell: a register is full of personal data and messages travel further than files.
 */
import { err } from '../result'
import type { ExclusionReason, KeyStage, Need, NoticeCode, PlanVersion, Setting, WarningCode } from './codes'
import type { RefusalReason, RegisterRefusal } from './types'

const REFUSALS: Readonly<Record<RefusalReason, string>> = {
  empty: 'This file is empty. Export the list of plans again and choose the new file.',
  'too-large': 'This file is larger than any register of plans. Check that the right file was chosen.',
  'line-too-long':
    'This file has a line of more than a million characters, so it is not a list with a row for each plan. Check that the right file was chosen.',
  image: 'This file is a picture, whatever its name says. Choose the list of plans as exported from the case system.',
  pdf: 'This file is a PDF. Export the list of plans from the case system as CSV and choose that file.',
  archive: 'This file is a compressed folder. Open it and choose the list of plans inside.',
  'old-workbook':
    'This is an older Excel workbook or another Office document. Open it, save the list of plans as CSV and choose that file.',
  'web-page':
    'This file is a web page, even if its name says otherwise. Export the list of plans as CSV and choose that file.',
  json: 'This file holds JSON, not a table. Export the list of plans as CSV and choose that file.',
  'not-text':
    'This file is not text, so it cannot be a list of plans. Choose the list as exported from the case system.',
  'document-type-declaration':
    'This XML file declares a document type of its own. Such files are not opened, for safety. Export the return again.',
  'not-well-formed': 'This XML file is broken. Export the return again.',
  'another-return':
    'This file has neither the dates nor the wording of a list of plans, so it seems to be another return. Choose the list of EHC plans.',
  'cut-short':
    'This file stops in the middle of a row, so plans may be missing. Export it again and choose the new file.',
  'broken-quotes':
    'A quotation mark in this file is never closed where it should be, so rows have run into one another. Export it again, or save it as CSV from a spreadsheet.',
  'no-rows': 'This file has headings but no rows below them. Export the list of plans again.',
  'no-reference-column':
    'No column holds a plan reference or case number. Say which column it is, or add it to the export.',
  'no-start-date-column':
    'No column holds the date on which the plan was first issued. Say which column it is, or add it to the export.',
  'wrong-format': 'This file is not of the format that was asked for.',
  'sen2-not-read-yet':
    'This is a SEN2 return. This version reads lists of plans as CSV, not yet SEN2. Export the list of plans from the case system.',
  'workbook-not-read-yet':
    'This is an Excel workbook. This version reads lists of plans as CSV. Open the workbook, save the sheet as CSV and choose that file.',
  'several-files': 'This version reads one list of plans at a time. Choose a single file.',
  'unreadable-file': 'This file could not be opened. Check that it exists and that it is not open elsewhere.',
}

/** The refusal for a reason, with its sentence. */
export function refuse(reason: RefusalReason): { readonly ok: false; readonly error: RegisterRefusal } {
  return err({
    type: 'RegisterRefused',
    reason,
    message: `${REFUSALS[reason]} Nothing was imported; what was stored before is unchanged.`,
  })
}

/** Why a row is left out. */
export const EXCLUSION_WORDS: Readonly<Record<ExclusionReason, string>> = {
  'missing-plan-ref': 'The row has no plan reference.',
  'not-an-ehc-plan': 'The record is not an EHC plan (SEN support, a request or an assessment).',
  'no-plan': 'The request or assessment has not led to a plan.',
  ceased: 'The plan ended on or before the sampling date, or its status says so.',
  'not-final': 'The plan is a draft or a proposal.',
  'missing-start-date': 'The row does not say when the plan was first issued.',
  'bad-start-date': 'The date on which the plan was first issued is not a real date.',
  'start-in-future': 'The plan was first issued after the sampling date.',
  'over-age': 'The young person was 26 or older on 31 August before this school year.',
  duplicate: 'The plan is there already, in an earlier row or in one with the same dates.',
  superseded: 'Another row holds a later version of the same plan.',
}

/** What was worked out or not understood on a plan that is kept. */
export const WARNING_WORDS: Readonly<Record<WarningCode, string>> = {
  'unknown-need': 'The primary need is no need type, so it counts as unknown.',
  'legacy-need-code': 'The primary need is a code from before 2014 and was read as SEMH.',
  'year-from-birth-date': 'The year group is not recorded and was worked out from the date of birth.',
}

export const NOTICE_WORDS: Readonly<Record<NoticeCode, string>> = {
  'unknown-setting': 'The type of setting is not one that is known, so it counts as not recorded.',
  'unknown-status': 'The status is not one that is known; the plan was kept.',
  'unknown-advice': 'The advice names a service that is not known.',
  'unreadable-date': 'A date other than the first issue is not a real date and counts as blank.',
  'issued-after-sampling-date': 'The latest issue is dated after the sampling date.',
  'issued-before-start': 'The latest issue is dated before the plan began.',
  'reviewed-before-start': 'The latest review is dated before the plan began.',
  'start-before-2014': 'The plan is dated before EHC plans existed (September 2014).',
  'same-reference-differs': 'Other rows have the same reference and the same dates but differ; one of them was kept.',
  'more-cells-than-headings': 'The row has more cells than there are headings.',
}

export const KEY_STAGE_WORDS: Readonly<Record<KeyStage, string>> = {
  EY: 'Early years and Reception',
  KS1: 'Key stage 1',
  KS2: 'Key stage 2',
  KS3: 'Key stage 3',
  KS4: 'Key stage 4',
  P16: 'Years 12 to 14',
  P19: 'Year 15 and above',
  UNK: 'Not known',
}

export const NEED_WORDS: Readonly<Record<Need, string>> = {
  SPLD: 'Specific learning difficulty',
  MLD: 'Moderate learning difficulty',
  SLD: 'Severe learning difficulty',
  PMLD: 'Profound and multiple learning difficulty',
  SEMH: 'Social, emotional and mental health',
  SLCN: 'Speech, language and communication',
  HI: 'Hearing impairment',
  VI: 'Vision impairment',
  MSI: 'Multi-sensory impairment',
  PD: 'Physical disability',
  ASD: 'Autism',
  OTH: 'Other difficulty or disability',
  DS: 'Down syndrome',
  UNK: 'Not known',
}

export const VERSION_WORDS: Readonly<Record<PlanVersion, string>> = {
  new: 'New in the last twelve months',
  amended: 'Amended',
  existing: 'Existing',
}

export const SETTING_WORDS: Readonly<Record<Setting, string>> = {
  MAIN: 'Mainstream school',
  UNIT: 'SEN unit or resourced provision',
  SPEC: 'Special school',
  ISPEC: 'Independent or non-maintained special school',
  AP: 'Alternative provision',
  FE: 'College or other provider after 16',
  EY: 'Early years setting',
  EHE: 'Elective home education',
  EOTAS: 'Education otherwise than at school',
  OTHER: 'Other arrangement',
  NONE: 'Not in education',
  UNK: 'Not recorded',
}
