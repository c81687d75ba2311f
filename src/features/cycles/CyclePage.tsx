/** One cycle: how far it is, what each agency has done, every plan with its auditors, and how the sample was drawn. */
import { useRef, useState } from 'react'
import { Link, useParams } from 'react-router'
import { editionKey } from '../../core/ops/keys'
import type { Cycle } from '../../core/sampling/cycle'
import { Edition } from '../../core/trends/edition'
import { useRow } from '../../store/hooks'
import { today } from '../../store/ids'
import { common } from '../../text/common'
import { cycles, PURPOSES, shareOutWords, cycle as words } from '../../text/cycles'
import { closeCycle } from '../../text/cycles-close'
import { formatCount, formatDay } from '../../ui/format'
import { Loading } from '../../ui/Loading'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { CoverageTable } from './cycle/CoverageTable'
import { CycleActions } from './cycle/CycleActions'
import { DrawnHow } from './cycle/DrawnHow'
import type { Shown } from './cycle/filter-subjects'
import { ProgressSummary } from './cycle/ProgressSummary'
import { ShareOutForm } from './cycle/ShareOutForm'
import { SubjectTable } from './cycle/SubjectTable'
import { type CycleView, useCycleView } from './use-cycle-view'
import './cycles.scss'

export function CyclePage() {
  const { cycleId = '' } = useParams()
  const view = useCycleView(cycleId)
  if (view === undefined) {
    return (
      <Page title={cycles.title}>
        <Loading label={common.loading} />
      </Page>
    )
  }
  if (view === null) return <MissingCycle />
  return <OpenCycle key={view.cycle.id} view={view} />
}

function OpenCycle({ view }: { readonly view: CycleView }) {
  const outcome = useRef<HTMLDivElement>(null)
  const [isSharing, setSharing] = useState(false)
  const [given, setGiven] = useState<number | null>(null)
  const [shown, setShown] = useState<Shown>('all')
  const { cycle, progress, subjects, assignments, agencies, members, framework, may } = view
  const { body } = cycle
  const day = today()
  function show(wanted: Shown) {
    setShown(wanted)
    document.getElementById('subjects')?.focus()
  }
  return (
    <Page title={body.name} caption={words.caption(PURPOSES[body.purpose].label)}>
      <p className="govuk-body-l">
        {words.drawnFrom(formatCount(progress.length), formatCount(body.frame.N), formatDay(body.register.asOf))}{' '}
        {body.dueOn < day ? words.overdueBy(formatDay(body.dueOn)) : words.due(formatDay(body.dueOn))}{' '}
        {body.purpose !== 'random' && words.apart}
      </p>
      {body.closed && <Closed cycleId={cycle.id} closed={body.closed} />}
      <div role="status" tabIndex={-1} ref={outcome}>
        {given !== null && <Notice tone="done">{shareOutWords.done(given)}</Notice>}
      </div>
      {may.lead && !isSharing && (
        <CycleActions
          cycleId={cycle.id}
          progress={progress}
          isManager={may.manage}
          isClosed={body.closed !== undefined}
          onShareOut={() => setSharing(true)}
          onShow={show}
        />
      )}
      {isSharing && (
        <ShareOutForm
          view={view}
          onDone={(count) => {
            setGiven(count)
            setSharing(false)
            outcome.current?.focus()
          }}
          onClose={() => setSharing(false)}
        />
      )}
      <div className="columns cycle-overview">
        <ProgressSummary progress={progress} swapped={subjects.filter(({ body: one }) => one.swapped).length} />
        <CoverageTable assignments={assignments} agencies={agencies} today={day} />
      </div>
      <SubjectTable
        progress={progress}
        framework={framework}
        members={members}
        agencies={agencies}
        isLead={may.lead}
        shown={shown}
        onShown={setShown}
      />
      <DrawnHow cycle={body} framework={framework} subjects={subjects} members={members} isLead={may.lead} />
    </Page>
  )
}

/** Closed: since when, why where that was said, and the way to what was published. */
function Closed({ cycleId, closed }: { readonly cycleId: string; readonly closed: NonNullable<Cycle['closed']> }) {
  const edition = useRow(editionKey(cycleId, closed.number), Edition)
  return (
    <Notice>
      <p>
        {closed.reason === null
          ? closeCycle.closed(formatDay(closed.at))
          : closeCycle.closedBecause(formatDay(closed.at), closed.reason)}
      </p>
      {edition ? (
        <Link className="govuk-link" to={`/cycles/${cycleId}/editions/${closed.number}`}>
          {closeCycle.read(closed.number)}
        </Link>
      ) : (
        edition === null && closeCycle.waiting
      )}
    </Notice>
  )
}

function MissingCycle() {
  return (
    <Page title={cycles.missing.title} narrow>
      <p className="govuk-body">{cycles.missing.body}</p>
      <Link className="govuk-link" to="/cycles">
        {cycles.toCycles}
      </Link>
    </Page>
  )
}
