/** Who takes an audit over, whether its auditor agrees, and why. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import type { Assignment } from '../../../core/sampling/cycle'
import { assignmentGiveData, auditorsToAsk } from '../../../store/cycle-assignments'
import type { SubjectProgress } from '../../../store/cycle-progress'
import { usePerform } from '../../../store/hooks'
import type { Held } from '../../../store/read'
import { common } from '../../../text/common'
import { handOver as words } from '../../../text/cycles-subject'
import { refusalText } from '../../../text/refusals'
import { Checkbox } from '../../../ui/Checkbox'
import { ErrorSummary } from '../../../ui/ErrorSummary'
import { Field } from '../../../ui/Field'
import { Notice } from '../../../ui/Notice'
import type { CycleView } from '../use-cycle-view'
import { reasonProblem } from './use-swap'

/** Instead of a person: it is taken back. */
const NOBODY = 'nobody'

const Answers = z.object({
  to: z.string().check(z.minLength(1, words.toMissing)),
  agreed: z.boolean(),
  reason: z.string().check(z.trim(), z.minLength(1, words.reasonMissing)),
})
type Answers = z.infer<typeof Answers>

interface HandOverFormProps {
  readonly view: CycleView
  readonly progress: SubjectProgress
  readonly assignment: Held<Assignment>
  readonly onDone: () => void
}

export function HandOverForm({ view, progress, assignment, onDone }: HandOverFormProps) {
  const { body } = assignment
  const holder = view.members.find(({ id }) => id === body.auditor)
  const name = holder?.body.name ?? ''
  const hasLeft = holder?.body.active === false
  const agencyOf = (agency: string) => view.agencies.find(({ id }) => id === agency)?.label ?? agency
  const { people, failure, handOver } = useHandOver({ view, progress, assignment, onDone })
  const { register, handleSubmit, formState } = useForm<Answers>({
    resolver: standardSchemaResolver(
      Answers.check(
        z.refine(({ agreed, to }) => agreed || hasLeft || to === NOBODY, {
          error: words.agreedMissing,
          path: ['agreed'],
        }),
      ),
    ),
    defaultValues: { to: '', agreed: false, reason: '' },
    shouldFocusError: false,
  })
  const { errors, isSubmitting } = formState
  const problems = (['to', 'agreed', 'reason'] as const).flatMap((fieldId) => {
    const message = errors[fieldId]?.message
    return message ? [{ fieldId, message }] : []
  })
  return (
    <form noValidate onSubmit={(event) => void handleSubmit(handOver)(event)}>
      <ErrorSummary title={common.errorSummary} errors={problems} />
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      <p className="govuk-body-l">
        {words.whose(name, agencyOf(body.agency))}{' '}
        {body.progress ? words.progress(body.progress.done, body.progress.of) : words.notStarted}
      </p>
      {body.state === 'started' && <p className="govuk-body">{words.draft}</p>}
      <Field id="to" label={words.to} error={errors.to?.message}>
        {(ids) => (
          <select {...ids} {...register('to')} className="govuk-select">
            <option value="">{words.choose}</option>
            {people.map(({ id, name: label, agency }) => (
              <option key={id} value={id}>
                {label} – {agencyOf(agency)}
              </option>
            ))}
            <option value={NOBODY}>{words.nobody}</option>
          </select>
        )}
      </Field>
      {hasLeft ? (
        <p className="govuk-body">{words.left(name)}</p>
      ) : (
        <div className={errors.agreed ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
          {errors.agreed && <p className="govuk-error-message">{errors.agreed.message}</p>}
          <div className="govuk-checkboxes">
            <Checkbox id="agreed" label={words.agreed(name)} {...register('agreed')} />
          </div>
        </div>
      )}
      <Field id="reason" label={words.reason} hint={words.reasonHint} error={errors.reason?.message}>
        {(ids) => <textarea {...ids} {...register('reason')} className="govuk-textarea" rows={2} />}
      </Field>
      <button type="submit" className="govuk-button" disabled={isSubmitting}>
        {words.action}
      </button>
    </form>
  )
}

function useHandOver({ view, progress, assignment, onDone }: HandOverFormProps) {
  const perform = usePerform()
  const [failure, setFailure] = useState<string | null>(null)
  const { body, id: assignmentId } = assignment
  const held = [...progress.open, ...progress.returned].map(({ body: one }) => one.auditor)
  const people = auditorsToAsk(view.members, view.progress).filter(({ id }) => !held.includes(id))

  async function handOver({ to, reason, agreed }: Answers) {
    const problem = reasonProblem(reason)
    if (problem) return setFailure(problem)
    const agency = people.find(({ id }) => id === to)?.agency
    if (to === NOBODY || agency === undefined)
      return finish(await perform({ kind: 'assignment.withdraw', data: { assignmentId, reason } }))
    const { cycle, framework } = view
    const handed = [{ subjectId: body.subjectId, auditor: to, agency }]
    const { basis, dueOn, part = { type: 'whole' } } = body
    const giving = assignmentGiveData({ cycle, framework, progress: view.progress, handed, basis, dueOn, part })
    const [given] = giving.assignments
    if (!given) return
    const data = { assignmentId, auditor: body.auditor, agreed, reason, framework: giving.framework, to: given }
    finish(await perform({ kind: 'assignment.handover', data }))
  }
  function finish(done: Awaited<ReturnType<typeof perform>>) {
    if (done.ok) onDone()
    else setFailure(refusalText(done.error))
  }
  return { people, failure, handOver }
}
