/**
 * A value or a refusal: what a person or another program can cause is a value, what only a bug can cause is thrown.
 *
 * Pure. Refusals are tagged objects (`{ type: 'NotDraft' }`) so that a screen can turn each into one sentence.
 */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error }
}
