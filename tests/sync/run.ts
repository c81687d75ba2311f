/** Runs a list of steps on a fresh world, lets it come to rest, and says everything that was wrong. */
import { faultsAtRest } from './checks'
import type { Start } from './start'
import type { Step } from './steps'
import { type Counts, createWorld, endWorld, quietDown, take } from './world'

export interface Run {
  readonly seed: number
  readonly steps: readonly Step[]
}

export interface RunEnd {
  readonly faults: readonly string[]
  readonly counts: Counts
}

/** A fault seen on the way ends the run there: what comes after it says nothing new. */
export async function runOnce(start: Start, { seed, steps }: Run): Promise<RunEnd> {
  const world = await createWorld(seed, start)
  try {
    for (const step of steps) {
      await take(world, step)
      if (world.faults.length > 0) return world
    }
    const isAtRest = await quietDown(world)
    if (!isAtRest) world.faults.push('it does not come to rest')
    if (world.faults.length === 0) world.faults.push(...(await faultsAtRest(world)))
    const { life, everTaken } = world.oracle
    world.counts.released = [...life.audits.values()].filter(({ released }) => released).length
    world.counts.undone = [...everTaken].filter((opId) => life.judged.get(opId)?.outcome === 'refused').length
    return world
  } finally {
    await endWorld(world)
  }
}
