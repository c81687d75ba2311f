/** Counts by reason, each reason in words: rows left out, or what was noticed on rows that are kept. */
import { reasonWords } from '../../text/register'
import { formatCount } from '../../ui/format'

interface ReasonCountsProps {
  readonly caption: string
  readonly counts: Readonly<Record<string, number | undefined>>
  readonly reason: string
  readonly count: string
}

export function ReasonCounts({ caption, counts, reason, count }: ReasonCountsProps) {
  const rows = Object.entries(counts)
    .map(([code, rows]) => ({ code, rows: rows ?? 0 }))
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => b.rows - a.rows)
  return (
    <table className="register-table reason-table">
      <caption className="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{reason}</th>
          <th scope="col" className="number">
            {count}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, rows }) => (
          <tr key={code}>
            <td>{reasonWords(code)}</td>
            <td className="number">{formatCount(rows)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
