/** The grade the panel agreed for a plan, and the way to record or correct it. */
import { useState } from 'react'
import type { Moderation } from '../../../core/panel/records'
import { subjectWords } from '../../../text/cycles-subject'
import { Facts } from '../../../ui/Facts'
import { formatTime } from '../../../ui/format'
import { Notice } from '../../../ui/Notice'
import { FrameworkGrade } from '../ResultGrade'
import { PanelForm } from './PanelForm'
import type { SubjectView } from './use-subject-view'

const words = subjectWords.panel

interface PanelGradeProps {
  readonly subjectView: SubjectView
  /** The plan waits for the panel, so the form stands open. */
  readonly isAwaited: boolean
  readonly isIncident: boolean
}

export function PanelGrade({ subjectView, isAwaited, isIncident }: PanelGradeProps) {
  const { moderation, view } = subjectView
  const [isOpen, setOpen] = useState(isAwaited)
  const [isDone, setDone] = useState(false)
  const mayRecord = view.may.lead && !subjectView.subject.body.outcome
  if (!moderation && !isAwaited && !mayRecord) return null
  return (
    <section aria-labelledby="panel" className="subject-panel">
      <h2 className="govuk-heading-m" id="panel">
        {words.title}
      </h2>
      <div role="status">{isDone && <Notice tone="done">{words.done}</Notice>}</div>
      {isIncident && <Notice>{words.incident}</Notice>}
      {moderation && <Recorded moderation={moderation.body} subjectView={subjectView} />}
      {!mayRecord && !moderation && <p className="govuk-body">{words.onlyChair}</p>}
      {mayRecord && !isOpen && (
        <button type="button" className="govuk-button govuk-button--secondary no-print" onClick={() => setOpen(true)}>
          {moderation ? words.change : words.start}
        </button>
      )}
      {mayRecord && isOpen && (
        <PanelForm
          subjectView={subjectView}
          onDone={() => {
            setDone(true)
            setOpen(false)
          }}
          onCancel={isAwaited ? null : () => setOpen(false)}
        />
      )}
    </section>
  )
}

function Recorded({ moderation, subjectView }: { readonly moderation: Moderation; readonly subjectView: SubjectView }) {
  const { view, nameOf, agencyOf } = subjectView
  const when = formatTime(moderation.at)
  return (
    <>
      <Facts
        rows={[
          [words.grade, <FrameworkGrade key="grade" framework={view.framework} grade={moderation.grade} />],
          [words.reason, moderation.reason],
          [words.present, moderation.agencies.map(agencyOf).join(', ')],
          ...(moderation.learningPoint ? [[words.learningTitle, moderation.learningPoint] as const] : []),
        ]}
      />
      <p className="govuk-body muted">
        {view.may.lead ? words.recordedBy(nameOf(moderation.by), when) : words.recorded(when)}
      </p>
    </>
  )
}
