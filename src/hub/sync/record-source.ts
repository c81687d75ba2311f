/**
 * The rows of an area as the database has them, for the batch that holds the area's lock.
 *
 * Effects: SQL, and the cache it is given.
 */
import type { Key, Scope } from '../../core/ops/op'
import type { HubTransaction } from '../db/transactions'
import type { BodyCache } from './body-cache'
import type { RowSource } from './held-rows'
import { inParts } from './in-parts'

export function recordSource(trx: HubTransaction, area: string, cache: BodyCache): RowSource {
  return {
    async rows(keys) {
      const found = await inParts(keys, (part) =>
        trx
          .selectFrom('record')
          .select(['key', 'scope', 'rev', 'v', 'refs', 'body'])
          .where('area', '=', area)
          .where('key', 'in', part)
          .execute(),
      )
      return found.map(({ rev, v, ...record }) => {
        // Keys, scopes and refs were checked by the types of Change when they were written.
        const [key, scope, refs] = [record.key as Key, record.scope as Scope, JSON.parse(record.refs) as Key[]]
        return { key, area, scope, refs, rev, v, body: cache.read(area, key, record.body) }
      })
    },
    async referring(refs) {
      const found = await inParts(refs, (part) =>
        trx.selectFrom('ref').select(['ref', 'key']).where('area', '=', area).where('ref', 'in', part).execute(),
      )
      return found.map(({ ref, key }) => ({ ref: ref as Key, key: key as Key }))
    },
    async erased(keys) {
      const found = await inParts(keys, (part) =>
        trx.selectFrom('erased').select('key').where('area', '=', area).where('key', 'in', part).execute(),
      )
      return found.map(({ key }) => key as Key)
    },
  }
}
