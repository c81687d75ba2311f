/** The guide to the first audit: what it is, and turning it on again or off. */
import { useState } from 'react'
import { useGuide, useGuideVerbs } from '../../store/first-audit'
import { help } from '../../text/help'

export function FirstAuditHelp() {
  const words = help.first
  const guide = useGuide()
  const { restart, turnOff } = useGuideVerbs()
  const [said, setSaid] = useState('')
  return (
    <>
      <p className="govuk-body">{words.body}</p>
      <div className="row no-print">
        <button
          type="button"
          className="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
          onClick={() => void restart().then(() => setSaid(words.started))}
        >
          {words.start}
        </button>
        {guide?.isOn && (
          <button
            type="button"
            className="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
            onClick={(event) => {
              // The button goes away: the focus stays beside it.
              const beside = event.currentTarget.previousElementSibling
              if (beside instanceof HTMLElement) beside.focus()
              void turnOff().then(() => setSaid(words.off))
            }}
          >
            {words.turnOff}
          </button>
        )}
        <span role="status">{said}</span>
      </div>
    </>
  )
}
