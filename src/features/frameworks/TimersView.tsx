/** The time limits beside the grade: from when, until when, how long, and where it is written. */
import type { Framework } from '../../core/framework/schema'
import { frameworks } from '../../text/frameworks'

const WORDS = frameworks.timers

export function TimersView({ timers }: Pick<Framework, 'timers'>) {
  if (timers.length === 0) return null
  return (
    <section aria-labelledby="timers">
      <h2 className="govuk-heading-m" id="timers" tabIndex={-1}>
        {WORDS.heading}
      </h2>
      <p className="govuk-body">{WORDS.intro}</p>
      {timers.map(({ id, statement, limit, from, to, exceptions, basis }) => (
        <article key={id} className="standard" id={id}>
          <h3 className="govuk-heading-s standard__statement">
            <span className="standard__id">{id}</span> {statement}
          </h3>
          <dl className="standard__looks">
            <div>
              <dt>{WORDS.limit}</dt>
              <dd>{limit ? WORDS.amount(limit.amount, limit.unit) : WORDS.none}</dd>
            </div>
            <div>
              <dt>{WORDS.from}</dt>
              <dd>{from}</dd>
            </div>
            <div>
              <dt>{WORDS.to}</dt>
              <dd>{to}</dd>
            </div>
            {exceptions !== undefined && (
              <div>
                <dt>{WORDS.exceptions}</dt>
                <dd>{exceptions}</dd>
              </div>
            )}
          </dl>
          {basis.citations.length > 0 && (
            <p className="govuk-body-s muted standard__foot">
              {WORDS.basis}: {basis.citations.join('; ')}.
            </p>
          )}
        </article>
      ))}
    </section>
  )
}
