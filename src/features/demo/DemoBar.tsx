/** The bar above every page of a fictional county: what this is, what to look for, and how to be rid of it. */
import { type ReactNode, useRef, useState } from 'react'
import { Link } from 'react-router'
import { demo } from '../../text/demo'

interface DemoBarProps {
  /** `null` before there is anything to throw away. */
  readonly onThrowAway: (() => void) | null
}

export function DemoBar({ onThrowAway }: DemoBarProps) {
  const [isAsking, setAsking] = useState(false)
  const ask = useRef<HTMLButtonElement>(null)
  function keep() {
    setAsking(false)
    ask.current?.focus()
  }
  return (
    <section className="demo-bar govuk-body" aria-label={demo.bar}>
      <div className="demo-bar__line">
        <p className="demo-bar__mark">
          <strong>{demo.mark}.</strong> {demo.keepOut}
        </p>
        <div className="demo-bar__ways">
          {/* A whole new page: a tab never changes from one database to the other while it is open. */}
          <a href="/">{demo.leave}</a>
          {onThrowAway && (
            <button
              type="button"
              className="demo-bar__button"
              aria-expanded={isAsking}
              ref={ask}
              onClick={() => setAsking(!isAsking)}
            >
              {demo.throwAway.ask}
            </button>
          )}
        </div>
      </div>
      {onThrowAway && isAsking && <Sure onYes={onThrowAway} onNo={keep} />}
      {onThrowAway && <WhatToLookFor />}
    </section>
  )
}

function Sure({ onYes, onNo }: { readonly onYes: () => void; readonly onNo: () => void }) {
  return (
    <div className="demo-bar__line">
      <p className="demo-bar__mark" role="status">
        {demo.throwAway.sure}
      </p>
      <div className="demo-bar__ways">
        <button type="button" className="demo-bar__button" onClick={onYes}>
          {demo.throwAway.yes}
        </button>
        {/* Focus goes to the answer that loses nothing. */}
        <button type="button" className="demo-bar__button" onClick={onNo} ref={focusOnce}>
          {demo.throwAway.no}
        </button>
      </div>
    </div>
  )
}

const focusOnce = (button: HTMLButtonElement | null) => button?.focus()

function WhatToLookFor() {
  const { look } = demo
  return (
    <details className="demo-bar__look">
      <summary>{look.summary}</summary>
      <ul>
        <Look to="/trends" label={look.results}>
          {look.resultsSays} {look.speechSays} {look.socialCareSays}
        </Look>
        <Look to="/cycles" label={look.cycles}>
          {look.cyclesSays}
        </Look>
        <Look to="/" label={look.home}>
          {look.homeSays}
        </Look>
        <Look to="/settings" label={look.settings}>
          {look.settingsSays}
        </Look>
      </ul>
    </details>
  )
}

function Look({ to, label, children }: { readonly to: string; readonly label: string; readonly children: ReactNode }) {
  return (
    <li>
      <Link to={to}>{label}</Link>
      {children}
    </li>
  )
}
