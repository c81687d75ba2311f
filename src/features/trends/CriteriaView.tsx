/** The criteria that pull down most: how often each was not met or partly met, of those rated. */
import { useMemo, useState } from 'react'
import { criteriaById } from '../../core/framework/lookup'
import type { CriterionRow } from '../../core/trends/by-criterion'
import { formatCount } from '../../core/trends/percent'
import { trends } from '../../text/trends'
import { Scroll } from '../../ui/Scroll'
import { type Answer, criteriaOf } from './answer'

const WORDS = trends.criteria
const FIRST = 10

export function CriteriaView({ answer }: { readonly answer: Answer }) {
  const [isLong, setLong] = useState(false)
  const criteria = useMemo(() => criteriaOf(answer), [answer])
  const { framework } = answer
  if (!framework || criteria.length === 0) return null
  const statements = criteriaById(framework)
  return (
    <section aria-labelledby="criteria">
      <h2 className="govuk-heading-m" id="criteria">
        {WORDS.heading}
      </h2>
      <p className="govuk-body">{WORDS.note}</p>
      <Scroll label={WORDS.label}>
        <table className="govuk-table figures">
          <caption className="govuk-visually-hidden">{WORDS.label}</caption>
          <thead>
            <tr>
              <th scope="col" className="govuk-table__header">
                {WORDS.criterion}
              </th>
              {[WORDS.notMet, WORDS.partly, WORDS.met, WORDS.n, WORDS.differ, WORDS.cannotTell].map((name) => (
                <th key={name} scope="col" className="govuk-table__header number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(isLong ? criteria : criteria.slice(0, FIRST)).map((row) => (
              <Row key={row.criterion} row={row} statement={statements.get(row.criterion)?.statement ?? ''} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {criteria.length > FIRST && (
        <button
          type="button"
          className="govuk-button govuk-button--secondary no-print"
          onClick={() => setLong(!isLong)}
        >
          {isLong ? WORDS.fewer : WORDS.more(criteria.length)}
        </button>
      )}
    </section>
  )
}

function Row({ row, statement }: { readonly row: CriterionRow; readonly statement: string }) {
  const { criterion, notMet, partly, met, n, differs, cannotTell, isScored } = row
  return (
    <tr>
      <th scope="row" className="govuk-table__header">
        {criterion} <span className="figures__title">{statement}</span>
        {!isScored && <span className="figures__title muted"> ({WORDS.diagnostic})</span>}
      </th>
      {(
        [
          ['not-met', notMet],
          ['partly', partly],
          ['met', met],
          ['n', n],
          ['differs', differs],
          ['cannot-tell', cannotTell],
        ] as const
      ).map(([name, count]) => (
        <td key={name} className="govuk-table__cell number">
          {formatCount(count)}
        </td>
      ))}
    </tr>
  )
}
