/** Asks one more person to audit a plan. People who hold it or handed it back are not offered. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import * as z from 'zod/mini'
import { SightBasis } from '../../../core/sampling/cycle'
import { assignmentGiveData, auditorsToAsk } from '../../../store/cycle-assignments'
import type { SubjectProgress } from '../../../store/cycle-progress'
import { usePerform } from '../../../store/hooks'
import { shareOutWords } from '../../../text/cycles'
import { subjectWords } from '../../../text/cycles-subject'
import { refusalText } from '../../../text/refusals'
import { Field } from '../../../ui/Field'
import { Notice } from '../../../ui/Notice'
import { BasisField } from '../BasisField'
import type { SubjectView } from './use-subject-view'

const words = subjectWords.assign

const AssignAnswers = z.object({
  auditor: z.string().check(z.minLength(1, words.whoMissing)),
  basis: SightBasis,
  dueOn: z.string().check(z.minLength(1, shareOutWords.dueMissing)),
})
type AssignAnswers = z.infer<typeof AssignAnswers>

interface AssignFormProps {
  readonly subjectView: SubjectView
  readonly progress: SubjectProgress
}

export function AssignForm({ subjectView, progress }: AssignFormProps) {
  const { view, agencyOf } = subjectView
  const perform = usePerform()
  const [said, setSaid] = useState<{ readonly tone: 'done' | 'stop'; readonly text: string } | null>(null)
  const { register, handleSubmit, formState, control, reset } = useForm<AssignAnswers>({
    resolver: standardSchemaResolver(AssignAnswers),
    defaultValues: { auditor: '', basis: 'duty', dueOn: view.cycle.body.dueOn },
  })
  const chosen = useWatch({ control, name: 'auditor' })
  const held = [...progress.open, ...progress.returned].map(({ body }) => body.auditor)
  const people = auditorsToAsk(view.members, view.progress).filter(({ id }) => !held.includes(id))
  const agency = people.find(({ id }) => id === chosen)?.agency
  const isSameAgency = agency !== undefined && progress.open.some(({ body }) => body.agency === agency)

  async function ask({ auditor, basis, dueOn }: AssignAnswers) {
    const person = people.find(({ id }) => id === auditor)
    if (!person) return
    const handed = [{ subjectId: progress.subject.id, auditor, agency: person.agency }]
    const { cycle, framework } = view
    const data = assignmentGiveData({ cycle, framework, progress: view.progress, handed, basis, dueOn })
    const given = await perform({ kind: 'assignment.give', data })
    if (given.ok) reset({ auditor: '', basis, dueOn })
    setSaid(given.ok ? { tone: 'done', text: words.done } : { tone: 'stop', text: refusalText(given.error) })
  }

  return (
    <details className="govuk-details" open={progress.needed > 0 ? true : undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{words.title}</span>
      </summary>
      <div className="govuk-details__text">
        <div role="status">{said && <Notice tone={said.tone}>{said.text}</Notice>}</div>
        <p className="govuk-body">{words.needed(progress.needed)}</p>
        {people.length === 0 ? (
          <p className="govuk-body">{words.nobody}</p>
        ) : (
          <form noValidate onSubmit={(event) => void handleSubmit(ask)(event)}>
            <Field id="auditor" label={words.who} error={formState.errors.auditor?.message}>
              {(ids) => (
                <select {...ids} {...register('auditor')} className="govuk-select">
                  <option value="">{words.choose}</option>
                  {people.map(({ id, name, agency: own }) => (
                    <option key={id} value={id}>
                      {name} – {agencyOf(own)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <div role="status">{isSameAgency && <Notice tone="warn">{words.sameAgency(agencyOf(agency))}</Notice>}</div>
            <BasisField legend={shareOutWords.basis} field={register('basis')} />
            <Field id="assignDue" label={shareOutWords.due} error={formState.errors.dueOn?.message}>
              {(ids) => (
                <input {...ids} {...register('dueOn')} type="date" className="govuk-input govuk-input--width-10" />
              )}
            </Field>
            <button type="submit" className="govuk-button" disabled={formState.isSubmitting}>
              {words.action}
            </button>
          </form>
        )}
      </div>
    </details>
  )
}
