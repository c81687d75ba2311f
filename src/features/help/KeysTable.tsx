/** The keys of the audit workspace, in the words that the workspace itself has for them. */
import { audit } from '../../text/audit'
import { help } from '../../text/help'

export function KeysTable() {
  const words = help.keys
  return (
    <>
      <p className="govuk-body">{words.general}</p>
      <p className="govuk-body">{words.audit}</p>
      <table className="govuk-table help__keys">
        <thead>
          <tr>
            <th scope="col" className="govuk-table__header">
              {words.key}
            </th>
            <th scope="col" className="govuk-table__header">
              {words.does}
            </th>
          </tr>
        </thead>
        <tbody>
          {audit.keys.rows.map(({ keys, does }) => (
            <tr key={does}>
              <th scope="row" className="govuk-table__header">
                <kbd>{keys.join(' ')}</kbd>
              </th>
              <td className="govuk-table__cell">{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
