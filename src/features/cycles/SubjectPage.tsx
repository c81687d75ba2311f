/** One plan under its audit code: what it is, who audits it, and once released where its audits differ and what the panel agrees. */
import { Link, useParams } from 'react-router'
import type { Subject } from '../../core/sampling/cycle'
import { useSubject } from '../../store/cycles'
import type { Held } from '../../store/read'
import { common } from '../../text/common'
import { cycles } from '../../text/cycles'
import { factName, factValue, stratumWords, yearWords } from '../../text/cycles-facts'
import { subjectWords as words } from '../../text/cycles-subject'
import { Facts } from '../../ui/Facts'
import { formatDay, formatTime } from '../../ui/format'
import { Loading } from '../../ui/Loading'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { AssignForm } from './subject/AssignForm'
import { AuditorsTable } from './subject/AuditorsTable'
import { CloseForm } from './subject/CloseForm'
import { Comparison } from './subject/Comparison'
import { PanelGrade } from './subject/PanelGrade'
import { ReleaseForm } from './subject/ReleaseForm'
import { ResultSummary } from './subject/ResultSummary'
import { SingleForm } from './subject/SingleForm'
import { SwapForm } from './subject/SwapForm'
import { type SubjectView, useSubjectView } from './subject/use-subject-view'
import './cycles.scss'

export function SubjectPage() {
  const { subjectId = '' } = useParams()
  const subject = useSubject(subjectId)
  if (subject === null) return <Missing />
  if (!subject || subject.id !== subjectId) return <LoadingPage />
  return <OpenSubject key={subject.id} held={subject} />
}

function OpenSubject({ held }: { readonly held: Held<Subject> }) {
  const subjectView = useSubjectView(held)
  if (subjectView === undefined) return <LoadingPage />
  if (subjectView === null) return <Missing />
  const { view, subject, progress, assignments, columns } = subjectView
  const { code, outcome } = subject.body
  const { name } = view.cycle.body
  const isOpen = progress !== null && !outcome
  // A plan that has a grade is never closed without one: nobody takes a poor grade out of the figure.
  const isGraded = progress?.result.state === 'graded'
  const isIncident = progress?.result.state === 'graded' && progress.result.by === 'incident'
  return (
    <Page title={words.title(code)} caption={words.caption(name)}>
      <p>
        <Link className="govuk-back-link" to={`/cycles/${view.cycle.id}`}>
          {words.back(name)}
        </Link>
      </p>
      <Alerts subjectView={subjectView} />
      <SwappedOut subjectView={subjectView} />
      <OpenedEarly subjectView={subjectView} />
      <div className="columns">
        <div>
          {progress && <ResultSummary subjectView={subjectView} result={progress.result} />}
          {(progress || assignments.length > 0) && <AuditorsTable subjectView={subjectView} />}
          {isOpen && view.may.lead && <AssignForm subjectView={subjectView} progress={progress} />}
        </div>
        <div>
          <PlanFacts subject={subject.body} />
          {isOpen && view.may.manage && !progress.isReleased && <SwapForm subjectView={subjectView} />}
          {isOpen && view.may.lead && subject.body.double && progress.open.length < 2 && (
            <SingleForm subjectId={subject.id} />
          )}
          {isOpen && view.may.lead && !progress.isReleased && progress.submitted > 0 && (
            <ReleaseForm progress={progress} me={view.may.me} />
          )}
          {isOpen && view.may.lead && !isGraded && <CloseForm subjectId={subject.id} />}
        </div>
      </div>
      {columns.length > 0 && <Comparison subjectView={subjectView} />}
      {progress?.isReleased && (
        <PanelGrade
          subjectView={subjectView}
          isAwaited={progress.result.state === 'awaiting-moderation'}
          isIncident={isIncident}
        />
      )}
    </Page>
  )
}

function PlanFacts({ subject }: { readonly subject: Subject }) {
  const { facts, stratum, double } = subject
  const group = stratumWords(stratum)
  return (
    <section aria-labelledby="facts">
      <h2 className="govuk-heading-m" id="facts">
        {words.about}
      </h2>
      <Facts
        rows={[
          [factName('keyStage'), factValue('keyStage', facts.keyStage)],
          [factName('yearGroup'), yearWords(facts.yearGroup)],
          [factName('need'), factValue('need', facts.need)],
          [factName('setting'), factValue('setting', facts.setting)],
          [factName('version'), factValue('version', facts.version)],
          ...(facts.team ? [[factName('team'), facts.team] as const] : []),
          ...(facts.finalisedOn ? [[factName('finalisedOn'), formatDay(facts.finalisedOn)] as const] : []),
          ...(group === '' ? [] : [[words.group, group] as const]),
          [words.twice, double ? words.twiceText : words.once],
        ]}
      />
      <p className="govuk-hint">{words.codeHint}</p>
    </section>
  )
}

/** Incidents and concerns, for managers; the view holds none for anybody else. */
function Alerts({ subjectView: { view, subject } }: { readonly subjectView: SubjectView }) {
  return view.alerts
    .filter(({ body }) => body.subjectId === subject.id)
    .map(({ id, body }) => (
      <Notice key={id} tone="stop">
        <p>
          <strong>{words.alerts[body.type](formatTime(body.foundAt))}</strong>
        </p>
        <p>
          {words.alerts.told(body.told)} {words.alerts.done(body.done)}
        </p>
      </Notice>
    ))
}

function SwappedOut({ subjectView: { view, subject } }: { readonly subjectView: SubjectView }) {
  const { swapped } = subject.body
  if (!swapped) return null
  const replacement = view.subjects.find(({ id }) => id === swapped.replacement)
  return (
    <Notice live="polite">
      {words.swappedOut(swapped.reason)}.{' '}
      {replacement && (
        <>
          {words.replacedBy} <Link to={`/subjects/${replacement.id}`}>{replacement.body.code}</Link>.
        </>
      )}
    </Notice>
  )
}

/** Somebody opened the audits although not all were in: said wherever they are read. */
function OpenedEarly({ subjectView: { view, subject, nameOf } }: { readonly subjectView: SubjectView }) {
  const { released } = subject.body
  if (!released || released.by === 'all-in') return null
  const when = formatTime(released.at)
  const reason = released.reason ?? ''
  const { release } = words
  return (
    <Notice>
      {view.may.lead ? release.released(when, nameOf(released.by), reason) : release.releasedPlain(when, reason)}
    </Notice>
  )
}

function LoadingPage() {
  return (
    <Page title={cycles.subject}>
      <Loading label={common.loading} />
    </Page>
  )
}

function Missing() {
  return (
    <Page title={words.missing.title} narrow>
      <p className="govuk-body">{words.missing.body}</p>
      <Link className="govuk-link" to="/cycles">
        {cycles.toCycles}
      </Link>
    </Page>
  )
}
