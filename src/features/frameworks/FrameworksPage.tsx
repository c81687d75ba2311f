/** The standards on this device: every set of them in every version. */
import { Link } from 'react-router'
import { allCriteria } from '../../core/framework/lookup'
import type { Framework } from '../../core/framework/schema'
import { useFrameworks } from '../../store/frameworks'
import { common } from '../../text/common'
import { frameworks as words } from '../../text/frameworks'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import './frameworks.scss'

export function FrameworksPage() {
  const held = useFrameworks()
  const ordered = held?.map(({ body }) => body).sort(byTitleThenNewest)
  return (
    <Page title={words.title} narrow>
      <p className="govuk-body-l">{words.intro}</p>
      {!ordered && <Loading label={common.loading} />}
      {ordered?.length === 0 && <p className="govuk-body">{words.none}</p>}
      {ordered?.map((framework) => (
        <FrameworkCard key={`${framework.id}@${framework.version}`} framework={framework} />
      ))}
    </Page>
  )
}

function FrameworkCard({ framework }: { readonly framework: Framework }) {
  const { id, version, title, summary, sections } = framework
  const criteria = allCriteria(framework)
  const core = criteria.filter((criterion) => criterion.core).length
  return (
    <article className="card standards-card">
      <h2 className="govuk-heading-m">
        <Link className="govuk-link" to={`/frameworks/${id}/${version}`}>
          {title}
        </Link>
      </h2>
      <p className="govuk-body">{summary}</p>
      <p className="govuk-body muted">
        {words.version(version)} · {words.size(sections.length, criteria.length, core)}
      </p>
    </article>
  )
}

function byTitleThenNewest(a: Framework, b: Framework): number {
  return a.title.localeCompare(b.title) || b.version.localeCompare(a.version, undefined, { numeric: true })
}
