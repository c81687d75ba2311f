/** Opens the invented registers of tests/fixtures and writes small ones by hand. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { readRegister } from '../../../src/core/register/read'
import type { ReadOptions, RegisterReading } from '../../../src/core/register/types'

const FOLDER = new URL('../../fixtures/registers/', import.meta.url)

export interface FileTruth {
  readonly file: string
  readonly samplingDate: string
  readonly rows: number
  readonly validPlans: number
  readonly excluded: Record<string, number>
  readonly warnings: Record<string, number>
  readonly marginals: Record<string, Record<string, number>>
  readonly strata: [string, string, string, string, number][]
  readonly excludedRows: { row: number; reason: string }[]
  readonly planRefsSha256: string
  readonly plansWithAdviceFrom?: Record<string, number>
  readonly adviceSha256?: string
  readonly plansWithLastReview: number
  readonly lastReviewSha256: string
}

export interface Truth {
  readonly pii: { surnames: string[]; forenames: string[]; staff: string[]; upnPattern: string; postcodePrefix: string }
  readonly files: Record<string, FileTruth>
}

export function bytesOf(name: string): Uint8Array {
  const bytes = new Uint8Array(readFileSync(new URL(name, FOLDER)))
  return name.endsWith('.gz') ? new Uint8Array(gunzipSync(bytes)) : bytes
}

export function truthOf(name: 'mini' | 'county'): Truth {
  return JSON.parse(readFileSync(new URL(`${name}.truth.json`, FOLDER), 'utf8'))
}

export function fileTruth(name: 'mini' | 'county', format: string): FileTruth {
  const truth = truthOf(name).files[format]
  if (!truth) throw new Error(`no truth for ${format}`)
  return truth
}

export const AS_OF = '2026-01-15'

export function textBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Reads text or bytes that are a register; a refusal fails the test with its reason. */
export function reading(input: string | Uint8Array, options: Partial<ReadOptions> = {}): RegisterReading {
  const bytes = typeof input === 'string' ? textBytes(input) : input
  const result = readRegister(bytes, { asOf: AS_OF, ...options })
  if (!result.ok) throw new Error(`refused: ${result.error.reason}`)
  return result.value
}

/** The reason of the refusal, or 'read' when the file was read. */
export function refusalOf(input: string | Uint8Array, options: Partial<ReadOptions> = {}): string {
  const bytes = typeof input === 'string' ? textBytes(input) : input
  const result = readRegister(bytes, { asOf: AS_OF, ...options })
  return result.ok ? 'read' : result.error.reason
}

/** SHA-256 of the sorted lines, as the truth files make their fingerprints. */
export function fingerprint(lines: readonly string[]): string {
  return createHash('sha256')
    .update([...lines].sort().join('\n'))
    .digest('hex')
}

export const HEADINGS = [
  'Student ID',
  'DOB',
  'NC Year',
  'Base Type',
  'SEN Stage',
  'Plan Status',
  'SEN Need (Rank 1)',
  'EHCP Start Date',
  'Latest EHCP Issued',
  'Annual Review Meeting',
  'SEN Officer Team',
  'Advice Received',
  'EHCP Ceased',
] as const
export type Heading = (typeof HEADINGS)[number]

const PLAN: Record<Heading, string> = {
  'Student ID': '200001',
  DOB: '15/03/2015',
  'NC Year': '6',
  'Base Type': 'Primary School',
  'SEN Stage': 'E',
  'Plan Status': 'Active',
  'SEN Need (Rank 1)': 'ASD',
  'EHCP Start Date': '10/06/2021',
  'Latest EHCP Issued': '10/06/2021',
  'Annual Review Meeting': '',
  'SEN Officer Team': 'North',
  'Advice Received': '',
  'EHCP Ceased': '',
}

/** A list with a row per change to an ordinary plan; references run from 200001 unless given. */
export function list(...changes: Partial<Record<Heading, string>>[]): string {
  const rows = changes.map((change, at) => {
    const plan = { ...PLAN, 'Student ID': String(200001 + at), ...change }
    return HEADINGS.map((heading) => `"${plan[heading].replace(/"/g, '""')}"`).join(',')
  })
  return [HEADINGS.join(','), ...rows, ''].join('\n')
}
