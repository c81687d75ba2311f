/**
 * The drafts of the person using the device, live. They stand in their author's own scope, where nobody else reads them.
 *
 * Effects: IndexedDB. Rule: product.md, "Blind".
 */
import { useLiveQuery } from 'dexie-react-hooks'
import { Audit } from '../core/audit/audit'
import { authorScope } from '../core/ops/keys'
import { useHere } from './hooks'
import { type Held, heldOf } from './read'

/** Own audits that are not released yet: drafts, and those submitted while somebody else is still at work. */
export function useOwnAudits(): readonly Held<Audit>[] | undefined {
  const { device, session } = useHere()
  const scope = authorScope(session.memberId)
  return useLiveQuery(async () => {
    const stored = await device.tables.rows.where('scope').equals(scope).toArray()
    return stored.filter(({ kind }) => kind === 'audit').map((one) => heldOf(device, one, Audit))
  }, [device, scope])
}
