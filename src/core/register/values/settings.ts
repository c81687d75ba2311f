/**
 * Type of setting: local codes, SEN2 codes and wordings made only of known words.
 *
 * Pure. A wording is classified only when every word of it is a word for a type: "Special School (Academy)" is one, the
 * name of a school is not. What is left is unknown and shown, never guessed. Groups: `rules.setting` of the registers'
 * truth files.
 */
import type { Setting } from '../codes'
import { plainWords, readCell } from './cells'

const CODES: ReadonlyMap<string, Setting> = new Map([
  ['ms', 'MAIN'],
  ['main', 'MAIN'],
  ['ind', 'MAIN'],
  ['ms u', 'UNIT'],
  ['ms rp', 'UNIT'],
  ['rp', 'UNIT'],
  ['srp', 'UNIT'],
  ['arp', 'UNIT'],
  ['rpu', 'UNIT'],
  ['sp', 'SPEC'],
  ['spec', 'SPEC'],
  ['isp', 'ISPEC'],
  ['ispec', 'ISPEC'],
  ['inmss', 'ISPEC'],
  ['nmss', 'ISPEC'],
  ['iss', 'ISPEC'],
  ['pru', 'AP'],
  ['ap', 'AP'],
  ['fe', 'FE'],
  ['spi', 'FE'],
  ['isp16', 'FE'],
  ['itp', 'FE'],
  ['eyp', 'EY'],
  ['ey', 'EY'],
  ['pvi', 'EY'],
  ['ehe', 'EHE'],
  ['eotas', 'EOTAS'],
  ['eotis', 'EOTAS'],
  ['eotasc', 'EOTAS'],
  ['ola', 'EOTAS'],
  ['opa', 'OTHER'],
  ['onl', 'OTHER'],
  ['oth', 'OTHER'],
  ['other', 'OTHER'],
  ['neet', 'NONE'],
  ['niec', 'NONE'],
  ['nieo', 'NONE'],
])

/** Whole wordings whose words alone would mislead. */
const PHRASES: ReadonlyMap<string, Setting> = new Map([
  ['alternative provision', 'AP'],
  ['pru alternative provision', 'AP'],
  ['other parental arrangement', 'OTHER'],
  ['parental arrangement', 'OTHER'],
  ['private arrangement', 'OTHER'],
  ['online provider', 'OTHER'],
  ['online school', 'OTHER'],
  ['secure unit', 'OTHER'],
  ['secure units', 'OTHER'],
  ['secure childrens home', 'OTHER'],
  ['education otherwise than at school', 'EOTAS'],
  ['education other than at school', 'EOTAS'],
  ['educated otherwise than at school', 'EOTAS'],
  ['not in education', 'NONE'],
  ['not in education employment or training', 'NONE'],
  ['not in education notice to cease', 'NONE'],
  ['not in education ceasing', 'NONE'],
  ['not in education other', 'NONE'],
  ['awaiting placement', 'NONE'],
  ['awaiting provision', 'NONE'],
  ['no placement', 'NONE'],
  ['no school', 'NONE'],
  ['not placed', 'NONE'],
  ['unplaced', 'NONE'],
  ['out of school', 'NONE'],
  ['child missing education', 'NONE'],
  ['hospital school', 'SPEC'],
  ['other post 16 provider', 'FE'],
  ['other independent school', 'MAIN'],
  ['local authority nursery school', 'MAIN'],
  ['maintained nursery school', 'MAIN'],
  ['maintained nursery', 'MAIN'],
  ['nursery school maintained', 'MAIN'],
  ['academy 16 19 converter', 'FE'],
  ['academy 16 to 19 sponsor led', 'FE'],
  ['free schools 16 to 19', 'FE'],
])

const FILLING = [
  'school schools academy academies setting settings provision provider placement education educational establishment',
  'in at a an of the and or for to with by local authority la state funded day residential boarding converter sponsor led',
  'other free trust class base type phase private voluntary independent non maintained controlled aided community foundation',
].join(' ')
const UNIT = 'unit units resourced resource enhanced arp srp rp'
const SPECIAL = 'special specialist nmss inmss'
const ALTERNATIVE = 'pru prus pupil referral alternative ap'
const COLLEGE =
  'college colleges further fe post 16 19 25 tertiary training apprenticeship apprenticeships traineeship supported internship internships institution institutions higher itp spi'
const NURSERY = 'nursery nurseries preschool pre playgroup childminder childminders early years eyp pvi'
const HOME = 'elective electively home educated ehe'
const OTHERWISE = 'eotas eotis otherwise than package'
const NOWHERE = 'neet'
const MAINSTREAM =
  'mainstream primary secondary infant infants junior juniors first middle upper high grammar comprehensive through sixth form city technology studio utc university technical sen send'

const KNOWN = new Set(
  [FILLING, UNIT, SPECIAL, ALTERNATIVE, COLLEGE, NURSERY, HOME, OTHERWISE, NOWHERE, MAINSTREAM].join(' ').split(' '),
)

/**
 * @returns the group, `UNK` for a blank, null for words that are no type of setting.
 */
export function readSetting(cell: string | undefined): Setting | null {
  const text = readCell(cell)
  if (text === '') return 'UNK'
  const words = plainWords(text)
  if (words === 'unknown' || words === 'not known' || words === 'not recorded') return 'UNK'
  return CODES.get(words) ?? PHRASES.get(words) ?? classify(words.split(' '))
}

function classify(words: readonly string[]): Setting | null {
  if (!words.every((word) => KNOWN.has(word))) return null
  const has = (...some: readonly string[]) => some.some((word) => words.includes(word))
  if (has('neet')) return 'NONE'
  if (has('ehe') || (has('home') && has('elective', 'electively', 'education', 'educated'))) return 'EHE'
  if (has('eotas', 'eotis', 'otherwise')) return 'EOTAS'
  if (has('special', 'specialist') && has('college', 'colleges', 'post', 'institution', 'institutions')) return 'FE'
  if (has('nmss', 'inmss') || (has('special', 'specialist') && has('independent', 'non', 'private'))) return 'ISPEC'
  if (has('pru', 'prus', 'referral')) return 'AP'
  if (has('unit', 'units', 'resourced', 'resource', 'enhanced', 'arp', 'srp', 'rp')) return 'UNIT'
  if (has('special')) return 'SPEC'
  if (has('alternative', 'ap')) return 'AP'
  if (has(...COLLEGE.split(' '))) return has('city', 'technology') ? 'MAIN' : 'FE'
  if (has(...NURSERY.split(' '))) return has('school', 'schools') && !has('private', 'voluntary') ? 'MAIN' : 'EY'
  if (has(...MAINSTREAM.split(' '), 'academy', 'academies', 'school', 'schools', 'maintained')) return 'MAIN'
  return null
}
