/**
 * The rows of an area as the database has them, for the batch that holds the area's lock.
 *
 * Effects: SQL.
 */
import type { Key, Row, Scope } from '../../core/ops/op'
import type { HubTransaction } from '../db/transactions'
import type { RowSource } from './held-rows'
import { inParts } from './in-parts'

const COLUMNS = ['key', 'scope', 'rev', 'v', 'refs', 'body'] as const

type StoredRecord = Record<'key' | 'scope' | 'refs' | 'body', string> & Record<'rev' | 'v', number>

export function recordSource(trx: HubTransaction, area: string): RowSource {
  return {
    rows: (keys) =>
      inParts(keys, async (part) => {
        const found = await trx
          .selectFrom('record')
          .select(COLUMNS)
          .where('area', '=', area)
          .where('key', 'in', part)
          .execute()
        return found.map((record) => rowOf(area, record))
      }),
    referring: (refs) =>
      inParts(refs, async (part) => {
        const found = await trx
          .selectFrom('record')
          .select(COLUMNS)
          .where('area', '=', area)
          .where('key', 'in', trx.selectFrom('ref').select('key').where('area', '=', area).where('ref', 'in', part))
          .execute()
        return found.map((record) => rowOf(area, record))
      }),
    erased: (keys) =>
      inParts(keys, async (part) => {
        const found = await trx
          .selectFrom('erased')
          .select('key')
          .where('area', '=', area)
          .where('key', 'in', part)
          .execute()
        return found.map(({ key }) => key as Key)
      }),
  }
}

/** Keys, scopes and refs were checked by the types of Change when they were written. */
export function rowOf(area: string, record: StoredRecord): Row {
  return {
    key: record.key as Key,
    area,
    scope: record.scope as Scope,
    refs: JSON.parse(record.refs) as Key[],
    rev: record.rev,
    v: record.v,
    body: JSON.parse(record.body),
  }
}
