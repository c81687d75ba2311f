/**
 * What is kept of a register import of the fictional county: counts of its plans, and of records such files always have
 * besides.
 *
 * Pure: chance is an argument. The hashes of the chunks are added by whoever seals them.
 */
import type { RegisterSummary } from '../register/summary'
import type { Chance } from './chance'
import type { RegisterOnDay } from './plans'

/** Headings of the invented case system. */
const COLUMNS = {
  ref: 'EHCP No.',
  startDate: 'First final plan issued',
  latestDate: 'Latest plan issued',
  status: 'Status',
  needPrimary: 'Primary need',
  yearGroup: 'NC year',
  setting: 'Setting type',
  team: 'Team',
  reviewDate: 'Last annual review',
  advice: 'Advice received',
}

export interface CountyImport extends RegisterOnDay {
  readonly asOf: string
  readonly importedAt: string
  readonly digest: string
}

export function countyRegisterSummary(
  chance: Chance,
  { plans, ceased, asOf, importedAt, digest }: CountyImport,
): RegisterSummary {
  const excluded = { ceased, 'not-final': chance.whole(40, 70), duplicate: chance.whole(2, 9) }
  const unknown = plans.filter(({ need }) => need === 'UNK').length
  return {
    format: 'list',
    asOf,
    importedAt,
    plans: plans.length,
    rows: plans.length + Object.values(excluded).reduce((sum, count) => sum + count, 0),
    excluded,
    warnings: { 'unknown-need': unknown },
    marginals: {
      keyStage: marginal(plans.map((plan) => plan.keyStage)),
      need: marginal(plans.map((plan) => plan.need)),
      version: marginal(plans.map((plan) => plan.version)),
      setting: marginal(plans.map((plan) => plan.setting)),
      team: marginal(plans.map((plan) => plan.team ?? '')),
    },
    columns: COLUMNS,
    digest,
    chunks: [],
  }
}

function marginal(codes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
