/** The answer: a number and a sentence, the interval against the target, and beside it always what has no result. */
import { Link } from 'react-router'
import type { Headline } from '../../core/trends/headline'
import { formatCount, formatPercent, formatRange } from '../../core/trends/percent'
import { trends } from '../../text/trends'
import { IntervalLine } from './IntervalLine'

const WORDS = trends.headline

export function HeadlineView({ headline }: { readonly headline: Headline }) {
  const { words, share, interval, bounds, target, drawn, measure } = headline
  return (
    <section className="answer" aria-label={WORDS.label}>
      <div className="answer__main">
        <p className="answer__figure" aria-hidden="true">
          {figureOf(headline)}
          {drawn > 0 && headline.n > 0 && <span className="answer__caption">{WORDS.caption}</span>}
        </p>
        <p className="answer__sentence">{words.answer}</p>
        {words.target && <p className="answer__target">{words.target}</p>}
        {share !== null && interval && (
          <>
            <IntervalLine
              share={share}
              interval={interval}
              bounds={bounds}
              target={target === null ? null : { share: target, label: WORDS.chart.target(formatPercent(target)) }}
              title={WORDS.chart.title(
                formatPercent(share, target ?? undefined),
                formatRange(interval.low, interval.high),
              )}
            />
            <p className="govuk-body-s muted answer__note">
              {WORDS.chart.interval} {bounds && WORDS.chart.bounds}
            </p>
          </>
        )}
        {words.caution && <p className="govuk-body">{words.caution}</p>}
        {words.bounds && <p className="govuk-body">{words.bounds}</p>}
        {drawn === 0 && (
          <p className="govuk-body">
            {WORDS.noneHere}{' '}
            {measure.id !== 'sampled-plans-good' && (
              <Link className="govuk-link" to="/trends?measure=sampled-plans-good">
                {WORDS.allPlans}
              </Link>
            )}
          </p>
        )}
      </div>
      <Counts headline={headline} />
    </section>
  )
}

function figureOf({ share, good, n, target }: Headline): string {
  if (share !== null) return formatPercent(share, target ?? undefined)
  return n > 0 ? WORDS.few(good, n) : WORDS.none
}

function Counts({ headline }: { readonly headline: Headline }) {
  const words = trends.counts
  const rows = [
    [words.drawn, headline.drawn],
    [words.audited, headline.audited],
    [words.withResult, headline.n],
    [words.awaitingModeration, headline.awaitingModeration],
    [words.notGradeable, headline.notGradeable],
    [words.lapsed, headline.lapsed],
    [words.inProgress, headline.inProgress],
    [words.swappedOut, headline.swappedOut],
  ] as const
  return (
    <table className="govuk-table answer__counts">
      <caption className="govuk-table__caption govuk-table__caption--s">{words.label}</caption>
      <tbody>
        {rows.map(([name, count]) => (
          <tr key={name}>
            <th scope="row" className="govuk-table__header">
              {name}
            </th>
            <td className="govuk-table__cell number">{formatCount(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
