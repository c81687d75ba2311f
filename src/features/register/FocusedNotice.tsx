/** Says what was just done and takes focus, since the button that did it is gone. */
import { type ReactNode, useEffect, useRef } from 'react'
import { Notice } from '../../ui/Notice'

interface FocusedNoticeProps {
  readonly tone: 'plain' | 'done'
  readonly children: ReactNode
}

export function FocusedNotice({ tone, children }: FocusedNoticeProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone={tone}>{children}</Notice>
    </div>
  )
}
