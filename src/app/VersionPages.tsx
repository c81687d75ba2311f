/** Two versions of the app on one device: each tab says what happened, what was kept and how to go on. */
import { type ReactNode, useEffect } from 'react'
import { upgrade } from '../text/upgrade'
import { UpdatePrompt } from './UpdatePrompt'

const reload = () => window.location.reload()

/** This tab has made room for a newer version. */
export function SupersededPage({ isAllSaved }: { readonly isAllSaved: boolean }) {
  const words = upgrade.superseded
  return (
    <WholePage title={words.title}>
      <p className="govuk-body-l" role="alert">
        {isAllSaved ? words.saved : words.notAll}
      </p>
      <p className="govuk-body">{words.form}</p>
      <button type="button" className="govuk-button" onClick={reload}>
        {words.action}
      </button>
    </WholePage>
  )
}

/** An older version keeps the database open elsewhere; this page goes on when it is closed. */
export function BlockedPage() {
  const words = upgrade.blocked
  return (
    <WholePage title={words.title}>
      <p className="govuk-body-l" role="alert">
        {words.body}
      </p>
    </WholePage>
  )
}

/** The records were written by a newer version than this page. */
export function OlderPage() {
  const words = upgrade.older
  return (
    <>
      <UpdatePrompt />
      <WholePage title={words.title}>
        <p className="govuk-body-l" role="alert">
          {words.body}
        </p>
        <ol className="govuk-list govuk-list--number">
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <button type="button" className="govuk-button" onClick={reload}>
          {words.action}
        </button>
      </WholePage>
    </>
  )
}

function WholePage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} – Plumbline`
  }, [title])
  return (
    <main id="main" className="app-main app-main--narrow">
      <h1 className="govuk-heading-l">{title}</h1>
      {children}
    </main>
  )
}
