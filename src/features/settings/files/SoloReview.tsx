/** The work of a device that had no hub: what will be brought in and what not, who is who, and bringing it in. */
import { type FormEvent, useState } from 'react'
import { isDemoArea } from '../../../core/access/demo-area'
import { useHere } from '../../../store/hooks'
import { adoptSolo } from '../../../store/solo-adoption'
import type { SoloWork } from '../../../store/work-file'
import { syncNow } from '../../../sync/running'
import { workFiles } from '../../../text/work-files'
import { formatTime } from '../../../ui/format'
import { Notice } from '../../../ui/Notice'
import type { People } from '../use-people'
import type { Outcome } from './OutcomeShown'
import { type Chosen, chosenTwice, proposed } from './solo-people'
import { WhoIsWho } from './WhoIsWho'

const words = workFiles.solo

interface SoloReviewProps {
  readonly work: SoloWork
  readonly people: People
  readonly onDone: (outcome: Outcome) => void
}

export function SoloReview({ work, people, onDone }: SoloReviewProps) {
  const { device, session } = useHere()
  const [chosen, setChosen] = useState<Chosen>(() => proposed(work.members, work.memberId, people.people))
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function bringIn(event: FormEvent) {
    event.preventDefault()
    const isTwice = chosenTwice(chosen).length > 0
    setError(isTwice ? words.same : undefined)
    if (isTwice) return document.getElementById('people')?.focus()
    setBusy(true)
    const mapped = Object.fromEntries(Object.entries(chosen).filter(([, id]) => id !== ''))
    const outcome = await adoptSolo(device, session, work, mapped)
    setBusy(false)
    onDone(outcome)
    void syncNow()
  }

  if (isDemoArea(work.areaId)) return <Notice tone="stop">{words.demo}</Notice>
  return (
    <form noValidate onSubmit={(event) => void bringIn(event)}>
      <h3 className="govuk-heading-s">{words.title(work.areaName)}</h3>
      <p className="govuk-body">{words.made(formatTime(work.madeAt))}</p>
      <Contents work={work} isManager={people.isManager} />
      <WhoIsWho work={work} people={people.people} chosen={chosen} onChosen={setChosen} error={error} />
      <button type="submit" className="govuk-button" disabled={isBusy}>
        {isBusy ? words.starting : words.action}
      </button>
    </form>
  )
}

function Contents({ work, isManager }: { readonly work: SoloWork; readonly isManager: boolean }) {
  const counts = new Map<string, number>()
  for (const { kind } of work.records) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return (
    <>
      <h4 className="govuk-heading-s">{words.carried}</h4>
      <ul className="govuk-list govuk-list--bullet">
        {[...counts].map(([kind, count]) => (
          <li key={kind}>{workFiles.kinds[kind]?.(count) ?? kind}</li>
        ))}
      </ul>
      <h4 className="govuk-heading-s">{words.notCarried}</h4>
      <ul className="govuk-list govuk-list--bullet">
        {!isManager && <li>{words.onlyManagers}</li>}
        {work.unreadable.length > 0 && <li>{words.unreadable(work.unreadable.length)}</li>}
        <li>{words.leftOut}</li>
      </ul>
    </>
  )
}
