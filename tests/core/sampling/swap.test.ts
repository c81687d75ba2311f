import { describe, expect, it } from 'vitest'
import { replacementFor } from '../../../src/core/sampling/swap'
import { drawOf, plansOf } from './plans'

const plans = plansOf([10, { keyStage: 'KS1' }], [20, { keyStage: 'KS2' }])
const draw = drawOf(plans, { size: 6, strata: ['keyStage'], doubleShare: 0.34 })
const ks1 = draw.orders.find((order) => order.stratum.keyStage === 'KS1')?.ranks ?? []

describe('the replacement for a drawn plan', () => {
  it('is the next plan of its own stratum in the order of the draw', () => {
    expect(replacementFor(draw, ks1[0] ?? -1)).toMatchObject({
      value: { rank: ks1[2], stratum: { keyStage: 'KS1' } },
    })
  })
  it('is never one that came in by an earlier swap', () => {
    expect(replacementFor(draw, ks1[1] ?? -1, [ks1[2] ?? -1])).toMatchObject({ value: { rank: ks1[3] } })
  })
  it('can itself be replaced', () => {
    expect(replacementFor(draw, ks1[2] ?? -1, [ks1[2] ?? -1])).toMatchObject({ value: { rank: ks1[3] } })
  })
  it('is graded twice when the plan it replaces was to be', () => {
    const double = draw.plans.find((plan) => plan.double)
    const single = draw.plans.find((plan) => !plan.double)
    expect(replacementFor(draw, double?.rank ?? -1)).toMatchObject({ value: { double: true } })
    expect(replacementFor(draw, single?.rank ?? -1)).toMatchObject({ value: { double: false } })
  })
  it('is refused for a plan that is not in the sample', () => {
    expect(replacementFor(draw, ks1[5] ?? -1)).toEqual({ ok: false, error: { type: 'NotDrawn', rank: ks1[5] } })
    expect(replacementFor(draw, 99)).toEqual({ ok: false, error: { type: 'NotDrawn', rank: 99 } })
  })
  it('is refused when every plan of the stratum is in the sample', () => {
    const all = drawOf(plansOf([3, { keyStage: 'KS1' }]), { size: 3 })
    expect(replacementFor(all, 0)).toEqual({ ok: false, error: { type: 'StratumUsedUp', stratum: {} } })
  })
})
