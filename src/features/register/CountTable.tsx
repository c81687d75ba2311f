/** Plans by one fact as a small table: the group, a bar to compare by, the number and the share. */
import { factOrder, factWords, register } from '../../text/register'
import { formatCount, formatPercent } from '../../ui/format'

interface CountTableProps {
  /** keyStage, need, version, setting or team. */
  readonly fact: string
  readonly counts: Readonly<Record<string, number>>
}

export function CountTable({ fact, counts }: CountTableProps) {
  const words = register.marginal
  const names: Readonly<Record<string, string>> = words.names
  const rows = inOrder(fact, counts)
  const all = rows.reduce((sum, [, count]) => sum + count, 0)
  const most = Math.max(...rows.map(([, count]) => count))
  return (
    <table className="count-table">
      <caption className="govuk-table__caption govuk-table__caption--s">{names[fact] ?? fact}</caption>
      <thead className="govuk-visually-hidden">
        <tr>
          <th scope="col">{words.group}</th>
          <th scope="col">{words.plans}</th>
          <th scope="col">{words.share}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([code, count]) => (
          <tr key={code}>
            <th scope="row">
              {factWords(fact, code)}
              <span className="count-table__bar" style={{ width: `${(count / most) * 100}%` }} aria-hidden="true" />
            </th>
            <td className="number">{formatCount(count)}</td>
            <td className="number muted">{count / all < 0.005 ? words.underOne : formatPercent(count / all)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function inOrder(fact: string, counts: Readonly<Record<string, number>>): readonly (readonly [string, number])[] {
  const order = factOrder(fact)
  const entries = Object.entries(counts)
  if (order.length === 0) return entries.sort(([a], [b]) => a.localeCompare(b))
  return entries.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
}
