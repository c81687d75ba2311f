/** What is shown, in a sentence, and the form that changes it. The choice stands in the address, so it can be sent on. */
import type { FormEvent } from 'react'
import { Link, useSearchParams } from 'react-router'
import { KEY_STAGE_WORDS, NEED_WORDS, SETTING_WORDS, VERSION_WORDS } from '../../core/register/words'
import { trends } from '../../text/trends'
import { formatMonth } from '../../ui/format'
import { FACTS, type Fact, measuresOf, monthsDrawn } from './question'
import type { Trends } from './use-trends'

const WORDS = trends.form
const FACT_WORDS: Readonly<Record<Fact, Readonly<Record<string, string>>>> = {
  version: VERSION_WORDS,
  keyStage: KEY_STAGE_WORDS,
  need: NEED_WORDS,
  setting: SETTING_WORDS,
  team: {},
}

type Options = readonly (readonly [value: string, label: string])[]

export function ShownForm({ trends: { answer, cycles, rows, isChanged } }: { readonly trends: Trends }) {
  const [query, setQuery] = useSearchParams()
  const { question } = answer
  const { measure } = question
  const purposes = measure.counts.purpose ?? []
  const months: Options = monthsDrawn(measure, rows).map((month) => [month, formatMonth(month)])
  const cycleOptions: Options = cycles
    .filter(({ body }) => purposes.includes(body.purpose))
    .map(({ id, body }) => [id, body.name])

  function show(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const chosen = [...new FormData(event.currentTarget)].filter(([, value]) => value !== '')
    setQuery(chosen.map(([name, value]): [string, string] => [name, String(value)]))
  }

  return (
    <details className="govuk-details shown">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{trends.shown.summary}</span>
      </summary>
      {/* A new question sets every field anew. */}
      <form className="shown__form" onSubmit={show} key={query.toString()}>
        <Select
          name="measure"
          label={WORDS.measure}
          value={measure.id}
          options={measuresOf(cycles).map(({ id, title }) => [id, title])}
        />
        <Select name="cycle" label={WORDS.cycle} value={question.cycle} all={WORDS.allCycles} options={cycleOptions} />
        <Select name="from" label={WORDS.from} value={query.get('from')} all={WORDS.yearBefore} options={months} />
        <Select name="to" label={WORDS.to} value={query.get('to')} all={WORDS.newest} options={months} />
        {FACTS.filter((fact) => !measure.counts[fact]).map((fact) => (
          <Select
            key={fact}
            name={fact}
            label={WORDS[fact]}
            value={question.facts[fact] ?? null}
            all={WORDS.all}
            options={factOptions(fact, rows)}
          />
        ))}
        <div className="shown__actions">
          <button type="submit" className="govuk-button">
            {WORDS.action}
          </button>
          {isChanged && (
            <Link className="govuk-link" to="/trends">
              {trends.shown.reset}
            </Link>
          )}
        </div>
      </form>
    </details>
  )
}

/** The values there are, in the order of the register's codes; teams by name. */
function factOptions(fact: Fact, rows: Trends['rows']): Options {
  const held = new Set(rows.flatMap(({ facts }) => facts[fact] ?? []))
  const words = FACT_WORDS[fact]
  const known = Object.keys(words).filter((value) => held.has(value))
  const others = [...held].filter((value) => !(value in words)).sort()
  return [...known, ...others].map((value) => [value, words[value] ?? value])
}

interface SelectProps {
  readonly name: string
  readonly label: string
  readonly value: string | null
  /** Words of the choice that leaves nothing out; left out where one has to be chosen. */
  readonly all?: string
  readonly options: Options
}

function Select({ name, label, value, all, options }: SelectProps) {
  if (options.length === 0) return null
  const id = `shown-${name}`
  return (
    <div className="shown__field">
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      <select className="govuk-select" id={id} name={name} defaultValue={value ?? ''}>
        {all !== undefined && <option value="">{all}</option>}
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

/** What the figure is about, in one line under the title. */
export function shownWords({ answer: { question }, cycles }: Trends): string {
  const { measure, cycle, period, isRollingYear, facts } = question
  const name = cycles.find(({ id }) => id === cycle)?.body.name
  const months = period && ([formatMonth(period.from), formatMonth(period.to)] as const)
  const parts = [
    measure.title,
    name === undefined ? '' : trends.shown.cycle(name),
    months ? (isRollingYear ? trends.shown.rollingYear(...months) : trends.shown.period(...months)) : '',
    ...FACTS.flatMap((fact) => {
      const value = facts[fact]
      return value === undefined ? [] : [FACT_WORDS[fact][value] ?? value]
    }),
  ]
  return parts.filter(Boolean).join(' · ')
}
