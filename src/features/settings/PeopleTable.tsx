/** Everybody who takes part, with agency, roles and state; a manager finds the way to change them here. */
import { Link } from 'react-router'
import { settings } from '../../text/settings'
import { Scroll } from '../../ui/Scroll'
import type { People, Person } from './use-people'

export function PeopleTable({ people, isManager }: Pick<People, 'people' | 'isManager'>) {
  const words = settings.people
  return (
    <section aria-labelledby="people">
      <h2 className="govuk-heading-m" id="people">
        {words.heading}
      </h2>
      <Scroll label={words.caption}>
        <table className="govuk-table people">
          <caption className="govuk-visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col" className="govuk-table__header">
                {words.name}
              </th>
              <th scope="col" className="govuk-table__header">
                {words.agency}
              </th>
              <th scope="col" className="govuk-table__header">
                {words.roles}
              </th>
              <th scope="col" className="govuk-table__header">
                {words.state}
              </th>
              {isManager && (
                <td className="govuk-table__header">
                  <span className="govuk-visually-hidden">{words.change}</span>
                </td>
              )}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonRow key={person.id} person={person} isManager={isManager} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {isManager ? (
        <Link className="govuk-button govuk-button--secondary" to="/settings?person=new">
          {words.add}
        </Link>
      ) : (
        <p className="govuk-body muted">{words.managersOnly}</p>
      )}
    </section>
  )
}

function PersonRow({ person, isManager }: { readonly person: Person; readonly isManager: boolean }) {
  const words = settings.people
  return (
    <tr>
      <th scope="row" className="govuk-table__header">
        {person.name} {person.isYou && <span className="muted">{words.you}</span>}
      </th>
      <td className="govuk-table__cell">{person.agencyLabel}</td>
      <td className="govuk-table__cell">{person.roles.map(settings.roleLabel).join(', ') || words.noRoles}</td>
      <td className="govuk-table__cell">{person.active ? words.active : words.inactive}</td>
      {isManager && (
        <td className="govuk-table__cell">
          <Link className="govuk-link" to={`/settings?person=${person.id}`}>
            {words.change}
            <span className="govuk-visually-hidden"> {person.name}</span>
          </Link>
        </td>
      )}
    </tr>
  )
}
