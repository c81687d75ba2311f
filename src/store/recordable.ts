/**
 * One audit with everything its record needs: subject, cycle, the standards it was rated with, the area and its author.
 *
 * Effects: IndexedDB, live. Only the person's own audits and released ones are answered; of any other audit nothing is
 * read out, not even that it is there for a certain plan. Rule: product.md, "Blind".
 */
import { useLiveQuery } from 'dexie-react-hooks'
import { Area, Member } from '../core/access/member'
import { Audit } from '../core/audit/audit'
import { Framework } from '../core/framework/schema'
import { auditKey, authorScope, cycleKey, frameworkKey, subjectKey } from '../core/ops/keys'
import { Cycle, Subject } from '../core/sampling/cycle'
import type { Device, Session } from './device'
import { useHere } from './hooks'
import { type Held, readRow } from './read'

export interface Recordable {
  readonly audit: Held<Audit>
  readonly subject: Subject
  readonly cycle: Cycle
  readonly framework: Framework
  readonly area: Area
  /** `null` when the author is no member of this area any more. */
  readonly author: Member | null
  readonly isOwn: boolean
}

export type RecordableState =
  | { readonly type: 'loading' }
  | { readonly type: 'unknown' }
  /** Somebody else's, not released yet. */
  | { readonly type: 'closed' }
  | { readonly type: 'no-framework'; readonly id: string; readonly version: string }
  | { readonly type: 'found'; readonly recordable: Recordable }

const LOADING: RecordableState = { type: 'loading' }

export function useRecordable(auditId: string): RecordableState {
  const { device, session } = useHere()
  const found = useLiveQuery(
    async () => ({ auditId, session, state: await readRecordable(device, session, auditId) }),
    [device, session, auditId],
  )
  // A live query goes on showing its last answer while a new question is under way.
  return found?.auditId === auditId && found.session === session ? found.state : LOADING
}

/** What the record of an audit is made from, once; the hook above follows changes. */
export async function readRecordable(device: Device, session: Session, auditId: string): Promise<RecordableState> {
  const audit = await readRow(device, auditKey(auditId), Audit)
  if (!audit) return { type: 'unknown' }
  const { author, subjectId, cycleId, framework: pinned } = audit.body
  const isOwn = author === session.memberId && audit.scope === authorScope(session.memberId)
  if (!isOwn && audit.scope !== 'auditors') return { type: 'closed' }
  const [subject, cycle, area, member, framework] = await Promise.all([
    readRow(device, subjectKey(subjectId), Subject),
    readRow(device, cycleKey(cycleId), Cycle),
    readRow(device, `area/${session.areaId}`, Area),
    readRow(device, `member/${author}`, Member),
    readRow(device, frameworkKey(pinned.id, pinned.version), Framework),
  ])
  if (!subject || !cycle || !area) return { type: 'unknown' }
  if (!framework) return { type: 'no-framework', id: pinned.id, version: pinned.version }
  return {
    type: 'found',
    recordable: {
      audit,
      subject: subject.body,
      cycle: cycle.body,
      framework: framework.body,
      area: area.body,
      author: member?.body ?? null,
      isOwn: author === session.memberId,
    },
  }
}
