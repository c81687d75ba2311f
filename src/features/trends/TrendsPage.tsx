/** The answer: what share of our plans is good, is it getting better, what pulls it down, and the audits behind it. */
import { useDeferredValue } from 'react'
import { Link } from 'react-router'
import { common } from '../../text/common'
import { trends as words } from '../../text/trends'
import { Loading } from '../../ui/Loading'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import type { Answer } from './answer'
import { CriteriaView } from './CriteriaView'
import { FloorView } from './FloorView'
import { HeadlineView } from './HeadlineView'
import { Method } from './Method'
import { MonthsView } from './MonthsView'
import { PlansView } from './PlansView'
import { SectionsView } from './SectionsView'
import { ShownForm, shownWords } from './ShownForm'
import { useTrends } from './use-trends'
import './trends.scss'

export function TrendsPage() {
  const trends = useTrends()
  if (!trends) {
    return (
      <Page title={words.title}>
        <Loading label={common.loading} />
      </Page>
    )
  }
  const { answer, unreadable, cycles } = trends
  if (cycles.length === 0) return <NoSampleYet />
  return (
    <Page title={words.title}>
      {unreadable.length > 0 && <Notice tone="warn">{words.unreadable(unreadable.join(', '))}</Notice>}
      <p className="govuk-body muted shown__words">{shownWords(trends)}</p>
      <HeadlineView headline={answer.headline} />
      <div className="no-print">
        <ShownForm trends={trends} />
      </div>
      <Method trends={trends} />
      <Details answer={answer} />
    </Page>
  )
}

/** What lies behind the headline, drawn after it: the figure itself never waits for the tables. */
function Details({ answer }: { readonly answer: Answer }) {
  const shown = useDeferredValue<Answer | null>(answer, null)
  if (!shown) return null
  return (
    <div className="figures-stack">
      <FloorView answer={shown} />
      <MonthsView answer={shown} />
      <SectionsView answer={shown} />
      <CriteriaView answer={shown} />
      <PlansView answer={shown} />
    </div>
  )
}

function NoSampleYet() {
  return (
    <Page title={words.title} narrow>
      <div className="empty">
        <h2 className="govuk-heading-m">{words.empty.title}</h2>
        <p className="govuk-body">{words.empty.body}</p>
        <Link className="govuk-button" to="/">
          {words.empty.action}
        </Link>
      </div>
    </Page>
  )
}
