/**
 * Cuts long lists into parts of a size that one statement of either database takes.
 *
 * Effects: what it is given.
 */
const PART = 1_000

export function* partsOf<T>(list: readonly T[], size = PART): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size)
}

/** What `ask` answers for each part, one after the other. */
export async function inParts<K, T>(
  keys: readonly K[],
  ask: (part: readonly K[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const answers: T[] = []
  for (const part of partsOf(keys)) answers.push(...(await ask(part)))
  return answers
}
