/**
 * The mark of a fictional county around the whole app: a bar and a frame on every page, a word before every title, and a
 * watermark on every sheet that is printed. Nobody may take a page of it for a real one.
 */
import type { ReactNode } from 'react'
import { demo } from '../../text/demo'
import { TitleMark } from '../../ui/title-mark'
import { DemoBar } from './DemoBar'
import './demo.scss'

interface DemoMarkProps {
  readonly children: ReactNode
  /** `null` before there is anything to throw away. */
  readonly onThrowAway: (() => void) | null
}

export function DemoMark({ children, onThrowAway }: DemoMarkProps) {
  return (
    <TitleMark value={demo.titleMark}>
      <div className="demo">
        <DemoBar onThrowAway={onThrowAway} />
        {children}
        {/* Repeated by the browser on every sheet; the bar says the same to those who listen. */}
        <div className="demo__sheet" aria-hidden="true">
          {demo.mark}
        </div>
      </div>
    </TitleMark>
  )
}
