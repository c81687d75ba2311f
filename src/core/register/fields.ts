/**
 * What a register can say of a plan, field by field: the rows of the mapping screen and the keys of a column mapping.
 *
 * Pure data. How a heading is recognised as a field is in headings.ts; how its cells are read, in values/.
 */
import * as z from 'zod/mini'
import type { AdviceAgency } from './codes'

export const FieldId = z.enum([
  'ref',
  'startDate',
  'latestDate',
  'status',
  'stage',
  'issueType',
  'ceasedDate',
  'needPrimary',
  'yearGroup',
  'birthDate',
  'setting',
  'urn',
  'homeEducated',
  'team',
  'reviewDate',
  'advice',
  'adviceSchool',
  'adviceEp',
  'adviceHealth',
  'adviceSalt',
  'adviceOt',
  'adviceSocial',
  'adviceParent',
])
export type FieldId = z.infer<typeof FieldId>

/** Column number (from 0) by field; null when the file has no such column. */
export const ColumnMapping = z.record(FieldId, z.nullable(z.int().check(z.gte(0))))
export type ColumnMapping = Readonly<Record<FieldId, number | null>>

export interface RegisterField {
  readonly id: FieldId
  readonly label: string
  readonly hint: string
  readonly required: boolean
}

/** In the order in which a person checks them. */
export const REGISTER_FIELDS: readonly RegisterField[] = [
  {
    id: 'ref',
    label: 'Plan reference',
    hint: 'The case or plan number. It is kept only as a code that cannot be turned back.',
    required: true,
  },
  { id: 'startDate', label: 'First final plan issued', hint: 'When the plan began.', required: true },
  {
    id: 'latestDate',
    label: 'Latest plan issued',
    hint: 'When the version now in force was issued. Tells amended plans from others.',
    required: false,
  },
  { id: 'status', label: 'Status of the plan', hint: 'Active, draft, ceased and so on.', required: false },
  {
    id: 'stage',
    label: 'SEN stage',
    hint: 'E for a plan, K for SEN support. Records without a plan are left out.',
    required: false,
  },
  { id: 'issueType', label: 'Kind of issue', hint: 'Initial, amended, draft and so on.', required: false },
  {
    id: 'ceasedDate',
    label: 'Plan ceased',
    hint: 'Plans that ended on or before the sampling date are left out.',
    required: false,
  },
  { id: 'needPrimary', label: 'Primary need', hint: 'Code or words.', required: false },
  {
    id: 'yearGroup',
    label: 'Year group',
    hint: 'National Curriculum year. Where it is blank, the birth date is used.',
    required: false,
  },
  {
    id: 'birthDate',
    label: 'Date of birth',
    hint: 'Used to work out the year group and then dropped.',
    required: false,
  },
  {
    id: 'setting',
    label: 'Type of setting',
    hint: 'Mainstream, special school, college and so on: the type, not the name.',
    required: false,
  },
  {
    id: 'urn',
    label: 'URN of the setting',
    hint: 'Gives the type where the type itself is not recorded, with a list of establishments.',
    required: false,
  },
  { id: 'homeEducated', label: 'Elective home education', hint: 'Yes or no.', required: false },
  { id: 'team', label: 'Team or area', hint: 'The casework team or locality, not a person.', required: false },
  { id: 'reviewDate', label: 'Latest annual review', hint: 'The date of the meeting.', required: false },
  {
    id: 'advice',
    label: 'Advice received, as a list',
    hint: 'One cell that names the agencies, with or without dates.',
    required: false,
  },
  { id: 'adviceSchool', label: 'Advice from the setting', hint: 'A date, or yes or no.', required: false },
  { id: 'adviceEp', label: 'Advice from the educational psychologist', hint: 'A date, or yes or no.', required: false },
  { id: 'adviceHealth', label: 'Advice from health', hint: 'A date, or yes or no.', required: false },
  {
    id: 'adviceSalt',
    label: 'Advice from speech and language therapy',
    hint: 'A date, or yes or no.',
    required: false,
  },
  { id: 'adviceOt', label: 'Advice from occupational therapy', hint: 'A date, or yes or no.', required: false },
  { id: 'adviceSocial', label: 'Advice from social care', hint: 'A date, or yes or no.', required: false },
  { id: 'adviceParent', label: 'Views of the family', hint: 'A date, or yes or no.', required: false },
]

/** The fields that hold one agency's advice, a column each. */
export const ADVICE_FIELDS: readonly (readonly [FieldId, AdviceAgency])[] = [
  ['adviceSchool', 'SCHOOL'],
  ['adviceEp', 'EP'],
  ['adviceHealth', 'HEALTH'],
  ['adviceSalt', 'SALT'],
  ['adviceOt', 'OT'],
  ['adviceSocial', 'SOCIAL'],
  ['adviceParent', 'PARENT'],
]

/** A mapping with no column for any field. */
export const NO_COLUMNS: ColumnMapping = {
  ref: null,
  startDate: null,
  latestDate: null,
  status: null,
  stage: null,
  issueType: null,
  ceasedDate: null,
  needPrimary: null,
  yearGroup: null,
  birthDate: null,
  setting: null,
  urn: null,
  homeEducated: null,
  team: null,
  reviewDate: null,
  advice: null,
  adviceSchool: null,
  adviceEp: null,
  adviceHealth: null,
  adviceSalt: null,
  adviceOt: null,
  adviceSocial: null,
  adviceParent: null,
}
