/** A list of criteria, each a way to its radios. */
import { Link } from 'react-router'
import { criteriaById } from '../../../core/framework/lookup'
import type { Framework } from '../../../core/framework/schema'
import { submit as words } from '../../../text/audit-submit'
import { sectionOf } from '../sections'
import { goTo } from '../workspace/focus-criterion'

interface CriterionLinksProps {
  readonly framework: Framework
  /** Address of the audit. */
  readonly path: string
  readonly ids: readonly string[]
  /** What to say of a criterion; its statement when left out. */
  readonly says?: (id: string) => string
}

export function CriterionLinks({ framework, path, ids, says }: CriterionLinksProps) {
  const criteria = criteriaById(framework)
  return (
    <ul className="govuk-list criterion-links">
      {ids.map((id) => (
        <li key={id}>
          <Link className="govuk-link" to={`${path}/${sectionOf(framework, id) ?? ''}`} {...goTo(id)}>
            {words.item(id, says ? says(id) : (criteria.get(id)?.statement ?? ''))}
          </Link>
        </li>
      ))}
    </ul>
  )
}
