/** One version of the standards, for everybody to read and to print. Works for any framework: nothing of one is known here. */
import { useMemo } from 'react'
import { Link, useParams } from 'react-router'
import { contentHash } from '../../core/framework/content-hash'
import type { Framework } from '../../core/framework/schema'
import { useFramework } from '../../store/frameworks'
import { common } from '../../text/common'
import { frameworks as words } from '../../text/frameworks'
import { recordLinks } from '../../text/records'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { CriteriaList } from './CriteriaList'
import { ExamplesView } from './ExamplesView'
import { HowGradedView, ScaleView } from './HowGradedView'
import { TimersView } from './TimersView'
import './frameworks.scss'

export function FrameworkPage() {
  const { id = '', version = '' } = useParams()
  const ref = useMemo(() => ({ id, version }), [id, version])
  const held = useFramework(ref)
  if (held === undefined) {
    return (
      <Page title={words.title}>
        <Loading label={common.loading} />
      </Page>
    )
  }
  if (held === null) {
    return (
      <Page title={words.missing.title} narrow>
        <p className="govuk-body">{words.missing.body}</p>
        <Link className="govuk-link" to="/frameworks">
          {words.missing.action}
        </Link>
      </Page>
    )
  }
  return <OpenFramework framework={held.body} />
}

function OpenFramework({ framework }: { readonly framework: Framework }) {
  const { title, version, summary, timers, sources } = framework
  return (
    <Page title={title} caption={words.version(version)}>
      <p className="govuk-body-l standards-summary">{summary}</p>
      <p className="govuk-body no-print">
        <Link className="govuk-link" to={`/frameworks/${framework.id}/${version}/form`}>
          {recordLinks.formOfStandards}
        </Link>
      </p>
      <div className="standards">
        <Contents framework={framework} />
        <div className="standards__body">
          <CriteriaList framework={framework} />
          <HowGradedView framework={framework} />
          <ScaleView framework={framework} />
          <TimersView timers={timers} />
          <ExamplesView framework={framework} />
          {sources.length > 0 && (
            <section aria-labelledby="sources">
              <h2 className="govuk-heading-m" id="sources" tabIndex={-1}>
                {words.sources.heading}
              </h2>
              <ul className="govuk-list">
                {sources.map((source) => (
                  <li key={source.short}>
                    <strong>{source.short}</strong>: {source.title}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Pinned framework={framework} />
        </div>
      </div>
    </Page>
  )
}

/** Links within the page move focus as well, so that the next Tab goes on from there. */
function Contents({ framework }: { readonly framework: Framework }) {
  const { sections, timers, examples } = framework
  const places = [
    ...sections.map(({ id, title }) => [`section-${id}`, `${id}. ${title}`] as const),
    ['graded', words.graded.heading],
    ['scale', words.scale.heading],
    ...(timers.length > 0 ? [['timers', words.timers.heading] as const] : []),
    ...(examples.length > 0 ? [['examples', words.examples.heading] as const] : []),
    ['pinned', words.pinned.heading],
  ] as const
  return (
    <nav className="standards__contents no-print" aria-label={words.contents}>
      <ul className="govuk-list">
        {places.map(([id, label]) => (
          <li key={id}>
            <a className="govuk-link" href={`#${id}`}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Pinned({ framework }: { readonly framework: Framework }) {
  const hash = useMemo(() => contentHash(framework), [framework])
  const rows = [
    [words.pinned.id, framework.id],
    [words.pinned.version, framework.version],
    [words.pinned.hash, hash ?? ''],
  ] as const
  return (
    <section aria-labelledby="pinned">
      <h2 className="govuk-heading-m" id="pinned" tabIndex={-1}>
        {words.pinned.heading}
      </h2>
      <dl className="govuk-summary-list">
        {rows.map(([name, value]) => (
          <div key={name} className="govuk-summary-list__row">
            <dt className="govuk-summary-list__key">{name}</dt>
            <dd className="govuk-summary-list__value code standards__pin">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="govuk-body muted">{words.pinned.hashHint}</p>
    </section>
  )
}
