/**
 * The rounds of dip sampling as screens read them, live: cycles, their subjects, assignments, released audits and the
 * panel's grades.
 *
 * Effects: IndexedDB. Every list takes the key it belongs to (`cycle/…`, `subject/…`); left out, it is all there is.
 * `undefined` while loading. An audit that is not released is never among those read here (product.md, "Blind").
 */
import { useMemo } from 'react'
import { Area, Member, type Role } from '../core/access/member'
import { Audit } from '../core/audit/audit'
import { cycleKey, subjectKey } from '../core/ops/keys'
import type { Key } from '../core/ops/op'
import { Alert, Moderation } from '../core/panel/records'
import { Assignment, Cycle, SampleKey, Subject } from '../core/sampling/cycle'
import { useHere, useRow, useRows } from './hooks'
import type { Held } from './read'

/** Newest first. */
export function useCycles(): readonly Held<Cycle>[] | undefined {
  const cycles = useRows('cycle', Cycle)
  return useMemo(() => cycles && [...cycles].sort((a, b) => (a.body.drawnAt < b.body.drawnAt ? 1 : -1)), [cycles])
}

/** `null`: there is no such cycle on this device. */
export function useCycle(cycleId: string | null): Held<Cycle> | null | undefined {
  return useRow(cycleId === null ? null : cycleKey(cycleId), Cycle)
}

/** By audit code; those swapped out are among them. */
export function useSubjects(ref?: Key): readonly Held<Subject>[] | undefined {
  const subjects = useRows('subject', Subject, ref)
  return useMemo(() => subjects && [...subjects].sort((a, b) => (a.body.code < b.body.code ? -1 : 1)), [subjects])
}

export function useSubject(subjectId: string | null): Held<Subject> | null | undefined {
  return useRow(subjectId === null ? null : subjectKey(subjectId), Subject)
}

export function useAssignments(ref?: Key): readonly Held<Assignment>[] | undefined {
  return useRows('assignment', Assignment, ref)
}

/** Released audits only: those every blind auditor of the subject has submitted. */
export function useAudits(ref?: Key): readonly Held<Audit>[] | undefined {
  const audits = useRows('audit', Audit, ref)
  return useMemo(() => audits?.filter(({ scope }) => scope === 'auditors'), [audits])
}

export function useModerations(ref?: Key): readonly Held<Moderation>[] | undefined {
  return useRows('moderation', Moderation, ref)
}

/** Incidents and concerns; for managers' eyes. */
export function useAlerts(ref?: Key): readonly Held<Alert>[] | undefined {
  return useRows('alert', Alert, ref)
}

/** Managers only: which plan of the register each subject is. */
export function useSampleKey(cycleId: string | null): Held<SampleKey> | null | undefined {
  return useRow(cycleId === null ? null : `sample/${cycleId}`, SampleKey)
}

/** Everybody who is or was a member, by name. */
export function useMembers(): readonly Held<Member>[] | undefined {
  const members = useRows('member', Member)
  return useMemo(() => members && [...members].sort((a, b) => a.body.name.localeCompare(b.body.name)), [members])
}

export function useArea(): Held<Area> | null | undefined {
  const { session } = useHere()
  return useRow(`area/${session.areaId}`, Area)
}

/** The person using the device and what they may do; no roles when they are no longer active. */
export function useMe(): { readonly id: string; readonly agency: string; readonly roles: readonly Role[] } | undefined {
  const { session } = useHere()
  const member = useRow(`member/${session.memberId}`, Member)
  if (member === undefined) return undefined
  const roles = member?.body.active ? member.body.roles : []
  return { id: session.memberId, agency: member?.body.agency ?? '', roles }
}
