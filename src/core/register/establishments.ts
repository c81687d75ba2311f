/**
 * Setting by URN, from an extract of the national register of schools.
 *
 * Pure. The extract is CSV, usually Windows-1252, with the register's own headings (`URN`, `TypeOfEstablishment (name)`).
 * A type that is in no group of the registers' truth files gives no setting rather than a guess.
 */
import { err, ok, type Result } from '../result'
import type { Setting } from './codes'
import { recognise } from './recognise'
import { findTable, prepareText, readRows } from './table'
import type { Establishments, RegisterRefusal } from './types'
import { cleanCell, plainWords } from './values/cells'
import { readSetting } from './values/settings'
import { refuse } from './words'

const TYPES: ReadonlyMap<string, Setting> = new Map([
  ['online provider', 'OTHER'],
  ['secure units', 'OTHER'],
  ['sixth form centres', 'FE'],
  ['higher education institutions', 'FE'],
  ['service childrens education', 'MAIN'],
  ['british schools overseas', 'OTHER'],
  ['offshore schools', 'OTHER'],
])

export type EstablishmentsRefusal =
  | RegisterRefusal
  | { readonly type: 'NotEstablishments'; readonly reason: 'not-establishments'; readonly message: string }

/** @returns the setting of each URN whose type is known. */
export function parseEstablishments(bytes: Uint8Array): Result<Establishments, EstablishmentsRefusal> {
  const recognised = recognise(bytes)
  if (!recognised.ok) return recognised
  const lines = prepareText(recognised.value.text)
  const { delimiter } = findTable(lines.text, lines.delimiter, 0)
  const settings = new Map<string, Setting>()
  let columns: { urn: number; type: number } | null = null
  const end = readRows(lines.text, delimiter, (row) => {
    if (columns === null) {
      columns = findColumns(row)
      return
    }
    const urn = cleanCell(row[columns.urn])
    const setting = settingOfType(row[columns.type])
    if (/^\d{5,7}$/.test(urn) && setting !== null && setting !== 'UNK') settings.set(urn, setting)
  })
  if (columns === null) {
    const message = 'The list of establishments has no columns for the URN and the type of establishment.'
    return err({ type: 'NotEstablishments', reason: 'not-establishments', message })
  }
  return end === 'complete' ? ok(settings) : refuse('cut-short')
}

function findColumns(row: readonly string[]): { urn: number; type: number } | null {
  const words = row.map(plainWords)
  const urn = words.indexOf('urn')
  const type = words.findIndex(
    (name) =>
      name === 'typeofestablishment name' ||
      name === 'type of establishment' ||
      name === 'establishment type' ||
      name === 'typeofestablishment',
  )
  return urn >= 0 && type >= 0 ? { urn, type } : null
}

function settingOfType(cell: string | undefined): Setting | null {
  return TYPES.get(plainWords(cell ?? '')) ?? readSetting(cell)
}
