/** Words for what is known of a drawn plan: key stage, need, kind of version, setting, team. Codes of a register as people say them. */
import { KEY_STAGE_WORDS, NEED_WORDS, SETTING_WORDS, VERSION_WORDS } from '../core/register/words'
import type { SubjectFacts } from '../core/sampling/cycle'
import { pick } from './locale'

const FACTS: Readonly<Record<string, string>> = pick({
  en: {
    version: 'Version',
    keyStage: 'Key stage',
    need: 'Primary need',
    setting: 'Setting',
    team: 'Team',
    yearGroup: 'Year group',
    finalisedOn: 'Plan dated',
  },
})

const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  keyStage: KEY_STAGE_WORDS,
  need: NEED_WORDS,
  setting: SETTING_WORDS,
  version: VERSION_WORDS,
}

/** In a list, where the sampling date stands above. */
const VERSIONS: Readonly<Record<string, string>> = pick({
  en: { new: 'new plan', amended: 'amended plan', existing: 'existing plan' },
})

const UNKNOWN = pick({ en: 'Not recorded' })

/** The name of a fact; one the app has no word for is shown as the register names it. */
export function factName(fact: string): string {
  return FACTS[fact] ?? fact
}

/** A value of a fact; `UNK` and what is not recorded say so. */
export function factValue(fact: string, value: string): string {
  return VALUES[fact]?.[value] ?? (value === 'UNK' || value === '' ? UNKNOWN : value)
}

/** A group of plans in words: "Key stage 2, Autism". Empty when all plans are one group. */
export function stratumWords(stratum: Readonly<Record<string, string>>): string {
  return Object.entries(stratum)
    .map(([fact, value]) => factValue(fact, value))
    .join(', ')
}

/** What a plan is known by beside its code: who it is for in general terms, and what kind of plan it is. */
export function planWords({ keyStage, need, version, setting }: SubjectFacts): readonly [main: string, more: string] {
  return [
    `${factValue('keyStage', keyStage)}, ${factValue('need', need)}`,
    `${factValue('setting', setting)}, ${VERSIONS[version] ?? factValue('version', version)}`,
  ]
}

/** Year group as schools say it. */
export function yearWords(yearGroup: number | null): string {
  if (yearGroup === null) return UNKNOWN
  if (yearGroup < 0) return pick({ en: 'Nursery' })
  return yearGroup === 0 ? pick({ en: 'Reception' }) : pick({ en: `Year ${yearGroup}` })
}
