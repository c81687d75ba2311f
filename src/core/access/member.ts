/**
 * Who takes part: the local area, its agencies and its members with their roles.
 *
 * Pure schemas. Names of staff are kept, names of children never. Rule: product.md, "The people" and "The words".
 */
import * as z from 'zod/mini'
import { Id, Time } from '../shapes'

/**
 * `editor`: of frameworks. `adviser`: gives advice. `writer`: writes plans. `board`: reads what the area publishes to itself.
 * What each may read: scopes-for.ts; what each may do: the check at the top of each op.
 */
export const Role = z.enum(['manager', 'chair', 'auditor', 'editor', 'adviser', 'writer', 'board'])
export type Role = z.infer<typeof Role>

export const Agency = z.object({ id: Id, label: z.string() })
export type Agency = z.infer<typeof Agency>

/** The agencies of a new area; an area may change them. The SEN team alone never makes a result (core/trends/result.ts). */
export const AGENCIES: readonly Agency[] = [
  { id: 'sen-team', label: 'SEN team' },
  { id: 'education', label: 'Education' },
  { id: 'educational-psychology', label: 'Educational psychology' },
  { id: 'health', label: 'Health' },
  { id: 'social-care', label: 'Social care' },
  { id: 'parent-carer-forum', label: 'Parent-carer forum' },
]

/** `hub: null` means this device works alone and is its own hub: it releases audits itself. */
export const Area = z.object({
  name: z.string(),
  agencies: z.array(Agency),
  hub: z.nullable(z.string()),
  createdAt: Time,
})
export type Area = z.infer<typeof Area>

export const Member = z.object({
  name: z.string(),
  agency: Id,
  roles: z.array(Role),
  active: z.boolean(),
})
export type Member = z.infer<typeof Member>
