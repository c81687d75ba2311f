/**
 * What is wrong with a form, at its top, with a link to each field. It takes the focus when something new is wrong, and never
 * while somebody is putting one thing after the other right.
 */
import { useEffect, useRef } from 'react'

export interface FieldError {
  readonly fieldId: string
  readonly message: string
}

interface ErrorSummaryProps {
  readonly title: string
  readonly errors: readonly FieldError[]
}

export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const count = errors.length
  const before = useRef(0)
  useEffect(() => {
    if (count > before.current) box.current?.focus()
    before.current = count
  }, [count])
  if (count === 0) return null
  return (
    <div className="govuk-error-summary" ref={box} tabIndex={-1} role="alert">
      <h2 className="govuk-error-summary__title">{title}</h2>
      <ul className="govuk-list govuk-error-summary__list">
        {errors.map(({ fieldId, message }) => (
          <li key={fieldId + message}>
            <a
              href={`#${fieldId}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(fieldId)?.focus()
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
