/** Who is asked what, read off standards.md 3.1 (core), 3.2 (legal floor, compliance strip) and 2.1 (leads). */
import { describe, expect, it } from 'vitest'
import coreFile from '../../../audit-frameworks/ehcp-core/1.0.0.json'
import planFile from '../../../audit-frameworks/ehcp-plan/1.0.0.json'
import { AGENCIES } from '../../../src/core/access/member'
import { criteriaFor } from '../../../src/core/audit/criteria-for'
import { Framework } from '../../../src/core/framework/schema'

const core = Framework.parse(coreFile)
const full = Framework.parse(planFile)
const CORE_AND_FLOOR = 'A1 B1 B2 C1 D1 E1 E2 E3 F1 F2 F5 F6 F8 F10 G1 H1a I1 W1 W2 W4 W8 W9'.split(' ')
const STRIP = ['D3', 'G2', 'J2', 'K1', 'K3', 'W5', 'W6', 'W12']

describe('criteriaFor', () => {
  it('asks every agency the same core with the legal floor, in the order of the standards', () => {
    for (const agency of ['health', 'social-care', 'sen-team', 'parent-carer-forum']) {
      expect(criteriaFor(core, 'core', agency)).toEqual(CORE_AND_FLOOR)
      expect(criteriaFor(full, 'core', agency)).toEqual(CORE_AND_FLOOR)
    }
  })

  it('adds what the agency leads on and nothing of what others lead on', () => {
    const health = criteriaFor(full, 'core-and-lead', 'health')
    expect(health.filter((id) => !CORE_AND_FLOOR.includes(id))).toEqual(['B5', 'C2', 'C3', 'C4', 'G3', 'G4', 'G5'])
    expect(health.filter((id) => CORE_AND_FLOOR.includes(id))).toEqual(CORE_AND_FLOOR)
  })

  it('gives what an office leads on to the agency it is part of, so that nobody’s criteria are nobody’s', () => {
    const asked = new Set(AGENCIES.flatMap(({ id }) => criteriaFor(full, 'core-and-lead', id)))
    const everything = criteriaFor(full, 'all', 'sen-team')
    expect(everything.filter((id) => !asked.has(id) && !STRIP.includes(id))).toEqual([])
    expect(criteriaFor(full, 'core-and-lead', 'social-care')).toContain('H2b')
  })

  it('asks everything of everybody when the cycle says so, but facts from the case file of the SEN team alone', () => {
    const psychology = criteriaFor(full, 'all', 'educational-psychology')
    const senTeam = criteriaFor(full, 'all', 'sen-team')
    expect(psychology.filter((id) => STRIP.includes(id))).toEqual([])
    expect(senTeam.filter((id) => STRIP.includes(id))).toEqual(STRIP)
    expect(senTeam.filter((id) => !psychology.includes(id))).toEqual(STRIP)
    expect(criteriaFor(full, 'core-and-lead', 'parent-carer-forum')).not.toContain('W5')
  })

  it('never asks for a rating of an incident: it has a button of its own', () => {
    for (const choice of ['core', 'core-and-lead', 'all'] as const) {
      expect(criteriaFor(core, choice, 'education')).not.toContain('W3i')
      expect(criteriaFor(full, choice, 'education')).not.toContain('W3i')
    }
  })
})
