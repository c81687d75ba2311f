/** A region that scrolls sideways alone, by keyboard too, so that a wide table never makes the whole page scroll. */
import type { ReactNode } from 'react'

interface ScrollProps {
  readonly label: string
  readonly children: ReactNode
}

export function Scroll({ label, children }: ScrollProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus, a keyboard cannot scroll it (WCAG 2.1.1).
    <section className="scroll" style={{ position: 'relative' }} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
