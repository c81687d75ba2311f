/** A group of choices under one question, with hint and error. */
import type { ReactNode } from 'react'

interface FieldsetProps {
  readonly id: string
  readonly legend: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly children: ReactNode
}

export function Fieldset({ id, legend, hint, error, children }: FieldsetProps) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <fieldset className="govuk-fieldset" id={id} tabIndex={-1} {...(described && { 'aria-describedby': described })}>
        <legend className="govuk-fieldset__legend govuk-!-font-weight-bold">{legend}</legend>
        {hint && (
          <div id={`${id}-hint`} className="govuk-hint">
            {hint}
          </div>
        )}
        {error && (
          <p id={`${id}-error`} className="govuk-error-message">
            {error}
          </p>
        )}
        {children}
      </fieldset>
    </div>
  )
}
