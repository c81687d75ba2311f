/** The newest edition of every closed cycle: what members who audit nothing come for. */
import { Link } from 'react-router'
import { Edition } from '../../core/trends/edition'
import { useRows } from '../../store/hooks'
import { edition as words } from '../../text/cycles-close'
import { formatDay } from '../../ui/format'

export function PublishedEditions() {
  const editions = useRows('edition', Edition)
  if (!editions || editions.length === 0) return null
  const newest = editions
    .filter(({ body }) => !editions.some((one) => one.body.cycleId === body.cycleId && one.body.number > body.number))
    .sort((a, b) => (a.body.at < b.body.at ? 1 : -1))
  return (
    <section aria-labelledby="editions">
      <h2 className="govuk-heading-m" id="editions">
        {words.listTitle}
      </h2>
      <p className="govuk-hint">{words.listHint}</p>
      <ul className="govuk-list">
        {newest.map(({ id, body }) => (
          <li key={id}>
            <Link className="govuk-link" to={`/cycles/${body.cycleId}/editions/${body.number}`}>
              {words.listItem(body.cycle.name, body.number)}
            </Link>{' '}
            <span className="muted">{words.of(formatDay(body.at))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
