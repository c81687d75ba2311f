/** The special functions, against SciPy 1.17.1 (distributions.json: beta.ppf, t.isf, norm.ppf, hypergeom.sf and .cdf). */
import { describe, expect, it } from 'vitest'
import { betaQuantile, incompleteBeta } from '../../../src/core/statistics/beta'
import { atLeast, atMost, probabilityOf } from '../../../src/core/statistics/hypergeometric'
import { normalQuantile } from '../../../src/core/statistics/normal'
import { intervalT } from '../../../src/core/statistics/student'
import scipy from '../../fixtures/statistics/distributions.json'
import { differences } from './near'

const CLOSE = { relative: 1e-10, absolute: 1e-290 }

describe('distributions agree with SciPy to ten digits', () => {
  it.each(scipy.betaQuantile)('beta($a, $b) at $p', ({ a, b, p, x }) => {
    expect(differences(betaQuantile(p, a, b), x, CLOSE)).toEqual([])
    expect(incompleteBeta(x, a, b)).toBeCloseTo(p, 8)
  })
  it.each(scipy.intervalT)('Student t, $df degrees of freedom, $confidence', ({ confidence, df, t }) => {
    expect(differences(intervalT(confidence, df), t, CLOSE)).toEqual([])
  })
  it.each(scipy.normalQuantile)('normal at $p', ({ p, z }) => {
    expect(differences(normalQuantile(p), z, { relative: 1e-13, absolute: 1e-15 })).toEqual([])
  })
  it.each(scipy.hypergeometric)('hypergeometric N $N, good $good, n $n, k $k', ({ N, good, n, k, ...tails }) => {
    const law = { N, good, n }
    expect(
      differences({ atLeast: atLeast(k, law), atMost: atMost(k, law) }, tails, { relative: 1e-8, absolute: 1e-12 }),
    ).toEqual([])
  })
})

describe('distributions at their ends', () => {
  it('nothing lies outside what can be drawn', () => {
    const law = { N: 20, good: 15, n: 8 }
    expect([probabilityOf(2, law), atLeast(3, law), atLeast(9, law), atMost(2, law), atMost(8, law)]).toEqual([
      0, 1, 0, 0, 1,
    ])
  })
  it('there is no normal quantile at 0 or 1', () => {
    expect(() => normalQuantile(0)).toThrow(RangeError)
    expect(() => normalQuantile(1)).toThrow(RangeError)
  })
  it('a share of everything or nothing ends the beta quantile', () => {
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3), incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([
      0, 1, 0, 1,
    ])
  })
})
