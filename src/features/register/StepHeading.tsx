/** The heading of a step that replaced another on the same page: it takes focus, so that a screen reader says what came. */
import { useEffect, useRef } from 'react'

export function StepHeading({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 className="govuk-heading-m" tabIndex={-1} ref={heading}>
      {children}
    </h2>
  )
}
