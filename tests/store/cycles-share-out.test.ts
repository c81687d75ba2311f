/** Sharing plans out: never the same person twice on a plan, two agencies for a plan graded twice, evenly. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AuditorToAsk, type PlanToShare, shareOut } from '../../src/store/cycle-share-out'

const AGENCIES = ['sen-team', 'education', 'health', 'social-care']

function plan(number: number, needed = 1, more: Partial<PlanToShare> = {}): PlanToShare {
  const code = String(number).padStart(3, '0')
  return { subjectId: `plan-${code}`, code, needed, holders: [], barred: [], ...more }
}
const plans = (count: number, needed = 1) => Array.from({ length: count }, (_, number) => plan(number, needed))
const auditor = (id: string, agency: string, load = 0): AuditorToAsk => ({ id, agency, load })

const anyAuditors = fc
  .array(fc.constantFrom(...AGENCIES), { minLength: 1, maxLength: 8 })
  .map((agencies) => agencies.map((agency, number) => auditor(`auditor-${number}`, agency)))
const anyPlans = (auditors: readonly AuditorToAsk[]) =>
  fc.array(
    fc.record({
      needed: fc.integer({ min: 0, max: 2 }),
      holder: fc.option(fc.constantFrom(...auditors), { nil: null }),
      barred: fc.subarray([...auditors], { maxLength: Math.min(2, auditors.length) }),
    }),
    { maxLength: 30 },
  )
const anyCase = anyAuditors.chain((auditors) =>
  anyPlans(auditors).map((drawn) => ({
    auditors,
    plans: drawn.map(({ needed, holder, barred }, number) =>
      plan(number, needed, {
        holders: holder ? [{ auditor: holder.id, agency: holder.agency }] : [],
        barred: barred.map(({ id }) => id),
      }),
    ),
  })),
)

describe('shareOut', () => {
  it('never gives one person the same plan twice, or a plan they handed back', () => {
    fc.assert(
      fc.property(anyCase, ({ plans: given, auditors }) => {
        const { handed } = shareOut(given, auditors)
        for (const one of given) {
          const asked = handed.filter(({ subjectId }) => subjectId === one.subjectId).map(({ auditor: id }) => id)
          const all = [...asked, ...one.holders.map(({ auditor: id }) => id)]
          expect(new Set(all).size).toBe(all.length)
          expect(asked.filter((id) => one.barred.includes(id))).toEqual([])
          expect(asked.length).toBeLessThanOrEqual(one.needed)
        }
      }),
    )
  })

  it('gives a plan graded twice to two agencies whenever people of two agencies may have it', () => {
    fc.assert(
      fc.property(anyCase, ({ plans: given, auditors }) => {
        const { handed, sameAgency } = shareOut(given, auditors)
        for (const one of given.filter(({ needed, holders }) => needed === 2 && holders.length === 0)) {
          const may = auditors.filter(({ id }) => !one.barred.includes(id))
          const agencies = handed.filter(({ subjectId }) => subjectId === one.subjectId).map(({ agency }) => agency)
          if (new Set(may.map(({ agency }) => agency)).size < 2) continue
          expect(new Set(agencies).size).toBe(2)
          expect(sameAgency).not.toContain(one.subjectId)
        }
      }),
    )
  })

  it('says which plans nobody chosen may have', () => {
    const { handed, short } = shareOut([plan(1, 1, { barred: ['a'] }), plan(2)], [auditor('a', 'health')])
    expect(handed).toEqual([{ subjectId: 'plan-002', auditor: 'a', agency: 'health' }])
    expect(short).toEqual(['plan-001'])
  })

  it('says which plans would be graded twice within one agency', () => {
    const people = [auditor('a', 'health'), auditor('b', 'health')]
    expect(shareOut(plans(1, 2), people).sameAgency).toEqual(['plan-000'])
  })

  it('leaves nobody with more than one plan above another when everybody may have every plan', () => {
    // 60 plans, 12 of them twice: 72 audits among 5 people are 15, 15, 14, 14 and 14.
    const people = [0, 1, 2, 3].map((n) => auditor(`auditor-${n}`, AGENCIES[n] ?? '')).concat(auditor('last', 'health'))
    const { handed } = shareOut([...plans(12, 2), ...plans(60).slice(12)], people)
    const counts = people.map(({ id }) => handed.filter((one) => one.auditor === id).length).sort()
    expect(counts).toEqual([14, 14, 14, 15, 15])
  })

  it('counts what people hold already', () => {
    const { handed } = shareOut(plans(3), [auditor('busy', 'health', 5), auditor('free', 'education')])
    expect(handed.map(({ auditor: id }) => id)).toEqual(['free', 'free', 'free'])
  })
})
