/**
 * A statistic under its published name: checks its input, then answers as the reference files do.
 *
 * Pure. An input that makes no sense has `{ error }` for an answer, in one plain sentence. Contract: command-line.md, `stats`.
 */
import * as z from 'zod/mini'

/** From a case's `input` to its answer. Never throws for what a caller can write. */
export type Method = (input: unknown) => object

const A_SHARE = 'must be a number between 0 and 1'
const INSIDE = 'must be between 0 and 1, both left out (0.95 for 95 %)'

/** The number fields that inputs share. A confidence that is left out is 95 %. */
export const field = {
  whole: (least: number) => {
    const message = `must be a whole number of at least ${least}`
    return z.int(message).check(z.gte(least, message))
  },
  share: z.number(A_SHARE).check(z.gte(0, A_SHARE), z.lte(1, A_SHARE)),
  inside: z.number(INSIDE).check(z.gt(0, INSIDE), z.lt(1, INSIDE)),
  number: z.number('must be a number'),
  list: <T extends z.core.$ZodType>(of: T) => z.array(of, 'must be a list'),
}
export const Confidence = z._default(field.inside, 0.95)

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.path.length === 0) return issue.message
  const place = issue.path.reduce<string>((words, step) => {
    if (typeof step === 'number') return `${words}[${step}]`
    return words === '' ? String(step) : `${words}.${String(step)}`
  }, '')
  return issue.code === 'custom' ? `${place}: ${issue.message}` : `${place} ${issue.message}`
}

/** @param schema an object schema whose messages complete the sentence "n …". */
export function method<T>(schema: z.ZodMiniType<T>, answer: (input: T) => object): Method {
  return (input) => {
    const parsed = schema.safeParse(input)
    if (parsed.success) return answer(parsed.data)
    return { error: parsed.error.issues.map(sentence).join('; ') }
  }
}

/** An object of these fields; keys beyond them are passed over. */
export const inputOf = <T extends z.core.$ZodShape>(shape: T) => z.object(shape, 'The input must be a JSON object')
