/**
 * Primary need: codes ignoring case, their usual labels, or both in one cell ("ASD - Autistic Spectrum Disorder").
 *
 * Pure. Words that are no need type (ADHD) and NSA are unknown and said to be so, never guessed; BESD, the code before
 * 2014, is read as SEMH. Rule: `rules.need` of the registers' truth files; codes: sen2.md section 3.
 */
import type { Need, WarningCode } from '../codes'
import { plainWords, readCell } from './cells'

export interface NeedReading {
  readonly need: Need
  readonly warning: Extract<WarningCode, 'unknown-need' | 'legacy-need-code'> | null
}

const LABELS: readonly (readonly [Need, readonly string[]])[] = [
  ['SPLD', ['specific learning difficulty', 'specific learning']],
  ['MLD', ['moderate learning difficulty', 'moderate learning']],
  ['SLD', ['severe learning difficulty', 'severe learning']],
  [
    'PMLD',
    [
      'profound and multiple learning difficulty',
      'profound multiple learning difficulty',
      'profound and multiple learning',
    ],
  ],
  [
    'SEMH',
    [
      'social emotional and mental health',
      'social emotional mental health',
      'social emotional and mental health need',
      'social emotional and mental health difficulty',
      'social emotional mental health need',
    ],
  ],
  [
    'SLCN',
    [
      'speech language and communication need',
      'speech language or communication need',
      'speech language communication need',
      'speech language and communication',
      'speech language and communication difficulty',
    ],
  ],
  ['HI', ['hearing impairment', 'hearing impaired']],
  ['VI', ['visual impairment', 'vision impairment', 'visually impaired']],
  ['MSI', ['multi sensory impairment', 'multisensory impairment', 'multi sensory impaired']],
  ['PD', ['physical disability', 'physical difficulty']],
  [
    'ASD',
    [
      'autistic spectrum disorder',
      'autistic spectrum condition',
      'autism spectrum disorder',
      'autism spectrum condition',
      'autistic spectrum',
      'autism spectrum',
      'autism',
      'autistic',
      'asc',
    ],
  ],
  [
    'OTH',
    [
      'other difficulty disability',
      'other difficulty or disability',
      'other difficulty',
      'other disability',
      'other need',
      'other',
    ],
  ],
  ['DS', ['down syndrome', 'downs syndrome', 'down s syndrome']],
]
const LEGACY = new Set([
  'besd',
  'ebsd',
  'behaviour emotional and social difficulty',
  'behavioural emotional and social difficulty',
])
const PLURALS = /\b(difficult|disabilit)ies\b/g

const BY_WORDS: ReadonlyMap<string, Need> = new Map(
  LABELS.flatMap(([code, labels]) => [code.toLowerCase(), ...labels].map((words) => [words, code] as const)),
)

const NONE: NeedReading = { need: 'UNK', warning: null }
const UNKNOWN: NeedReading = { need: 'UNK', warning: 'unknown-need' }
const SEMH_LEGACY: NeedReading = { need: 'SEMH', warning: 'legacy-need-code' }

/** Reads the cell of the primary need. A blank is unknown without a warning. */
export function readNeed(cell: string | undefined): NeedReading {
  const text = readCell(cell)
  if (text === '') return NONE
  const whole = lookUp(text)
  if (whole) return whole
  const leading = /^([A-Za-z]{2,4})\s*[-–—:(/]/.exec(text) ?? /\(([A-Za-z]{2,4})\)\s*$/.exec(text)
  return lookUp(leading?.[1] ?? '') ?? UNKNOWN
}

function lookUp(text: string): NeedReading | null {
  const words = plainWords(text)
    .replace(PLURALS, '$1y')
    .replace(/\bneeds\b/g, 'need')
    .replace(/\bimpairments\b/g, 'impairment')
  const need = BY_WORDS.get(words)
  if (need !== undefined) return { need, warning: null }
  return LEGACY.has(words) ? SEMH_LEGACY : null
}
