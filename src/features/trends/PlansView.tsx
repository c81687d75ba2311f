/** The way down: every plan behind the figure with its result and how it came about. */
import { useState } from 'react'
import { Link } from 'react-router'
import { gradeStep } from '../../core/framework/lookup'
import { formatCount } from '../../core/trends/percent'
import type { ResultRow } from '../../store/results-rows'
import { trends } from '../../text/trends'
import { GradeTag } from '../../ui/GradeTag'
import { Scroll } from '../../ui/Scroll'
import type { Answer } from './answer'

const WORDS = trends.plans
const PAGE = 25
const SHOWN = ['all', 'not-good', 'good', 'without'] as const
type Shown = (typeof SHOWN)[number]
const SHOWN_WORDS: Readonly<Record<Shown, string>> = {
  all: WORDS.all,
  'not-good': WORDS.notGood,
  good: WORDS.good,
  without: WORDS.without,
}

export function PlansView({ answer: { plans } }: { readonly answer: Answer }) {
  const [shown, setShown] = useState<Shown>('all')
  const [most, setMost] = useState(PAGE)
  if (plans.length === 0) return null
  const wanted = plans.filter((row) => isShown(row, shown)).sort((a, b) => stepOf(a) - stepOf(b))
  const rest = wanted.length - most
  return (
    <section aria-labelledby="plans" className="no-print">
      <h2 className="govuk-heading-m" id="plans">
        {WORDS.heading}
      </h2>
      <div className="row plans-choice">
        <label className="govuk-label" htmlFor="plans-shown">
          {WORDS.show}
        </label>
        <select
          className="govuk-select"
          id="plans-shown"
          value={shown}
          onChange={({ target }) => {
            setShown(SHOWN.find((one) => one === target.value) ?? 'all')
            setMost(PAGE)
          }}
        >
          {SHOWN.map((one) => (
            <option key={one} value={one}>
              {SHOWN_WORDS[one]}
            </option>
          ))}
        </select>
        <span className="muted" role="status">
          {wanted.length === 0 ? WORDS.none : WORDS.shown(wanted.length, plans.length)}
        </span>
      </div>
      {wanted.length > 0 && <PlansTable rows={wanted.slice(0, most)} />}
      {rest > 0 && (
        <button type="button" className="govuk-button govuk-button--secondary" onClick={() => setMost(most + PAGE)}>
          {WORDS.more(Math.min(PAGE, rest))}
        </button>
      )}
    </section>
  )
}

function PlansTable({ rows }: { readonly rows: readonly ResultRow[] }) {
  return (
    <Scroll label={WORDS.label}>
      <table className="govuk-table figures">
        <caption className="govuk-visually-hidden">{WORDS.label}</caption>
        <thead>
          <tr>
            {[WORDS.code, WORDS.result, WORDS.route].map((name) => (
              <th key={name} scope="col" className="govuk-table__header">
                {name}
              </th>
            ))}
            <th scope="col" className="govuk-table__header">
              {WORDS.floor}
            </th>
            <th scope="col" className="govuk-table__header number">
              {WORDS.audits}
            </th>
            <th scope="col" className="govuk-table__header">
              {WORDS.cycle}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="govuk-table__header">
                <Link className="govuk-link code" to={`/subjects/${row.id}`}>
                  {row.code}
                </Link>
              </th>
              <td className="govuk-table__cell">
                <PlanGrade row={row} />
              </td>
              <td className="govuk-table__cell">{trends.routeWords(row.result)}</td>
              <td className="govuk-table__cell">{row.audits.length === 0 ? '–' : trends.floor.words(row.floor)}</td>
              <td className="govuk-table__cell number">{formatCount(row.audits.length)}</td>
              <td className="govuk-table__cell">{row.cycleName}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function PlanGrade({ row: { result, framework } }: { readonly row: ResultRow }) {
  if (result.state !== 'graded') return <>–</>
  const level = gradeStep(framework, result.grade)
  return (
    <GradeTag
      label={framework.scale[level]?.label ?? result.grade}
      level={level < 0 ? null : level}
      steps={framework.scale.length}
    />
  )
}

function isShown({ result }: ResultRow, shown: Shown): boolean {
  switch (shown) {
    case 'all':
      return true
    case 'good':
      return result.state === 'graded' && result.goodOrBetter
    case 'not-good':
      return result.state === 'graded' && !result.goodOrBetter
    case 'without':
      return result.state !== 'graded'
  }
}

/** Weakest grades first, then those that wait for the panel, then the rest. */
function stepOf({ result, framework }: ResultRow): number {
  if (result.state === 'graded') return gradeStep(framework, result.grade)
  return framework.scale.length + (result.state === 'awaiting-moderation' ? 0 : 1)
}
