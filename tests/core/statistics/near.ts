/** Compares an answer with a reference case: every key the case has, numbers within its tolerance, the rest exactly. */

export interface Closeness {
  readonly relative?: number
  readonly absolute?: number
}

/** @returns the places where the answer differs, in words; empty when it agrees. */
export function differences(got: unknown, wanted: unknown, close: Closeness, place = 'answer'): readonly string[] {
  if (typeof wanted === 'number') {
    const allowed = (close.relative ?? 0) * Math.abs(wanted) + (close.absolute ?? 0)
    const agrees = typeof got === 'number' && Math.abs(got - wanted) <= allowed
    return agrees ? [] : [`${place}: ${String(got)} instead of ${wanted}`]
  }
  if (typeof wanted !== 'object' || wanted === null) {
    return got === wanted ? [] : [`${place}: ${String(got)} instead of ${String(wanted)}`]
  }
  if (typeof got !== 'object' || got === null) return [`${place}: ${String(got)} instead of an object`]
  if (Array.isArray(wanted) && (!Array.isArray(got) || got.length !== wanted.length))
    return [`${place}: another length`]
  const answers = new Map<string, unknown>(Object.entries(got))
  return Object.entries(wanted).flatMap(([key, value]) =>
    differences(answers.get(key), value, close, `${place}.${key}`),
  )
}

/** The places that hold a number which is none. */
export function notNumbers(value: unknown, place = 'answer'): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [place]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => notNumbers(inner, `${place}.${key}`))
}
