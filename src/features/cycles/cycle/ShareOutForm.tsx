/** Shares the plans of a cycle out evenly among the people chosen; what each would get is shown before it is done. */
import { Link } from 'react-router'
import { common } from '../../../text/common'
import { shareOutWords as words } from '../../../text/cycles'
import { Checkbox } from '../../../ui/Checkbox'
import { ErrorSummary } from '../../../ui/ErrorSummary'
import { Field } from '../../../ui/Field'
import { Fieldset } from '../../../ui/Fieldset'
import { formatCount } from '../../../ui/format'
import { Notice } from '../../../ui/Notice'
import { BasisField } from '../BasisField'
import type { CycleView } from '../use-cycle-view'
import { useShareOut } from './use-share-out'

interface ShareOutFormProps {
  readonly view: CycleView
  readonly onDone: (given: number) => void
  readonly onClose: () => void
}

export function ShareOutForm({ view, onDone, onClose }: ShareOutFormProps) {
  const { form, plans, isCalibration, warnings, auditors, proposal, senTeamOnly, failure, give } = useShareOut(
    view,
    onDone,
  )
  const { register, handleSubmit, formState } = form
  const { errors, isSubmitting } = formState
  const labelOf = (agency: string) => view.agencies.find(({ id }) => id === agency)?.label ?? agency
  const given = (id: string) => proposal.handed.filter(({ auditor }) => auditor === id).length
  const audits = plans.reduce((total, { needed }) => total + needed, 0)
  const problems = (['auditors', 'basis', 'dueOn'] as const).flatMap((name) => {
    const message = errors[name]?.message
    return message ? [{ fieldId: name, message }] : []
  })
  if (auditors.length === 0) {
    return (
      <Notice>
        {words.noAuditors} <Link to="/settings">{words.toSettings}</Link>
      </Notice>
    )
  }
  return (
    <form noValidate className="card share-out" onSubmit={(event) => void handleSubmit(give)(event)}>
      <h2 className="govuk-heading-m" tabIndex={-1} ref={focusOnce}>
        {words.title}
      </h2>
      <ErrorSummary title={common.errorSummary} errors={problems} />
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      <p className="govuk-body">{isCalibration ? words.everybody(plans.length) : words.intro(plans.length, audits)}</p>
      <Fieldset id="auditors" legend={words.who} hint={words.whoHint} error={errors.auditors?.message}>
        <div className="govuk-checkboxes govuk-checkboxes--small">
          {auditors.map(({ id, name, agency, load }) => (
            <Checkbox
              key={id}
              id={`auditor-${id}`}
              value={id}
              label={`${name} – ${labelOf(agency)}`}
              hint={words.wouldGet(formatCount(given(id)), formatCount(load))}
              {...register('auditors')}
            />
          ))}
        </div>
      </Fieldset>
      <div role="status">
        {warnings.short.length > 0 && <Notice tone="warn">{words.short(warnings.short.length)}</Notice>}
        {warnings.sameAgency.length > 0 && <Notice tone="warn">{words.sameAgency(warnings.sameAgency.length)}</Notice>}
        {senTeamOnly > 0 && <Notice>{words.senTeamOnly(senTeamOnly)}</Notice>}
      </div>
      <BasisField legend={words.basis} field={register('basis')} />
      <Field id="dueOn" label={words.due} hint={words.dueHint} error={errors.dueOn?.message}>
        {(ids) => <input {...ids} {...register('dueOn')} type="date" className="govuk-input govuk-input--width-10" />}
      </Field>
      <div className="govuk-button-group">
        <button type="submit" className="govuk-button" disabled={isSubmitting}>
          {proposal.handed.length > 0 ? words.action(proposal.handed.length) : words.actionNone}
        </button>
        <button type="button" className="govuk-button govuk-button--secondary" onClick={onClose}>
          {common.cancel}
        </button>
      </div>
    </form>
  )
}

/** Takes a person who opened the form to its heading. */
function focusOnce(heading: HTMLHeadingElement | null): void {
  heading?.focus()
}
