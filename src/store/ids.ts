/**
 * New random ids and the present time: the two things the pure rules are given from outside.
 *
 * Effects: randomness and clock. Ids are 128 random bits, so that work of several devices never clashes and no id tells
 * anything (sync.md, "side channels").
 */
export function newId(): string {
  return [...randomBytes(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count))
}

/** ISO 8601 in UTC. */
export function now(): string {
  return new Date().toISOString()
}

/** The calendar day on this device, YYYY-MM-DD. */
export function today(): string {
  const date = new Date()
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}
