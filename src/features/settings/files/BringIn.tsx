/** Bringing a file in, step by step: choose and open it, see what is in it, bring it in, see what came of it. */
import { useState } from 'react'
import type { Work } from '../../../store/work-file'
import { workFiles as words } from '../../../text/work-files'
import type { People } from '../use-people'
import { OpenFileForm } from './OpenFileForm'
import { type Outcome, OutcomeShown } from './OutcomeShown'
import { SoloReview } from './SoloReview'
import { WaitingReview } from './WaitingReview'

export function BringIn({ people }: { readonly people: People }) {
  const [work, setWork] = useState<Work | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  if (outcome) {
    return (
      <>
        <OutcomeShown outcome={outcome} />
        <button
          type="button"
          className="govuk-button govuk-button--secondary"
          onClick={() => {
            setOutcome(null)
            setWork(null)
          }}
        >
          {words.open.another}
        </button>
      </>
    )
  }
  if (work?.kind === 'solo') return <SoloReview work={work} people={people} onDone={setOutcome} />
  if (work?.kind === 'waiting') return <WaitingReview work={work} onDone={setOutcome} />
  return <OpenFileForm onOpened={setWork} />
}
