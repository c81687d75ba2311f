/** Asks one more person to audit a plan, or single sections of it. People who hold it or handed it back are not offered. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import * as z from 'zod/mini'
import type { Part } from '../../../core/audit/audit'
import { criteriaFor } from '../../../core/audit/criteria-for'
import { SightBasis, type Subject } from '../../../core/sampling/cycle'
import { assignmentGiveData, auditorsToAsk } from '../../../store/cycle-assignments'
import type { SubjectProgress } from '../../../store/cycle-progress'
import { usePerform } from '../../../store/hooks'
import { shareOutWords } from '../../../text/cycles'
import { subjectWords } from '../../../text/cycles-subject'
import { refusalText } from '../../../text/refusals'
import { Field } from '../../../ui/Field'
import { Notice } from '../../../ui/Notice'
import { Said, type SaidWords, saidDone, saidStop } from '../../../ui/Said'
import { BasisField } from '../BasisField'
import { PartField } from './PartField'
import type { SubjectView } from './use-subject-view'

const words = subjectWords.assign

const AssignAnswers = z
  .object({
    auditor: z.string().check(z.minLength(1, words.whoMissing)),
    what: z.enum(['whole', 'sections']),
    sections: z.array(z.string()),
    basis: SightBasis,
    dueOn: z.string().check(z.minLength(1, shareOutWords.dueMissing)),
  })
  .check(
    z.refine(({ what, sections }) => what === 'whole' || sections.length > 0, {
      error: words.whichMissing,
      path: ['sections'],
    }),
  )
export type AssignAnswers = z.infer<typeof AssignAnswers>

interface AssignFormProps {
  readonly subjectView: SubjectView
  readonly progress: SubjectProgress
}

export function AssignForm({ subjectView, progress }: AssignFormProps) {
  const { view, subject, agencyOf } = subjectView
  const { cycle, framework } = view
  const perform = usePerform()
  const [said, setSaid] = useState<SaidWords | null>(null)
  const { register, handleSubmit, formState, control, reset } = useForm<AssignAnswers>({
    resolver: standardSchemaResolver(AssignAnswers),
    defaultValues: { auditor: '', what: 'whole', sections: [], basis: 'duty', dueOn: cycle.body.dueOn },
  })
  const [chosen, what] = useWatch({ control, name: ['auditor', 'what'] })
  const held = [...progress.open, ...progress.returned].map(({ body }) => body.auditor)
  const people = auditorsToAsk(view.members, view.progress).filter(({ id }) => !held.includes(id))
  const agency = people.find(({ id }) => id === chosen)?.agency
  const isSameAgency =
    agency !== undefined && what === 'whole' && progress.open.some(({ body }) => body.agency === agency)
  const isAdvice = subject.body.kind === 'advice'

  async function ask(answers: AssignAnswers) {
    const { auditor, basis, dueOn } = answers
    const person = people.find(({ id }) => id === auditor)
    if (!person) return
    const handed = [{ subjectId: subject.id, auditor, agency: person.agency }]
    const part = partOf(subject.body, answers)
    const data = assignmentGiveData({ cycle, framework, progress: view.progress, handed, basis, dueOn, part })
    const given = await perform({ kind: 'assignment.give', data })
    if (given.ok) reset({ ...answers, auditor: '' })
    setSaid(given.ok ? saidDone(words.done) : saidStop(refusalText(given.error)))
  }

  return (
    <details className="govuk-details" open={progress.needed > 0 ? true : undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{words.title}</span>
      </summary>
      <div className="govuk-details__text">
        <Said said={said} />
        <p className="govuk-body">{words.needed(progress.needed)}</p>
        {progress.isReleased && <Notice>{words.notBlind}</Notice>}
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
            {isAdvice ? (
              <p className="govuk-body">{words.advice}</p>
            ) : (
              <PartField
                framework={framework}
                register={register}
                isSections={what === 'sections'}
                criteria={criteriaFor(framework, cycle.body.criteria, agency ?? '').length}
                error={formState.errors.sections?.message}
              />
            )}
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

function partOf({ kind }: Subject, { what, sections }: AssignAnswers): Part {
  if (kind === 'advice') return { type: 'advice' }
  return what === 'sections' ? { type: 'sections', sections } : { type: 'whole' }
}
