/** Everybody who takes part, with agency, roles and state; a manager finds the way to change them here. */
import { Link } from 'react-router'
import { peopleAccounts } from '../../text/account-settings'
import { settings } from '../../text/settings'
import { Scroll } from '../../ui/Scroll'
import { accountState } from './people/account-state'
import { useMemberAccounts } from './people/use-member-accounts'
import type { HubAccess } from './use-hub-access'
import type { People, Person } from './use-people'

interface PeopleTableProps extends Pick<People, 'people' | 'isManager'> {
  /** Of a manager: the hub tells who has an account. */
  readonly access: HubAccess | null
  readonly isJoined: boolean
}

export function PeopleTable({ people, isManager, access, isJoined }: PeopleTableProps) {
  const words = settings.people
  const { accounts } = useMemberAccounts(access)
  const accountOf = (person: Person): string => {
    const known = accounts?.get(person.id)
    return known ? accountState(known) : accounts === undefined ? '' : peopleAccounts.unknown
  }
  return (
    <section aria-labelledby="people">
      <h2 className="govuk-heading-m" id="people">
        {isJoined ? peopleAccounts.heading : words.heading}
      </h2>
      {access && accounts === null && <p className="govuk-body muted">{peopleAccounts.offline}</p>}
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
              {access && (
                <th scope="col" className="govuk-table__header">
                  {peopleAccounts.column}
                </th>
              )}
              {isManager && (
                <td className="govuk-table__header">
                  <span className="govuk-visually-hidden">{words.change}</span>
                </td>
              )}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                isManager={isManager}
                account={access ? accountOf(person) : null}
              />
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

interface PersonRowProps {
  readonly person: Person
  readonly isManager: boolean
  /** `null`: not told here. */
  readonly account: string | null
}

function PersonRow({ person, isManager, account }: PersonRowProps) {
  const words = settings.people
  return (
    <tr>
      <th scope="row" className="govuk-table__header">
        {person.name} {person.isYou && <span className="muted">{words.you}</span>}
      </th>
      <td className="govuk-table__cell">{person.agencyLabel}</td>
      <td className="govuk-table__cell">{person.roles.map(settings.roleLabel).join(', ') || words.noRoles}</td>
      <td className="govuk-table__cell">{person.active ? words.active : words.inactive}</td>
      {account !== null && <td className="govuk-table__cell">{account}</td>}
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
