/**
 * Asks a database about many keys in statements of a size that every database takes.
 *
 * Effects: what it is given.
 */
const PART = 1_000

/** What `ask` answers for each part, one after the other. */
export async function inParts<K, T>(
  keys: readonly K[],
  ask: (part: readonly K[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const answers: T[] = []
  for (let from = 0; from < keys.length; from += PART) answers.push(...(await ask(keys.slice(from, from + PART))))
  return answers
}
