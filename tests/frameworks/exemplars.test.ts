import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findIdentifiers } from '../../src/core/audit/note-guard'
import { Exemplars, illustrates } from '../../src/core/framework/exemplars'
import { criteriaById } from '../../src/core/framework/lookup'
import { bundledFrameworks, readFramework } from './bundled'

const FILE = 'audit-frameworks/ehcp-core/exemplars/1.json'
const exemplars = Exemplars.parse(JSON.parse(readFileSync(FILE, 'utf8')))
const all = Object.entries(exemplars.criteria).flatMap(([id, ratings]) =>
  Object.entries(ratings).map(([rating, exemplar]) => ({ id, rating, ...exemplar })),
)
const plans = bundledFrameworks().filter(({ framework }) => illustrates(exemplars, framework))

describe('the exemplars of the plan standards', () => {
  it('belong to the core and to the full standards, and to no later rewriting of them', () => {
    expect(plans.map(({ framework }) => framework.id)).toEqual(['ehcp-core', 'ehcp-plan'])
    expect(illustrates(exemplars, { id: 'ehcp-core', version: '1.4.2' })).toBe(true)
    expect(illustrates(exemplars, { id: 'ehcp-core', version: '2.0.0' })).toBe(false)
    expect(illustrates(exemplars, { id: 'ours', version: '1.0.0' })).toBe(false)
  })

  it('cover the 18 core criteria and the four others of the legal floor', () => {
    const wanted = [...criteriaById(readFramework('ehcp-core/1.0.0.json')).values()]
      .filter(({ core, floor }) => core || floor)
      .map(({ id }) => id)
    expect(wanted).toHaveLength(22)
    expect(Object.keys(exemplars.criteria).toSorted()).toEqual(wanted.toSorted())
  })

  it.each(plans.map(({ file, framework }) => [file, framework] as const))(
    'name only criteria of %s, and mean the same there',
    (_file, framework) => {
      const core = criteriaById(readFramework('ehcp-core/1.0.0.json'))
      const criteria = criteriaById(framework)
      for (const id of Object.keys(exemplars.criteria)) {
        expect(criteria.get(id)?.statement).toBe(core.get(id)?.statement)
        expect(criteria.get(id)?.looksLike).toEqual(core.get(id)?.looksLike)
      }
    },
  )

  it.each(all)('$id $rating: short, one reason, nobody’s data', ({ extract, why }) => {
    const sentences = (text: string) => text.split(/[.?!][”)]?(?=\s+[“[A-Z(])/).length
    expect(sentences(extract)).toBeLessThanOrEqual(4)
    expect(extract.length).toBeLessThanOrEqual(300)
    expect(sentences(why)).toBe(1)
    expect(findIdentifiers(`${extract} ${why}`)).toEqual([])
  })

  it('say how much, in figures, where provision is rated as met', () => {
    const provision = all.filter(({ id, rating }) => /^(F|G|H|W8|W9)/.test(id) && rating === 'met' && id !== 'W8')
    expect(provision.map(({ id }) => id)).toEqual(['F1', 'F2', 'F5', 'F6', 'F8', 'F10', 'G1', 'H1a', 'W9'])
    for (const { id, extract } of provision)
      expect(extract, id).toMatch(/(\d+ minutes|(one|two|three|four|ten) hours?)/)
  })
})
