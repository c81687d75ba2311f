/** What the leaver check-list knows and does, live. */
import { useState } from 'react'
import { useAssignments, useSubjects } from '../../../store/cycles'
import { closeAccount } from '../../../sync/accounts'
import { accountRefusalText } from '../../../text/accounts'
import { refusalText } from '../../../text/refusals'
import { useMemberAccounts } from '../people/use-member-accounts'
import type { HubAccess } from '../use-hub-access'
import type { People, Person } from '../use-people'
import { doneSteps, type Leaver, nextStep, openWorkOf } from './leaving-steps'

export function useLeaving(access: HubAccess | null, person: Person, people: People) {
  const { accounts, refusal, ask } = useMemberAccounts(access, true)
  const assignments = useAssignments()
  const subjects = useSubjects()
  const [isRiskTaken, setRiskTaken] = useState(false)
  const [isSignedOut, setSignedOut] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  if (!assignments || !subjects || (access && accounts === undefined)) return undefined
  const account = accounts?.get(person.id)
  const leaver: Leaver = {
    active: person.active,
    devices: account ? account.devices : null,
    hasAccount: account?.hasAccount ?? false,
    openWork: openWorkOf(person.id, assignments, subjects),
    isRiskTaken,
    isSignedOut,
  }
  const done = doneSteps(leaver)
  return {
    leaver,
    done,
    next: nextStep(done),
    failure: failure ?? (refusal && refusal.type !== 'Offline' ? accountRefusalText(refusal) : null),
    takeRisk: () => setRiskTaken(true),
    signOut: async () => {
      if (!access) return
      const closed = await closeAccount(access.token, { area: access.area, memberId: person.id })
      setFailure(closed.ok ? null : accountRefusalText(closed.error))
      if (closed.ok) setSignedOut(true)
      await ask()
    },
    markInactive: async () => {
      const { name, agency, roles } = person
      const saved = await people.save(person.id, { name, agency, roles, active: false })
      setFailure(saved.ok ? null : refusalText(saved.error))
    },
  }
}

export type Leaving = NonNullable<ReturnType<typeof useLeaving>>
