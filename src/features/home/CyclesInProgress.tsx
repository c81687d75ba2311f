/** The cycles that are on their way: their day, how many plans are settled, and what in them waits for a decision. */
import { Link } from 'react-router'
import { home } from '../../text/home'
import { formatDay } from '../../ui/format'
import type { CycleProgress } from './attention'

const WORDS = home.cycles

export function CyclesInProgress({ cycles }: { readonly cycles: readonly CycleProgress[] }) {
  return (
    <section aria-labelledby="cycles">
      <h2 className="govuk-heading-m" id="cycles">
        {WORDS.heading}
      </h2>
      {cycles.length === 0 && (
        <p className="govuk-body">
          {WORDS.none}{' '}
          <Link className="govuk-link" to="/cycles/new">
            {WORDS.draw}
          </Link>
        </p>
      )}
      {cycles.length > 0 && (
        <ul className="govuk-list work">
          {cycles.map((cycle) => (
            <CycleLine key={cycle.id} cycle={cycle} />
          ))}
        </ul>
      )}
    </section>
  )
}

function CycleLine({ cycle }: { readonly cycle: CycleProgress }) {
  const { id, name, dueOn, isOverdue, settled, drawn, rated } = cycle
  return (
    <li className="work__item">
      <div>
        <Link className="govuk-link work__link" to={`/cycles/${id}`}>
          {name}
        </Link>
        <ul className="govuk-list work__waiting">
          {waitingIn(cycle).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      <div className="work__state">
        <div>
          {isOverdue && <strong className="work__late">{WORDS.overdue}</strong>} {WORDS.due(formatDay(dueOn))}
        </div>
        <div className="muted">{WORDS.settled(settled, drawn)}</div>
        <progress value={settled} max={drawn} aria-label={WORDS.progressLabel(name)} />
        {rated.of > 0 && <div className="muted">{WORDS.rated(rated.done, rated.of)}</div>}
      </div>
    </li>
  )
}

function waitingIn({ awaitingModeration, handedBack, toGive, late }: CycleProgress): readonly string[] {
  const found = [
    { count: awaitingModeration, say: WORDS.moderation },
    { count: handedBack, say: WORDS.handedBack },
    { count: toGive - handedBack, say: WORDS.toGive },
    { count: late, say: WORDS.late },
  ]
  return found.filter(({ count }) => count > 0).map(({ count, say }) => say(count))
}
