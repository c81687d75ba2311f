/** The register as it stands: how many plans, as of when, what was left out and why, the plans by group, earlier imports. */
import { Link } from 'react-router'
import type { RegisterSummary } from '../../core/register/summary'
import type { Held } from '../../store/read'
import { register } from '../../text/register'
import { registerImport } from '../../text/register-import'
import { formatCount, formatDay } from '../../ui/format'
import { CountTables } from './CountTables'
import { FocusedNotice } from './FocusedNotice'
import { History } from './History'
import { ReasonCounts } from './ReasonCounts'
import { SummaryFacts } from './SummaryFacts'
import { Unlock } from './Unlock'

interface OverviewProps {
  /** Newest first; at least one. */
  readonly registers: readonly Held<RegisterSummary>[]
  readonly wasJustImported: boolean
  readonly onImport: () => void
}

export function Overview({ registers, wasJustImported, onImport }: OverviewProps) {
  const words = register.overview
  const [current] = registers
  if (!current) return null
  const { plans, asOf, excluded, warnings, marginals } = current.body
  return (
    <div className="stack">
      {wasJustImported && (
        <FocusedNotice tone="done">{words.imported(formatCount(plans), formatDay(asOf))}</FocusedNotice>
      )}
      <Unlock current={current} />
      <p className="register-figure">
        {words.plans(formatCount(plans))} <span className="register-figure__as-of">{words.asOf(formatDay(asOf))}</span>
      </p>
      <div className="row">
        <Link className="govuk-button" to="/cycles/new">
          {words.draw}
        </Link>
        <button type="button" className="govuk-button govuk-button--secondary" onClick={onImport}>
          {words.importNewer}
        </button>
      </div>
      <section>
        <h2 className="govuk-heading-m">{words.marginalsHeading}</h2>
        <CountTables marginals={marginals} />
      </section>
      <div className="columns">
        <div>
          <Reasons heading={words.leftOutHeading} none={words.leftOutNone} counts={excluded} count={register.rows} />
          <Reasons heading={words.warningsHeading} none={words.warningsNone} counts={warnings} count={register.plans} />
        </div>
        <SummaryFacts summary={current.body} />
      </div>
      <History registers={registers} />
    </div>
  )
}

interface ReasonsProps {
  readonly heading: string
  readonly none: string
  readonly counts: Readonly<Record<string, number>>
  readonly count: string
}

function Reasons({ heading, none, counts, count }: ReasonsProps) {
  return (
    <section>
      <h2 className="govuk-heading-m">{heading}</h2>
      {Object.values(counts).some((rows) => rows > 0) ? (
        <ReasonCounts caption={heading} counts={counts} reason={registerImport.preview.reason} count={count} />
      ) : (
        <p className="govuk-body">{none}</p>
      )}
    </section>
  )
}
