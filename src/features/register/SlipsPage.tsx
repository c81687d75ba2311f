/** Assignment slips of a cycle: the register file is opened again, the slips are shown and printed, and nothing is kept. */
import { Link, useParams } from 'react-router'
import { cycleKey } from '../../core/ops/keys'
import type { Cycle, SampleKey } from '../../core/sampling/cycle'
import { useAssignments, useCycle, useMe, useMembers, useSampleKey, useSubjects } from '../../store/cycles'
import type { Held } from '../../store/read'
import { common } from '../../text/common'
import { register } from '../../text/register'
import { slips as words } from '../../text/register-slips'
import { Loading } from '../../ui/Loading'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { ManagersOnly } from './ManagersOnly'
import { SlipsFlow } from './SlipsFlow'
import './register.scss'

export function SlipsPage() {
  const { cycleId = null } = useParams()
  const me = useMe()
  const cycle = useCycle(cycleId)
  const sampleKey = useSampleKey(cycleId)
  if (!me || cycle === undefined || sampleKey === undefined)
    return <Page title={words.title}>{<Loading label={common.loading} />}</Page>
  if (!me.roles.includes('manager')) return <ManagersOnly title={words.title} lead={register.managersOnly.lead} />
  if (!cycle || !sampleKey) {
    return (
      <Page title={words.title} narrow>
        <Notice tone="warn">{words.noCycle}</Notice>
      </Page>
    )
  }
  return <CycleSlips cycle={cycle} sampleKey={sampleKey.body} />
}

function CycleSlips({ cycle, sampleKey }: { readonly cycle: Held<Cycle>; readonly sampleKey: SampleKey }) {
  const key = cycleKey(cycle.id)
  const subjects = useSubjects(key)
  const assignments = useAssignments(key)
  const members = useMembers()
  return (
    <Page title={words.title} caption={cycle.body.name}>
      {subjects && assignments && members ? (
        <SlipsFlow cycle={cycle} facts={{ subjects, assignments, members, sampleKey }} />
      ) : (
        <Loading label={common.loading} />
      )}
      <p className="govuk-body no-print slips-back">
        <Link className="govuk-link" to={`/cycles/${cycle.id}`}>
          {words.backToCycle}
        </Link>
      </p>
    </Page>
  )
}
