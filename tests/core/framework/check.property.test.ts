import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFramework } from '../../../src/core/framework/check'

const sound: unknown = JSON.parse(readFileSync('tests/fixtures/frameworks/individual-support-plan.json', 'utf8'))

type Path = readonly (string | number)[]

/** Every place in a JSON value, the root excluded. */
function placesOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    return [here, ...placesOf(member, here)]
  })
}

/** A copy in which the value at `path` is replaced, or taken away. */
function mutated(value: unknown, [step, ...rest]: Path, to: { readonly value: unknown } | null): unknown {
  if (step === undefined) return to?.value
  const gone = rest.length === 0 && to === null
  if (Array.isArray(value)) {
    if (gone) return value.filter((_, i) => i !== step)
    return value.map((member, i) => (i === step ? mutated(member, rest, to) : member))
  }
  const entries = Object.entries(value as Record<string, unknown>)
  if (gone) return Object.fromEntries(entries.filter(([key]) => key !== step))
  return Object.fromEntries(entries.map(([key, member]) => [key, key === step ? mutated(member, rest, to) : member]))
}

function answersSoundly(json: unknown): void {
  const check = checkFramework(json)
  expect(check.ok).toBe(check.problems.length === 0)
  for (const { where, message } of check.problems) {
    expect(where).not.toBe('')
    expect(message).toMatch(/^.{8,}[.]$/su)
  }
}

describe('whatever the file holds', () => {
  it('any JSON is answered, never thrown', () => {
    fc.assert(fc.property(fc.jsonValue(), answersSoundly))
  })

  it('a framework changed in one place is still sound or has a problem, never a throw', () => {
    const places = placesOf(sound)
    const values = fc.oneof(
      fc.constant(null),
      fc.record({ value: fc.jsonValue({ maxDepth: 2 }) }),
      fc.record({ value: fc.constantFrom(0, -1, 0.5, 1, 2, 1e308, '', ' ', 'met', 'good', 'S1', 'key', true, [], {}) }),
      // What stands elsewhere in the file: right kind of thing, wrong place.
      fc.constantFrom(...places).map((path) => ({
        value: path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], sound),
      })),
    )
    fc.assert(
      fc.property(fc.constantFrom(...places), values, (path, to) => answersSoundly(mutated(sound, path, to))),
      { numRuns: 800 },
    )
  }, 60_000)
})
