/**
 * What is wrong with a JSON file and where, in plain English: the schema's findings as a person would say them.
 *
 * Pure. Places read like `sections[4].criteria[2].basis`; the whole file is `file`.
 */
import type * as z from 'zod/mini'

export interface Problem {
  readonly where: string
  readonly message: string
}

type Path = readonly PropertyKey[]
type Issue = z.core.$ZodIssue

/** A path as `sections[4].criteria[2].basis`. */
export function placeOf(path: Path): string {
  let place = ''
  for (const step of path) {
    if (typeof step === 'number') place += `[${step}]`
    else if (!/^[A-Za-z_][\w-]*$/.test(String(step))) place += `[${JSON.stringify(String(step))}]`
    else place += place === '' ? String(step) : `.${String(step)}`
  }
  return place === '' ? 'file' : place
}

/** All that a schema found wrong with a value, one problem per fault. */
export function problemsOf(issues: readonly Issue[], json: unknown): readonly Problem[] {
  return issues.flatMap((issue) => problemsOfIssue(issue, json, []))
}

function problemsOfIssue(issue: Issue, json: unknown, above: Path): readonly Problem[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ where: placeOf([...path, key]), message: 'This field is not known here.' }))
  }
  if (issue.code === 'invalid_union') {
    const closest = issue.errors.toSorted((a, b) => a.length - b.length)[0]
    if (closest?.some((inner) => inner.path.length > 0)) {
      return closest.flatMap((inner) => problemsOfIssue(inner, json, path))
    }
    return [{ where: placeOf(path), message: `This has none of the forms allowed here; it is ${kindOf(json, path)}.` }]
  }
  return [{ where: placeOf(path), message: sentenceOf(issue, json, path) }]
}

function sentenceOf(issue: Issue, json: unknown, path: Path): string {
  if (valueAt(json, path) === undefined) return 'This is missing.'
  switch (issue.code) {
    case 'invalid_type':
      return `This must be ${KINDS[issue.expected] ?? issue.expected}; it is ${kindOf(json, path)}.`
    case 'invalid_value':
      return `This must be one of: ${issue.values.map(String).join(', ')}.`
    case 'too_small':
      return limitSentence(issue.origin, `at least ${issue.minimum}`)
    case 'too_big':
      return limitSentence(issue.origin, `at most ${issue.maximum}`)
    case 'invalid_format':
      return issue.message === 'Invalid input'
        ? 'This is not written as it must be.'
        : `This is not written as it must be: ${issue.message}.`
    default:
      return 'This is not valid here.'
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

function limitSentence(origin: string, limit: string): string {
  if (origin === 'string')
    return limit === 'at least 1' ? 'This is empty; it needs words.' : `This needs ${limit} letters.`
  if (origin === 'array') return `This list needs ${limit} entries.`
  return `This must be ${limit}.`
}

function kindOf(json: unknown, path: Path): string {
  const value = valueAt(json, path)
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'number' && !Number.isInteger(value)) return 'a number with decimals'
  return KINDS[typeof value] ?? 'missing'
}

function valueAt(json: unknown, path: Path): unknown {
  let value = json
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = Reflect.get(value, step)
  }
  return value
}
