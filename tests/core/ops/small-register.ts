/** The summary of a register as short as can be: what a drawn cycle must come from. */
import type { RegisterSummary } from '../../../src/core/register/summary'

export const SMALL_REGISTER: RegisterSummary = {
  format: 'sen2',
  asOf: '2026-11-01',
  importedAt: '2026-11-01T09:00:00.000Z',
  plans: 100,
  rows: 100,
  excluded: {},
  warnings: {},
  marginals: {},
  columns: {},
  digest: 'd',
  chunks: [],
}
