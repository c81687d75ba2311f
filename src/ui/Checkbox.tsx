/** One checkbox with its label and hint; props of the native input pass through, so that forms can register it. */
import type { ComponentProps } from 'react'

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'id'> {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
}

export function Checkbox({ id, label, hint, ...input }: CheckboxProps) {
  return (
    <div className="govuk-checkboxes__item">
      <input
        {...input}
        id={id}
        type="checkbox"
        className="govuk-checkboxes__input"
        aria-describedby={hint && `${id}-hint`}
      />
      <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div id={`${id}-hint`} className="govuk-hint govuk-checkboxes__hint">
          {hint}
        </div>
      )}
    </div>
  )
}
