/** Plans by group: in the register and in the sample. Long lists show their first rows and say how many follow. */
import { design as words } from '../../../text/cycles-design'
import { stratumWords } from '../../../text/cycles-facts'
import { formatCount } from '../../../ui/format'

export interface AllocationRow {
  readonly stratum: Readonly<Record<string, string>>
  readonly N: number
  readonly n: number
}

interface AllocationTableProps {
  readonly allocation: readonly AllocationRow[]
  /** Rows shown at most; all of them when left out. */
  readonly most?: number
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

export function AllocationTable({ allocation, most = Number.POSITIVE_INFINITY }: AllocationTableProps) {
  const { preview } = words
  const isParted = allocation.length > 1
  const hidden = Math.max(0, allocation.length - most)
  return (
    <table className="govuk-table allocation">
      <caption className="govuk-visually-hidden">{preview.caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="govuk-table__header">
            {isParted ? preview.groups(allocation.length) : preview.group}
          </th>
          <th scope="col" className="govuk-table__header number">
            {preview.register}
          </th>
          <th scope="col" className="govuk-table__header number">
            {preview.sample}
          </th>
        </tr>
      </thead>
      <tbody>
        {isParted &&
          allocation.slice(0, most).map(({ stratum, N, n }) => (
            <tr key={JSON.stringify(stratum)}>
              <th scope="row" className="govuk-table__cell">
                {stratumWords(stratum)}
              </th>
              <td className="govuk-table__cell number">{formatCount(N)}</td>
              <td className="govuk-table__cell number">{formatCount(n)}</td>
            </tr>
          ))}
        {hidden > 0 && (
          <tr>
            <td className="govuk-table__cell muted" colSpan={3}>
              {preview.moreGroups(hidden)}
            </td>
          </tr>
        )}
        <tr>
          <th scope="row" className="govuk-table__header">
            {preview.total}
          </th>
          <td className="govuk-table__header number">{formatCount(sum(allocation.map(({ N }) => N)))}</td>
          <td className="govuk-table__header number">{formatCount(sum(allocation.map(({ n }) => n)))}</td>
        </tr>
      </tbody>
    </table>
  )
}
