/** Standards of two criteria, cut from the published ones, so that an audit is finished in two ratings. */
import { readFileSync } from 'node:fs'
import { contentHash } from '../../src/core/framework/content-hash'
import { Framework } from '../../src/core/framework/schema'

const core = Framework.parse(JSON.parse(readFileSync('audit-frameworks/ehcp-core/1.0.0.json', 'utf8')))

export const FRAMEWORK: Framework = {
  ...core,
  id: 'sim',
  sections: core.sections
    .filter(({ id }) => id === 'B')
    .map((section) => ({ ...section, criteria: section.criteria.filter((criterion) => criterion.core) })),
  timers: [],
  examples: [{ title: 'All met', teaches: 'Best', otherwise: 'met', ratings: {}, expect: { grade: 'outstanding' } }],
}

export const CRITERIA: readonly string[] = FRAMEWORK.sections.flatMap(({ criteria }) => criteria.map(({ id }) => id))
const { id, version } = FRAMEWORK
export const FRAMEWORK_REF = { id, version, hash: contentHash(FRAMEWORK) ?? '' }
