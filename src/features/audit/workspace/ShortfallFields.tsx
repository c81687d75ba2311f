/** For a criterion partly or not met: where the fault arose, which service owns it, what kind of mending it needs. */
import type { Choice, Framework, RatedCriterion } from '../../../core/framework/schema'
import type { ShortfallField } from '../../../store/audit-draft'
import { audit } from '../../../text/audit'

interface ShortfallFieldsProps {
  readonly criterionId: string
  readonly words: Framework['shortfall']
  readonly rated: RatedCriterion
  readonly onDescribe: (field: ShortfallField, word: string | null) => void
}

export function ShortfallFields({ criterionId, words, rated, onDescribe }: ShortfallFieldsProps) {
  const fields: readonly (readonly [ShortfallField, readonly Choice[]])[] = [
    ['cause', words.causes],
    ['service', words.services],
    ['fix', words.fixes],
  ]
  const asked = fields.filter(([, choices]) => choices.length > 0)
  if (asked.length === 0) return null
  return (
    <fieldset className="shortfall fade-in">
      <legend className="govuk-visually-hidden">{audit.shortfall.legend(criterionId)}</legend>
      {asked.map(([field, choices]) => {
        const id = `${criterionId}-${field}`
        return (
          <div key={field}>
            <label className="govuk-label" htmlFor={id}>
              {audit.shortfall[field]}
            </label>
            <select
              id={id}
              className="govuk-select"
              value={rated[field] ?? ''}
              onChange={(event) => onDescribe(field, event.target.value || null)}
            >
              <option value="">{audit.shortfall.notSaid}</option>
              {choices.map((choice) => (
                <option key={choice.id} value={choice.id}>
                  {choice.label}
                </option>
              ))}
            </select>
          </div>
        )
      })}
      <p className="shortfall__hint muted">{audit.shortfall.hint}</p>
    </fieldset>
  )
}
