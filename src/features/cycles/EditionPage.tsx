/** One edition of a closed cycle: its tables of counts as they were published, small ones left out. For every member. */
import { Link, useParams } from 'react-router'
import type { Framework } from '../../core/framework/schema'
import { cycleKey, editionKey } from '../../core/ops/keys'
import { Edition } from '../../core/trends/edition'
import { useFrameworks } from '../../store/frameworks'
import { useRow, useRows } from '../../store/hooks'
import { common } from '../../text/common'
import { cycles } from '../../text/cycles'
import { edition as words } from '../../text/cycles-close'
import { formatDay } from '../../ui/format'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { CountsTable, SectionsTable } from './edition/EditionTables'
import './cycles.scss'

export function EditionPage() {
  const { cycleId = '', number = '' } = useParams()
  const edition = useRow(editionKey(cycleId, Number(number)), Edition)
  const frameworks = useFrameworks()
  if (edition === undefined || !frameworks) {
    return (
      <Page title={words.listTitle}>
        <Loading label={common.loading} />
      </Page>
    )
  }
  const pinned = edition?.body.framework
  const framework = frameworks.find(({ body }) => body.id === pinned?.id && body.version === pinned.version)?.body
  if (edition === null || !framework) return <Missing />
  return <OpenEdition edition={edition.body} framework={framework} />
}

function OpenEdition({ edition, framework }: { readonly edition: Edition; readonly framework: Framework }) {
  const { number, at, cycle, cycleId } = edition
  const grades = Object.fromEntries(framework.scale.map(({ id, label }) => [id, label]))
  return (
    <Page title={words.title(cycle.name)} caption={words.caption(number)} narrow>
      <p className="govuk-body-l">
        {words.published(formatDay(at), formatDay(cycle.startsOn), formatDay(cycle.dueOn))}{' '}
        {cycle.purpose !== 'random' && words.apart}
      </p>
      <p className="govuk-hint">{words.small}</p>
      <CountsTable title={words.standing} table={edition.standing} labels={words.standings} />
      <CountsTable title={words.grades} table={edition.grades} labels={grades} />
      <CountsTable title={words.floor} table={edition.floor} labels={words.floors} />
      <SectionsTable framework={framework} sections={edition.sections} />
      <OtherEditions cycleId={cycleId} number={number} />
    </Page>
  )
}

function OtherEditions({ cycleId, number }: Pick<Edition, 'cycleId' | 'number'>) {
  const editions = useRows('edition', Edition, cycleKey(cycleId)) ?? []
  const others = editions.filter(({ body }) => body.number !== number).sort((a, b) => b.body.number - a.body.number)
  if (others.length === 0) return null
  return (
    <section aria-labelledby="others">
      <h2 className="govuk-heading-m" id="others">
        {words.earlier}
      </h2>
      <ul className="govuk-list">
        {others.map(({ id, body }) => (
          <li key={id}>
            <Link className="govuk-link" to={`/cycles/${cycleId}/editions/${body.number}`}>
              {words.caption(body.number)}
            </Link>{' '}
            <span className="muted">{words.of(formatDay(body.at))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Missing() {
  return (
    <Page title={words.missing.title} narrow>
      <p className="govuk-body">{words.missing.body}</p>
      <Link className="govuk-link" to="/cycles">
        {cycles.toCycles}
      </Link>
    </Page>
  )
}
