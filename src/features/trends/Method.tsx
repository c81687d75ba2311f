/** How the figure was worked out: what counts, n, the interval, the standards, the samples and the swaps. */
import { Link } from 'react-router'
import { formatCount, formatPercent } from '../../core/trends/percent'
import { trends } from '../../text/trends'
import { formatDay } from '../../ui/format'
import type { Trends } from './use-trends'

const WORDS = trends.method

export function Method({ trends: { answer, cycles } }: { readonly trends: Trends }) {
  const { headline, frameworks, plans, swappedOut, otherStatus } = answer
  const { measure, n, drawn, target } = headline
  const drawnByCycle = new Map<string, number>()
  for (const { cycleId } of plans) drawnByCycle.set(cycleId, (drawnByCycle.get(cycleId) ?? 0) + 1)
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{WORDS.summary}</span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">{WORDS.counted(measure.many)}</p>
        <p className="govuk-body">
          {WORDS.n(n, drawn)} {otherStatus > 0 && WORDS.otherStatus(otherStatus)}
        </p>
        <p className="govuk-body">
          {WORDS.interval} {target !== null && WORDS.target(formatPercent(target))}
        </p>
        <p className="govuk-body">{WORDS.month}</p>
        <h2 className="govuk-heading-s">{WORDS.standards}</h2>
        <ul className="govuk-list govuk-list--bullet">
          {frameworks.map(({ framework, plans: count }) => (
            <li key={`${framework.id}@${framework.version}`}>
              <Link className="govuk-link" to={`/frameworks/${framework.id}/${framework.version}`}>
                {WORDS.standardsUse(framework.title, framework.version, count)}
              </Link>
            </li>
          ))}
        </ul>
        <h2 className="govuk-heading-s">{WORDS.samples}</h2>
        <ul className="govuk-list govuk-list--bullet">
          {cycles
            .filter(({ id }) => drawnByCycle.has(id))
            .map(({ id, body }) => (
              <li key={id}>
                <Link className="govuk-link" to={`/cycles/${id}`}>
                  {body.name}
                </Link>
                : {WORDS.sample(drawnByCycle.get(id) ?? 0, formatCount(body.frame.N), formatDay(body.register.asOf))}
              </li>
            ))}
        </ul>
        {swappedOut.length > 0 && (
          <>
            <h2 className="govuk-heading-s">{WORDS.swaps}</h2>
            <ul className="govuk-list govuk-list--bullet">
              {swappedOut.map(({ id, code, swapReason }) => (
                <li key={id}>
                  <span className="code">{code}</span>: {swapReason}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </details>
  )
}
