/**
 * How long a hub takes tells nothing of what an auditor thinks of a plan: the same requests to two hubs on which only that
 * differs, by turns.
 *
 * The medians are printed. They are held against each other only when the machine is quiet enough for that to mean something.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pullOf } from '../accounts/area'
import { testDatabase } from '../databases'
import { AT, CRITERIA, drawCycle, PEOPLE, rateAll } from './story'
import { type Side, startTwin, type Twin } from './twin'

const ROUNDS = 150
/** A quarter to three quarters of the answers lie within this share of the median: a quiet machine. */
const QUIET = 0.5
const MOST_RATIO = 1.5

const database = testDatabase('sqlite')
let twin: Twin

beforeAll(async () => {
  twin = await startTwin(database)
  for (const id of ['author', 'second', 'board']) await twin.join(id, PEOPLE[id] ?? {})
  for (const id of ['third', 'chair']) await twin.join(id, PEOPLE[id] ?? {})
  await drawCycle(twin)
  await rateAll(twin, { auditor: 'author', assignmentId: 'given0', subjectId: 'subject0', auditId: 'audit0' })
})
afterAll(() => twin.close())

it.each([
  ['a pull of the second auditor', 'second', '/sync/pull', pulling],
  ['a pull of a board member', 'board', '/sync/pull', pulling],
  ['an op of the second auditor on the audit', 'second', '/sync/push', guessing],
] as const)('takes as long on both hubs: %s', async (name, who, path, json) => {
  const taken = new Map<Side, number[]>([
    [twin.left, []],
    [twin.right, []],
  ])
  for (let round = 0; round < ROUNDS; round += 1) {
    // Neither is always the first.
    const sides = round % 2 === 0 ? [twin.left, twin.right] : [twin.right, twin.left]
    for (const side of sides) {
      const from = performance.now()
      const reply = await side.hub.ask(path, { json: json(side, round), token: side.tokens.get(who) })
      taken.get(side)?.push(performance.now() - from)
      expect(reply.status).toBe(200)
    }
  }
  const [left, right] = [spreadOf(taken.get(twin.left)), spreadOf(taken.get(twin.right))]
  const ratio = left.median / right.median
  const isQuiet = left.spread < QUIET && right.spread < QUIET
  console.info(`${name}: ${left.median.toFixed(2)} and ${right.median.toFixed(2)} ms, quiet: ${isQuiet}`)
  expect(Number.isFinite(ratio)).toBe(true)
  if (isQuiet) expect(Math.max(ratio, 1 / ratio)).toBeLessThan(MOST_RATIO)
})

function pulling({ place }: Side): object {
  return { ...pullOf(place.area, 'd-times'), limit: 2_000 }
}

function guessing({ place }: Side, round: number): object {
  const data = { auditId: 'audit0', criterionId: CRITERIA[0], rated: null }
  const op = { opId: `guess-${round}`, n: round + 1, at: AT, kind: 'rating.set', base: 0, data }
  return { protocol: 1, area: place.area, device: 'd-guesses', ops: [op] }
}

function spreadOf(times: readonly number[] = []): { readonly median: number; readonly spread: number } {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  return { median: at(0.5), spread: (at(0.75) - at(0.25)) / at(0.5) }
}
