/** What pulls the figure down: the sections, weakest first. One version of the standards at a time. */
import { useMemo } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { SectionRow } from '../../core/trends/by-section'
import { formatCount, formatPercent, formatRange } from '../../core/trends/percent'
import { trends } from '../../text/trends'
import { Scroll } from '../../ui/Scroll'
import { type Answer, nameOf, sectionsOf } from './answer'
import { IntervalLine } from './IntervalLine'

const WORDS = trends.sections

export function SectionsView({ answer }: { readonly answer: Answer }) {
  const { framework, headline } = answer
  const sections = useMemo(() => sectionsOf(answer), [answer])
  const rated = sections.filter(({ n, awaitingModeration, notGradeable }) => n + awaitingModeration + notGradeable > 0)
  if (!framework || headline.audited === 0) return null
  return (
    <section aria-labelledby="sections">
      <h2 className="govuk-heading-m" id="sections">
        {WORDS.heading}
      </h2>
      <StandardsChoice answer={answer} />
      <p className="govuk-body">{WORDS.note}</p>
      <Scroll label={WORDS.label}>
        <table className="govuk-table figures">
          <caption className="govuk-visually-hidden">{WORDS.label}</caption>
          <thead>
            <tr>
              <th scope="col" className="govuk-table__header">
                {WORDS.section}
              </th>
              <td className="govuk-table__header figures__line" />
              <th scope="col" className="govuk-table__header number">
                {WORDS.share}
              </th>
              <th scope="col" className="govuk-table__header number">
                {WORDS.interval}
              </th>
              <th scope="col" className="govuk-table__header number">
                {WORDS.n}
              </th>
              <th scope="col" className="govuk-table__header number">
                {WORDS.open}
              </th>
            </tr>
          </thead>
          <tbody>
            {rated.map((row) => (
              <Row key={row.section} row={row} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

function Row({ row }: { readonly row: SectionRow }) {
  const { section, title, share, interval, good, n, awaitingModeration } = row
  return (
    <tr>
      <th scope="row" className="govuk-table__header">
        {section} <span className="figures__title">{title}</span>
      </th>
      <td className="govuk-table__cell figures__line">
        {share !== null && interval && <IntervalLine share={share} interval={interval} />}
      </td>
      <td className="govuk-table__cell number">
        {share === null ? (n === 0 ? WORDS.none : WORDS.few(good, n)) : formatPercent(share)}
      </td>
      <td className="govuk-table__cell number">{interval ? formatRange(interval.low, interval.high) : '–'}</td>
      <td className="govuk-table__cell number">{formatCount(n)}</td>
      <td className="govuk-table__cell number">{formatCount(awaitingModeration)}</td>
    </tr>
  )
}

/** Plans audited with different standards are never put into one table. */
function StandardsChoice({ answer: { frameworks, framework } }: { readonly answer: Answer }) {
  const [query] = useSearchParams()
  const navigate = useNavigate()
  if (!framework || frameworks.length < 2) return null
  return (
    <form
      className="row standards-choice no-print"
      onSubmit={(event) => {
        event.preventDefault()
        const chosen = new URLSearchParams(query)
        chosen.set('standards', String(new FormData(event.currentTarget).get('standards')))
        void navigate(`/trends?${chosen}`)
      }}
    >
      <label className="govuk-label" htmlFor="standards">
        {WORDS.standards}
      </label>
      <select className="govuk-select" id="standards" name="standards" defaultValue={nameOf(framework)}>
        {frameworks.map(({ framework: one, plans }) => (
          <option key={nameOf(one)} value={nameOf(one)}>
            {trends.method.standardsUse(one.title, one.version, plans)}
          </option>
        ))}
      </select>
      <button type="submit" className="govuk-button govuk-button--secondary">
        {WORDS.show}
      </button>
    </form>
  )
}
