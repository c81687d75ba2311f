/**
 * The proof that sync loses nothing and leaks nothing: a real hub and four to seven real devices do what comes to people, the
 * network does its worst, and whatever happened, once everybody has synced everything is as it must be.
 *
 * `npm test` runs a fixed number of fixed runs, PLUMBLINE_LONG=1 thousands of new ones, and makes the steps of a run that
 * fails as few as it can. Design: sync.md, "Why these rules".
 */
import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type RunEnd, runOnce } from './run'
import { makeStart, type Start } from './start'
import { EVERYTHING, stepsOf } from './steps'

const RUNS = process.env.PLUMBLINE_LONG ? 5_000 : 120
const LONGEST_MS = process.env.PLUMBLINE_LONG ? 7_200_000 : 600_000

let start: Start

beforeAll(async () => {
  start = await makeStart()
})

describe('sync between real devices and a real hub', () => {
  it(
    'loses nothing, doubles nothing, leaves nothing stuck and shows nobody a grade before its release',
    async () => {
      const total: Record<string, number> = {}
      const run = fc.record({ seed: fc.nat(), steps: stepsOf(EVERYTHING) })
      await fc.assert(
        fc.asyncProperty(run, async (one) => {
          const end = await runOnce(start, one)
          expect(end.faults).toEqual([])
          add(total, end)
        }),
        { numRuns: RUNS, endOnFailure: !process.env.PLUMBLINE_LONG },
      )
      console.info(`${RUNS} runs: ${JSON.stringify(total)}`)
      // Each of these happened: a run in which nothing is lost, copied, restored or erased proves nothing about it.
      for (const [what, count] of Object.entries(total)) expect(count, what).toBeGreaterThan(0)
    },
    LONGEST_MS,
  )
})

function add(total: Record<string, number>, { counts }: RunEnd): void {
  for (const [what, count] of Object.entries(counts)) total[what] = (total[what] ?? 0) + count
}
