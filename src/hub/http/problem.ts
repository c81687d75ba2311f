/**
 * What the hub answers when it does not do what was asked: a status, a type for programs and one sentence for people. Never
 * a word of anybody's records, never what was sent.
 *
 * Pure. Shape: HubProblem in wire/protocol.ts.
 */
import type * as z from 'zod'

export interface Problem {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 426 | 429 | 503
  readonly body: { readonly type: string; readonly message?: string } & Readonly<Record<string, unknown>>
}

export function problem(status: Problem['status'], type: string, message: string): Problem {
  return { status, body: { type, message } }
}

export const SIGNED_OUT = problem(401, 'SignedOut', 'Sign in again; everything on this device is kept.')
/** The same for an area that does not exist, one that is not the member's, and a role that is missing. */
export const FORBIDDEN = problem(403, 'Forbidden', 'This account may not do that here.')
export const REVOKED = problem(403, 'Revoked', 'The access of this device was taken away.')
export const NOT_FOUND = problem(404, 'NotFound', 'There is nothing at this address.')
export const TOO_OFTEN = problem(429, 'Busy', 'Too many requests. Wait a little and try again.')
export function malformed(message: string): Problem {
  return problem(400, 'Malformed', message)
}

/** Says where a message does not fit its schema and how, without repeating what it holds. */
export function misfit(issues: readonly z.core.$ZodIssue[]): Problem {
  const said = issues.slice(0, 3).map((issue) => `${placeOf(issue.path)} ${WORDS[issue.code] ?? 'is not understood'}`)
  return malformed(`${said.join('; ')}.`)
}

const WORDS: Readonly<Record<string, string>> = {
  invalid_type: 'is missing or of another type',
  too_big: 'is too long or too large',
  too_small: 'is too short or too small',
  invalid_format: 'has another form',
  invalid_value: 'is none of the known values',
}

/** A step that looks like a name of ours is said; a key that somebody made up is not. */
function placeOf(path: readonly PropertyKey[]): string {
  const steps = path.map((step) =>
    typeof step === 'number' ? `[${step}]` : /^[a-zA-Z]{1,20}$/.test(String(step)) ? `.${String(step)}` : '.…',
  )
  return steps.join('').replace(/^\./, '') || 'the message'
}
