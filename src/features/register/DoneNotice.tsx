/** Says what was just done and takes focus, since the button that did it is gone. */
import { type ReactNode, useEffect, useRef } from 'react'
import { Notice } from '../../ui/Notice'

export function DoneNotice({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="done">{children}</Notice>
    </div>
  )
}
