/**
 * Each rule of the protocol switched off makes the simulation fail: so the rule is needed, and the simulation would notice.
 *
 * The runs are the same in every `npm test`. How many runs of a number fail is printed with PLUMBLINE_LONG=1.
 */
import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type * as allowed from '../../src/core/ops/allowed'
import type * as feedRows from '../../src/hub/sync/feed-rows'
import { MUTANTS, type Mutant } from './mutants'
import { runOnce } from './run'
import { makeStart, type Start } from './start'
import { stepsOf } from './steps'

const { current, switchable } = vi.hoisted(() => {
  const current: { mutant: Mutant | null } = { mutant: null }
  /** The functions of a module, each replaced while `off` has another of its name. */
  function switchable(real: object, off: () => object | undefined): object {
    const entries = Object.entries(real).map(([name, value]) => {
      if (typeof value !== 'function') return [name, value]
      return [name, (...args: unknown[]) => (Reflect.get(off() ?? {}, name) ?? value)(...args)]
    })
    return Object.fromEntries(entries)
  }
  return { current, switchable }
})

vi.mock('../../src/hub/sync/rules', async (real) => switchable(await real(), () => current.mutant?.hub))
vi.mock('../../src/sync/rules', async (real) => switchable(await real(), () => current.mutant?.device))
vi.mock('../../src/core/ops/allowed', async (original) => {
  const real = await original<typeof allowed>()
  return switchable(real, () => current.mutant?.allowed?.(real))
})
vi.mock('../../src/hub/sync/feed-rows', async (original) => {
  const real = await original<typeof feedRows>()
  const numbered: typeof real.feedRows = (area, touched, seq, at) => {
    const feed = (from: number) => real.feedRows(area, touched, from, at)
    return current.mutant?.feed ? current.mutant.feed(feed, seq) : feed(seq)
  }
  return { ...real, feedRows: numbered }
})

const LONG = Boolean(process.env.PLUMBLINE_LONG)
const COUNTED = 100

let start: Start

beforeAll(async () => {
  start = await makeStart()
})

describe('the simulation', () => {
  it.each(MUTANTS)('fails within $within runs without $name', { timeout: 3_600_000 }, async (mutant) => {
    const most = LONG ? Math.max(COUNTED, mutant.within) : mutant.within
    const failing: number[] = []
    for (let seed = 1; seed <= most && (LONG || failing.length === 0); seed += 1) {
      const [steps = []] = fc.sample(stepsOf(mutant.mix), { numRuns: 1, seed })
      current.mutant = mutant
      const { faults } = await runOnce(start, { seed, steps }).finally(() => {
        current.mutant = null
      })
      if (faults.length > 0) failing.push(seed)
    }
    if (LONG) console.info(`without ${mutant.name}: ${failing.length} of ${most} runs fail`)
    expect(failing[0] ?? most + 1).toBeLessThanOrEqual(mutant.within)
  })
})
