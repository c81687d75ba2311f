/** The register phrase, made at the first import: shown once, printed, and two of its words typed back before anything is stored. */
import { useState } from 'react'
import { common } from '../../text/common'
import { registerPhrase } from '../../text/register-phrase'
import { CheckPhrase } from './CheckPhrase'
import { RecoverySheet } from './RecoverySheet'
import { StepHeading } from './StepHeading'

interface NewPhraseProps {
  readonly phrase: string
  /** What the button at the end says. */
  readonly action: string
  readonly onChecked: () => void
  readonly onBack: () => void
}

export function NewPhrase({ phrase, action, onChecked, onBack }: NewPhraseProps) {
  const words = registerPhrase.fresh
  const [isChecking, setChecking] = useState(false)
  if (isChecking)
    return <CheckPhrase phrase={phrase} action={action} onChecked={onChecked} onShow={() => setChecking(false)} />
  return (
    <div className="stack">
      <div className="no-print">
        <StepHeading>{words.heading}</StepHeading>
        <p className="govuk-body">{words.lead}</p>
      </div>
      <RecoverySheet phrase={phrase} />
      <ul className="govuk-list govuk-list--bullet no-print">
        {words.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <div className="row no-print">
        <button type="button" className="govuk-button" onClick={() => window.print()}>
          {words.print}
        </button>
        <button type="button" className="govuk-button govuk-button--secondary" onClick={() => setChecking(true)}>
          {words.next}
        </button>
        <button type="button" className="govuk-button govuk-button--secondary" onClick={onBack}>
          {common.back}
        </button>
      </div>
    </div>
  )
}
