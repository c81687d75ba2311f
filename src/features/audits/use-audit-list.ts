/**
 * Everything the list shows: the audits this person may see, found and in order, with names and choices.
 *
 * Effects: live queries. Searching is put off while one types, so that letters never wait for ten thousand lines.
 */
import { useDeferredValue, useMemo } from 'react'
import type { AuditEntry } from '../../core/audit/audit-entry'
import { filterEntries, sortEntries, visibleEntries } from '../../core/audit/audit-list'
import { type AuditListState, useAuditEntries } from '../../store/columns-list'
import { useArea, useCycles, useMe, useMembers } from '../../store/cycles'
import { useFrameworks } from '../../store/frameworks'
import { type Asked, filterOf } from './list-address'
import { type Choices, choicesOf, type ListRecords, type Names, namesOf, withinChoices } from './list-names'

export interface AuditsShown {
  readonly me: string
  readonly reads: boolean
  readonly isLead: boolean
  readonly all: number
  readonly found: readonly AuditEntry[]
  readonly names: Names
  readonly choices: Choices
  /** What is asked of it, as far as there is such a thing. */
  readonly asked: Asked
}

export type AuditsState =
  | Exclude<AuditListState, { type: 'ready' }>
  | { readonly type: 'ready'; readonly list: AuditsShown }

const LOADING: AuditsState = { type: 'loading' }

export function useAuditList(asked: Asked): AuditsState {
  const state = useAuditEntries()
  const viewer = useViewer()
  const records = useListRecords(viewer)
  const entries = state.type === 'ready' ? state.entries : null
  const shown = useMemo(() => {
    if (!entries || !viewer || !records) return null
    const visible = visibleEntries(entries, viewer)
    const names = namesOf(records)
    return { visible, names, choices: choicesOf(visible, names, records) }
  }, [entries, viewer, records])
  const known = useMemo(() => (shown ? withinChoices(asked, shown.choices) : asked), [shown, asked])
  const latest = useDeferredValue(known)
  const { sorting } = latest
  const sorted = useMemo(
    () => shown && sortEntries(shown.visible, sorting, shown.names, shown.names.level),
    [shown, sorting],
  )
  const found = useMemo(
    () => shown && sorted && viewer && filterEntries(sorted, filterOf(latest), viewer.me, shown.names),
    [shown, sorted, viewer, latest],
  )
  if (state.type !== 'ready') return state
  if (!shown || !found || !viewer) return LOADING
  const { visible, names, choices } = shown
  return { type: 'ready', list: { ...viewer, all: visible.length, found, names, choices, asked: known } }
}

interface Who {
  readonly me: string
  readonly reads: boolean
  readonly isLead: boolean
}

/** The same object as long as person and roles are the same. */
function useViewer(): Who | null {
  const person = useMe()
  const me = person?.id
  const roles = person?.roles.join(' ')
  return useMemo(() => {
    if (me === undefined || roles === undefined) return null
    return { me, reads: roles !== '', isLead: /\b(manager|chair)\b/.test(roles) }
  }, [me, roles])
}

function useListRecords(viewer: Who | null): ListRecords | null {
  const cycles = useCycles()
  const area = useArea()
  const members = useMembers()
  const frameworks = useFrameworks()
  return useMemo(() => {
    if (!viewer || !cycles || area === undefined || !members || !frameworks) return null
    return { ...viewer, cycles, agencies: area?.body.agencies ?? [], members, frameworks }
  }, [viewer, cycles, area, members, frameworks])
}
