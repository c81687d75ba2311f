/** The way on when nobody has the phrase any more, with what it costs. */
import { registerPhrase } from '../../text/register-phrase'

export function LostPhrase({ onNew }: { readonly onNew: () => void }) {
  const words = registerPhrase.known
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{words.lost}</span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">{words.lostBody}</p>
        <button type="button" className="govuk-button govuk-button--secondary" onClick={onNew}>
          {words.lostAction}
        </button>
      </div>
    </details>
  )
}
