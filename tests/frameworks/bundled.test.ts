import { describe, expect, it } from 'vitest'
import { checkFramework } from '../../src/core/framework/check'
import { contentHash } from '../../src/core/framework/content-hash'
import { criteriaById } from '../../src/core/framework/lookup'
import { bundledFiles, bundledFrameworks, readFramework, readJson } from './bundled'

describe.each(bundledFiles())('audit-frameworks/%s', (file) => {
  const check = checkFramework(readJson(file))

  it('is sound, and every worked example scores as written', () => {
    expect(check.problems).toEqual([])
    expect(check.ok).toBe(true)
  })

  it('has at least twelve worked examples', () => {
    expect(check.examples).toBeGreaterThanOrEqual(12)
  })

  it('lies where its id and version say', () => {
    expect(file).toBe(`${check.id}/${check.version}.json`)
  })

  it('has one content hash, read from the file or held by the app', () => {
    expect(contentHash(readFramework(file))).toBe(check.contentHash)
  })
})

describe('the worked examples of the plan frameworks teach', () => {
  const wanted = [
    'share',
    'key',
    'limiting',
    'incident',
    'insufficient-evidence',
    'nothing-applicable',
    'override',
    'override-refused',
  ]
  const plans = bundledFrameworks().filter(({ framework }) => framework.subject === 'plan')
  it.each(plans.map(({ file, framework }) => [file, framework] as const))(
    'every cap and every refusal: %s',
    (_file, framework) => {
      const taught = new Set(framework.examples.flatMap(({ expect: { reasons } }) => reasons ?? []))
      expect(wanted.filter((type) => !taught.has(type))).toEqual([])
    },
  )
})

// standards.md 3.1 and 3.2, word for word.
describe.each(['ehcp-core/1.0.0.json', 'ehcp-plan/1.0.0.json'])('%s holds the rule of the standards', (file) => {
  const criteria = [...criteriaById(readFramework(file)).values()]
  const named = (test: (criterion: (typeof criteria)[number]) => boolean) =>
    criteria
      .filter(test)
      .map(({ id }) => id)
      .toSorted()
  const list = (ids: string) => ids.split(' ').toSorted()

  it('core, key and limiting', () => {
    expect(named(({ core, weight }) => core && weight > 0)).toEqual(
      list('A1 B1 B2 C1 D1 E2 E3 F1 F2 F5 F6 F8 G1 H1a W1 W4 W8 W9'),
    )
    expect(named(({ role }) => role === 'key')).toEqual(list('B1 F1 F2 W1'))
    expect(named(({ role }) => role === 'limiting')).toEqual(list('A1 C1 D1 E2 F5 F6 F8 G1 H1a W8 W9'))
  })

  it('key criteria count double', () => {
    expect(new Set(criteria.filter(({ role }) => role === 'key').map(({ weight }) => weight))).toEqual(new Set([2]))
  })

  it('the legal floor', () => {
    expect(named(({ floor }) => floor)).toEqual(list('A1 B1 C1 D1 E1 F1 F2 F5 F6 F10 G1 H1a I1 W2'))
  })

  it('what is entered from the case file never caps', () => {
    expect(
      named(({ complianceStrip, role }) => complianceStrip === true && role !== undefined && role !== 'diagnostic'),
    ).toEqual([])
  })
})
