/** The state of sharing plans out: who takes part, what each would get, and giving them out. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useMemo, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import * as z from 'zod/mini'
import { SightBasis } from '../../../core/sampling/cycle'
import { SEN_TEAM } from '../../../core/trends/result'
import { assignmentGiveData, auditorsToAsk, forEverybody, plansToShare } from '../../../store/cycle-assignments'
import { type ShareOut, shareOut } from '../../../store/cycle-share-out'
import { usePerform } from '../../../store/hooks'
import { shareOutWords as words } from '../../../text/cycles'
import { refusalText } from '../../../text/refusals'
import type { CycleView } from '../use-cycle-view'

const ShareOutAnswers = z.object({
  auditors: z.array(z.string()).check(z.minLength(1, words.nobodyChosen)),
  basis: z.enum(SightBasis.options, words.basisMissing),
  dueOn: z.string().check(z.minLength(1, words.dueMissing)),
})
export type ShareOutAnswers = z.infer<typeof ShareOutAnswers>

/** Plans that the SEN team alone would have graded: they wait for the panel. */
function countSenTeamOnly(view: CycleView, { handed }: ShareOut): number {
  return view.progress.filter(({ subject, open }) => {
    const given = handed.filter(({ subjectId }) => subjectId === subject.id)
    const agencies = [...open.map(({ body }) => body.agency), ...given.map(({ agency }) => agency)]
    return given.length > 0 && agencies.every((agency) => agency === SEN_TEAM)
  }).length
}

export function useShareOut(view: CycleView, onDone: (given: number) => void) {
  const perform = usePerform()
  const [failure, setFailure] = useState<string | null>(null)
  const plans = useMemo(() => plansToShare(view.progress), [view.progress])
  const auditors = useMemo(() => auditorsToAsk(view.members, view.progress), [view.members, view.progress])
  const form = useForm<ShareOutAnswers>({
    resolver: standardSchemaResolver(ShareOutAnswers),
    shouldFocusError: false,
    defaultValues: { auditors: auditors.map(({ id }) => id), basis: 'duty', dueOn: view.cycle.body.dueOn },
  })
  const chosen = useWatch({ control: form.control, name: 'auditors' })
  const isCalibration = view.cycle.body.purpose === 'calibration'
  const proposal = useMemo(() => {
    const taking = auditors.filter(({ id }) => chosen.includes(id))
    return shareOut(isCalibration ? forEverybody(plans, taking) : plans, taking)
  }, [plans, auditors, chosen, isCalibration])

  async function give({ basis, dueOn }: ShareOutAnswers) {
    setFailure(null)
    if (proposal.handed.length === 0) return setFailure(words.short(proposal.short.length))
    const { cycle, framework, progress } = view
    const data = assignmentGiveData({ cycle, framework, progress, handed: proposal.handed, basis, dueOn })
    const given = await perform({ kind: 'assignment.give', data })
    if (given.ok) onDone(proposal.handed.length)
    else setFailure(refusalText(given.error))
  }

  const warnings = isCalibration ? { ...proposal, sameAgency: [] } : proposal
  return {
    form,
    plans,
    isCalibration,
    warnings,
    auditors,
    proposal,
    senTeamOnly: countSenTeamOnly(view, proposal),
    failure,
    give,
  }
}
