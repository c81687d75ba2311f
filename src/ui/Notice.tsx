/** A short message set apart. `assertive` messages are read out at once. */
import type { ReactNode } from 'react'

interface NoticeProps {
  readonly tone?: 'plain' | 'warn' | 'stop' | 'done'
  readonly children: ReactNode
  readonly live?: 'polite' | 'assertive'
}

export function Notice({ tone = 'plain', children, live }: NoticeProps) {
  const role = live === 'assertive' ? 'alert' : live === 'polite' ? 'status' : undefined
  return (
    <div className={`notice notice--${tone} govuk-body`} role={role}>
      {children}
    </div>
  )
}
