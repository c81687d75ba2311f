/** Catches bugs while drawing a page: says what was kept and how to go on, and never shows a blank screen. */
import { Component, type ReactNode } from 'react'
import { common } from '../text/common'

interface CrashState {
  readonly error: Error | null
}

export class CrashBoundary extends Component<{ readonly children: ReactNode }, CrashState> {
  override state: CrashState = { error: null }

  static getDerivedStateFromError(error: Error): CrashState {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <main id="main" className="app-main app-main--narrow">
        <h1 className="govuk-heading-l">{common.crash.title}</h1>
        <p className="govuk-body">{common.crash.kept}</p>
        <button type="button" className="govuk-button" onClick={() => window.location.reload()}>
          {common.crash.reload}
        </button>
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">{common.crash.detail}</span>
          </summary>
          <div className="govuk-details__text code">{error.message}</div>
        </details>
      </main>
    )
  }
}
