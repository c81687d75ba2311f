/**
 * A model of how auditors might rate the plans of an area, to see how a framework's rule spreads grades.
 *
 * The model is ours: a plan has a quality, drawn around its area's mean; a criterion has a difficulty; chance (logistic,
 * scale 1) is added; the sum is met above `HALF_GAP`, not met below `-HALF_GAP` and partly between. The four means, the
 * common spread and the half gap were fitted to the published spread (standards.md 3.1); the difficulties are a judgement of
 * what plans commonly get wrong. What is under test is the rule in the framework file. Pure: the seed is an argument.
 */

import { applies } from '../../src/core/audit/applies'
import type { AuditInput } from '../../src/core/audit/graded'
import { scoringCore } from '../../src/core/framework/lookup'
import type { Facts, Framework, Rating } from '../../src/core/framework/schema'

export const AREAS = {
  weak: { mean: -0.1, published: [43, 33, 22, 1] },
  typical: { mean: 1.0, published: [19, 31, 43, 6] },
  improved: { mean: 2.2, published: [6, 19, 55, 20] },
  strong: { mean: 3.3, published: [1, 8, 48, 43] },
} as const

const SPREAD = 1.3
const HALF_GAP = 1.3
const INCIDENT_SHARE = 0.005
const CANNOT_TELL_SHARE = 0.02

/** Above 0: harder than most. Quantified provision, SMART outcomes and adulthood are what plans commonly lack. */
const DIFFICULTY: Readonly<Record<string, number>> = {
  A1: -0.4,
  B1: -0.2,
  B2: -0.2,
  C1: -0.2,
  D1: 0.2,
  E2: 0.6,
  E3: 0.3,
  F1: 0,
  F2: 0.6,
  F5: -0.6,
  F6: -0.2,
  F8: 0,
  G1: 0.2,
  H1a: 0.2,
  W1: 0.2,
  W4: -0.2,
  W8: 0.2,
  W9: 0.4,
}

/** How often an auditor finds that a criterion does not apply: no health provision needed, no therapy that educates. */
const NOT_APPLICABLE_SHARE: Readonly<Record<string, number>> = { G1: 0.4, F6: 0.3 }

/** Numbers from 0 up to 1, the same for the same seed on every machine (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

function logistic(random: () => number): number {
  const share = Math.min(Math.max(random(), 1e-12), 1 - 1e-12)
  return Math.log(share / (1 - share))
}

/** One audited plan of an area: its core rated, its year group known. */
export function modelAudit(framework: Framework, areaMean: number, random: () => number): AuditInput {
  const facts: Facts = { yearGroup: Math.floor(random() * 14) }
  const quality = areaMean + SPREAD * normal(random)
  const rate = (id: string): Rating => {
    if (random() < (NOT_APPLICABLE_SHARE[id] ?? 0)) return 'not-applicable'
    if (random() < CANNOT_TELL_SHARE) return 'cannot-tell'
    const seen = quality - (DIFFICULTY[id] ?? 0) + logistic(random)
    if (seen > HALF_GAP) return 'met'
    return seen > -HALF_GAP ? 'partly' : 'not-met'
  }
  const asked = scoringCore(framework).filter((criterion) => applies(criterion, facts))
  return {
    ratings: Object.fromEntries(asked.map(({ id }) => [id, { rating: rate(id) }])),
    incident: random() < INCIDENT_SHARE,
    facts,
  }
}
