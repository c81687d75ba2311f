/** One radio with its label and hint; props of the native input pass through, so that forms can register it. */
import type { ComponentProps } from 'react'

interface RadioProps extends Omit<ComponentProps<'input'>, 'type' | 'id'> {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
}

export function Radio({ id, label, hint, ...input }: RadioProps) {
  return (
    <div className="govuk-radios__item">
      <input {...input} id={id} type="radio" className="govuk-radios__input" aria-describedby={hint && `${id}-hint`} />
      <label className="govuk-label govuk-radios__label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div id={`${id}-hint`} className="govuk-hint govuk-radios__hint">
          {hint}
        </div>
      )}
    </div>
  )
}
