/** Every row with its reason, unfolded on request; built only then, since there may be thousands. Holds no cell of a row. */
import { useState } from 'react'
import { reasonWords } from '../../text/register'
import { registerImport } from '../../text/register-import'
import { formatCount } from '../../ui/format'
import { Scroll } from '../../ui/Scroll'
import { saveAs } from './save-as'

interface RowListProps {
  readonly summary: string
  readonly caption: string
  readonly heading: string
  readonly rows: readonly { readonly sheetRow: number; readonly code: string }[]
  readonly fileName: string
}

const SHOWN = 300

export function RowList({ summary, caption, heading, rows, fileName }: RowListProps) {
  const words = registerImport.rows
  const [isOpen, setOpen] = useState(false)
  const listed = isOpen ? rows.slice(0, SHOWN) : []
  return (
    <details className="govuk-details row-list" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">
        {rows.length > SHOWN && <p className="govuk-body">{words.first(formatCount(SHOWN))}</p>}
        <Scroll label={caption}>
          <table className="register-table">
            <caption className="govuk-visually-hidden">{caption}</caption>
            <thead>
              <tr>
                <th scope="col" className="number">
                  {words.number}
                </th>
                <th scope="col">{heading}</th>
              </tr>
            </thead>
            <tbody>
              {listed.map(({ sheetRow, code }) => (
                <tr key={`${sheetRow} ${code}`}>
                  <td className="number">{sheetRow}</td>
                  <td>{reasonWords(code)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        <button
          type="button"
          className="govuk-button govuk-button--secondary"
          onClick={() => saveAs(fileName, csvOf([words.number, heading], rows))}
        >
          {words.save}
        </button>
      </div>
    </details>
  )
}

function csvOf(headings: readonly [string, string], rows: RowListProps['rows']): string {
  const lines = rows.map(({ sheetRow, code }) => `${sheetRow},"${reasonWords(code).replaceAll('"', '""')}"`)
  return [headings.join(','), ...lines].join('\r\n')
}
