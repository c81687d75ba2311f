/**
 * Two hubs in which the same happened, but for what one auditor thinks of a plan that is not released yet. Whoever may not
 * know it must get the same answers from both, byte for byte.
 *
 * What differs by chance is named by the order in which it appears: ids of 32 letters and digits, tokens, times, and the room
 * on the disk. Content hashes have 64 digits and are compared as they are.
 */
import type { Member } from '../../../src/core/access/member'
import { setUpArea, type TestArea } from '../accounts/area'
import type { TestDatabase } from '../databases'
import { type Reply, type Sent, startTestHub, type TestHub } from '../http/running'

export interface Side {
  readonly hub: TestHub
  readonly place: TestArea
  /** Of each member by id; the manager's is `manager`. */
  readonly tokens: Map<string, string>
  readonly names: Map<string, string>
}

export interface Twin {
  readonly left: Side
  readonly right: Side
  /** Where the two hubs did not say the same. */
  readonly differences: string[]
  /** How many answers were compared. */
  compared: number
  /** A member with an account on both. */
  readonly join: (id: string, member: Partial<Member>) => Promise<void>
  /** Asks both the same; what they answer must be alike. */
  readonly ask: (who: string | null, path: string, sent?: (side: Side) => Sent) => Promise<readonly [Reply, Reply]>
  readonly close: () => Promise<void>
}

/** Said anew by every answer, and of nothing but the moment. */
const HEADERS_BY_CHANCE: ReadonlySet<string> = new Set(['date', 'set-cookie'])

export async function startTwin(database: TestDatabase): Promise<Twin> {
  const [left, right] = [await startSide(database), await startSide(database)]
  const twin: Twin = {
    left,
    right,
    differences: [],
    compared: 0,
    async join(id, member) {
      for (const side of [left, right]) side.tokens.set(id, await side.place.join(id, `${id}@example.org`, member))
    },
    async ask(who, path, sent = () => ({})) {
      const replies = [await askOne(left, who, path, sent), await askOne(right, who, path, sent)] as const
      const [one, other] = [seen(left, replies[0]), seen(right, replies[1])]
      twin.compared += 1
      if (one !== other) twin.differences.push(`${who} ${path}\n${firstDifference(one, other)}`)
      return replies
    },
    close: async () => {
      await Promise.all([left.hub.close(), right.hub.close()])
    },
  }
  return twin
}

async function startSide(database: TestDatabase): Promise<Side> {
  const hub = await startTestHub({ where: await database.fresh() })
  const place = await setUpArea(hub)
  return { hub, place, tokens: new Map([['manager', place.manager]]), names: new Map() }
}

function askOne(side: Side, who: string | null, path: string, sent: (side: Side) => Sent): Promise<Reply> {
  const token = who === null ? {} : { token: side.tokens.get(who) ?? who }
  const asked = sent(side)
  // Compressed, a length would depend on chance.
  const headers = { 'accept-encoding': 'identity', ...asked.headers }
  return side.hub.ask(path.replaceAll('AREA', side.place.area), { ...token, ...asked, headers })
}

/** Everything of an answer that can be seen, and its length. */
function seen(side: Side, reply: Reply): string {
  const headers = [...reply.headers].filter(([name]) => !HEADERS_BY_CHANCE.has(name)).map((header) => header.join(': '))
  return [reply.status, ...headers, reply.text.length, named(side, reply.text)].join('\n')
}

function named({ tokens, names, hub }: Side, text: string): string {
  let plain = text.replaceAll(hub.url, 'HUB')
  for (const token of tokens.values()) plain = plain.replaceAll(token, 'TOKEN')
  return plain
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, 'TIME')
    .replace(/(?<![A-Za-z0-9])[A-Za-z0-9]{32}(?![A-Za-z0-9])/g, (id) => {
      const name = names.get(id) ?? `ID${names.size}`
      names.set(id, name)
      return name
    })
    .replace(/"(freeBytes|free|totalBytes|usedShare)":\d+(\.\d+)?/g, '"$1":ROOM')
}

function firstDifference(one: string, other: string): string {
  let at = 0
  while (one[at] === other[at]) at += 1
  const around = (text: string) => text.slice(Math.max(0, at - 200), at + 200)
  return `left:  ${around(one)}\nright: ${around(other)}`
}
