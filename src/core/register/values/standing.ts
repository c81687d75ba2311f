/**
 * What a status, a SEN stage or a kind of issue says: a final plan, a draft, a ceased plan, or no plan at all.
 *
 * Pure. A plan that is being amended stays a final plan: "draft amended" is not a draft. Words that say none of these
 * are kept and noticed. Rule: `rules.population` of the registers' truth files.
 */
import { plainWords, readCell } from './cells'

export type Standing = 'final' | 'draft' | 'ceased' | 'not-a-plan'

const STAGE_LETTERS: Readonly<Record<string, Standing>> = {
  e: 'final',
  k: 'not-a-plan',
  n: 'not-a-plan',
  a: 'not-a-plan',
  p: 'not-a-plan',
  s: 'not-a-plan',
}
const STATUS_LETTERS: Readonly<Record<string, Standing>> = {
  a: 'final',
  f: 'final',
  e: 'final',
  c: 'ceased',
  d: 'draft',
  k: 'not-a-plan',
}

const NOT_A_PLAN = new RegExp(
  [
    '^(?:k )?sen support',
    '^sen k$',
    '^no sen',
    '^no (?:ehc|ehcp|plan)',
    '^(?:sen )?school action',
    '^statement',
    '^(?:initial )?request',
    '^(?:ehc |ehcp |eh c )?(?:needs )?assessment',
    '^under assessment',
    '^in assessment',
    '^(?:not agreed|refus|decline|rejected|decision not to|no to)',
    '^one plan',
    '^monitoring',
    '^not (?:an )?ehc',
    '^pre assessment',
    '^withdrawn',
  ].join('|'),
)
const CEASED =
  /^(?:ehc |ehcp |plan )*(?:ceased|closed|ended|inactive|lapsed|discontinued|terminated|expired|archived|historic|historical|cancelled|transferred out|moved out|left|deceased)\b/
const DRAFT =
  /^(?:ehc |ehcp |plan |in )*(?:draft|drafted|drafting|proposed|pending|awaiting final|not final|not issued|unissued)\b/
const FINAL =
  /^(?:ehc |ehcp |plan |e )*(?:final|finalised|active|open|current|live|maintain|maintained|issued|in force|agreed|amend|amended|amending|amendment|initial|original|first|new|review|reviewed|under review|phase transfer|transfer in|transferred in|ehc|ehcp|plan|education health and care plan|reissued|updated|latest|ongoing|ceasing|notice to cease|yes|y|true|re assessment|reassessment|tribunal)\b/

/**
 * @returns what the words say, `null` when they are blank, `'unknown'` when they say nothing known.
 */
export function readStanding(
  cell: string | undefined,
  column: 'stage' | 'status' | 'issueType',
): Standing | 'unknown' | null {
  const text = readCell(cell)
  if (text === '') return null
  const words = plainWords(text)
  const letter = /^([a-z])(?: |$)/.exec(words)?.[1]
  if (letter !== undefined && column !== 'issueType') {
    const known = (column === 'stage' ? STAGE_LETTERS : STATUS_LETTERS)[letter]
    if (known !== undefined) return known
  }
  if (NOT_A_PLAN.test(words)) return 'not-a-plan'
  if (CEASED.test(words)) return 'ceased'
  if (DRAFT.test(words)) return /\b(?:amend|amended|amending|amendment)\b/.test(words) ? 'final' : 'draft'
  return FINAL.test(words) ? 'final' : 'unknown'
}
