import { describe, expect, it } from 'vitest'
import { gradeAudit } from '../../src/core/audit/grade'
import type { Framework } from '../../src/core/framework/schema'
import { bundledFrameworks, readFramework } from './bundled'
import { AREAS, modelAudit, seededRandom } from './rating-model'

const PLANS = 4000
const SEED = 20140901

/** Per cent of graded plans by grade, lowest first, and plans without a grade. */
function spread(framework: Framework, mean: number) {
  const random = seededRandom(SEED)
  const grades = Array.from(
    { length: PLANS },
    () => gradeAudit(framework, modelAudit(framework, mean, random)).subject.grade,
  )
  const graded = grades.filter((grade) => grade !== null)
  return {
    percent: framework.scale.map(({ id }) => (100 * graded.filter((grade) => grade === id).length) / graded.length),
    ungraded: grades.length - graded.length,
  }
}

const core = readFramework('ehcp-core/1.0.0.json')

// standards.md 3.1: per cent inadequate / requires improvement / good / outstanding. The model's parameters were fitted.
describe('the rule of the core framework spreads grades as published', () => {
  it.each(Object.entries(AREAS))(
    'in a %s area, within two points',
    (_area, { mean, published }) => {
      const { percent } = spread(core, mean)
      for (const [i, share] of percent.entries()) expect(Math.abs(share - published[i]!)).toBeLessThanOrEqual(2)
    },
    30_000,
  )

  it('a better area has fewer inadequate plans and more that are good or better', () => {
    const areas = Object.values(AREAS).map(({ mean }) => spread(core, mean).percent)
    for (const [i, better] of areas.entries()) {
      const worse = areas[i - 1]
      if (!worse) continue
      expect(better[0]!).toBeLessThan(worse[0]!)
      expect(better[2]! + better[3]!).toBeGreaterThan(worse[2]! + worse[3]!)
    }
  }, 30_000)

  it('a cap on any limiting criterion would leave a scale nobody can use', () => {
    // The rule that was set aside: one limiting criterion not met shuts good.
    const { bands } = core.grading.subject
    const strict = bands.map((band) => (band.grade === 'good' ? { ...band, maxLimitingNotMet: 0 } : band))
    const harsh = { ...core, grading: { ...core.grading, subject: { ...core.grading.subject, bands: strict } } }
    const now = spread(core, AREAS.typical.mean).percent
    const then = spread(harsh, AREAS.typical.mean).percent
    expect(then[2]!).toBeLessThan(0.75 * now[2]!)
  }, 30_000)

  it('few plans are left without a grade', () => {
    expect(spread(core, AREAS.typical.mean).ungraded).toBeLessThan(PLANS / 100)
  }, 30_000)
})

describe('every bundled plan framework with this core', () => {
  const others = bundledFrameworks().filter(({ framework }) => framework.subject === 'plan')
  it.each(others.map(({ file, framework }) => [file, framework] as const))(
    '%s gives the same plan the same grade',
    (_file, framework) => {
      const random = seededRandom(SEED + 1)
      for (let i = 0; i < 300; i++) {
        const audit = modelAudit(core, AREAS.typical.mean, random)
        const [one, other] = [gradeAudit(core, audit).subject, gradeAudit(framework, audit).subject]
        expect(other).toEqual(one)
      }
    },
  )
})
