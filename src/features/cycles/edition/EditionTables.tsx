/** Tables of an edition: a count for each cell, or that it is left out. */
import type { Framework } from '../../../core/framework/schema'
import type { EditionTable } from '../../../core/trends/edition-suppress'
import { publishedCount, edition as words } from '../../../text/cycles-close'
import { formatCount } from '../../../ui/format'
import { Scroll } from '../../../ui/Scroll'

interface CountsTableProps {
  readonly title: string
  readonly table: EditionTable
  /** Cell id to its words; cells without any are not shown. */
  readonly labels: Readonly<Record<string, string>>
}

export function CountsTable({ title, table, labels }: CountsTableProps) {
  if (isLeftOut(table)) return <TooFew title={title} />
  return (
    <table className="govuk-table">
      <caption className="govuk-table__caption govuk-table__caption--m">{title}</caption>
      <tbody>
        {Object.entries(labels).map(([id, label]) => (
          <tr key={id}>
            <th scope="row" className="govuk-table__cell">
              {label}
            </th>
            <Count count={table.cells[id] ?? null} />
          </tr>
        ))}
        <tr>
          <th scope="row" className="govuk-table__header">
            {words.total}
          </th>
          <Count count={table.total} />
        </tr>
      </tbody>
    </table>
  )
}

interface SectionsTableProps {
  readonly framework: Framework
  readonly sections: Readonly<Record<string, EditionTable>>
}

export function SectionsTable({ framework, sections }: SectionsTableProps) {
  if (Object.values(sections).every(isLeftOut)) return <TooFew title={words.sections} />
  return (
    <Scroll label={words.sections}>
      <table className="govuk-table">
        <caption className="govuk-table__caption govuk-table__caption--m">{words.sections}</caption>
        <thead>
          <tr>
            <th scope="col" className="govuk-table__header">
              {words.section}
            </th>
            {[words.good, words.notGood, words.none].map((column) => (
              <th key={column} scope="col" className="govuk-table__header number">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {framework.sections.map(({ id, title }) => {
            const cells = sections[id]?.cells
            return (
              <tr key={id}>
                <th scope="row" className="govuk-table__cell">
                  {id} {title}
                </th>
                <Count count={cells?.good ?? null} />
                <Count count={cells?.['not-good'] ?? null} />
                <Count count={cells?.none ?? null} />
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}

/** Nothing of it may be shown. */
function isLeftOut({ total, cells }: EditionTable): boolean {
  return total === null && Object.values(cells).every((count) => count === null)
}

function TooFew({ title }: { readonly title: string }) {
  return (
    <>
      <h2 className="govuk-heading-m">{title}</h2>
      <p className="govuk-body">{words.tooFew}</p>
    </>
  )
}

function Count({ count }: { readonly count: number | null }) {
  return (
    <td className={count === null ? 'govuk-table__cell number muted' : 'govuk-table__cell number'}>
      {publishedCount(count, formatCount)}
    </td>
  )
}
