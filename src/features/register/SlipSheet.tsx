/** One sheet of paper: an auditor's codes and case numbers. What is the same for all of them is said once. */
import { basisText } from '../../text/audit-opening'
import { slips as words } from '../../text/register-slips'
import { formatDay } from '../../ui/format'
import { Scroll } from '../../ui/Scroll'
import type { SlipRow } from './slips'

interface SlipSheetProps {
  readonly cycleName: string
  readonly heading: string
  readonly detail: string
  readonly rows: readonly SlipRow[]
}

export function SlipSheet({ cycleName, heading, detail, rows }: SlipSheetProps) {
  const dueOn = sameFor(rows.map((row) => row.dueOn))
  const basis = sameFor(rows.map((row) => row.basis))
  return (
    <section className="card slip">
      <p className="slip__cycle">{cycleName}</p>
      <h2 className="govuk-heading-m">{heading}</h2>
      <p className="govuk-body muted">{detail}</p>
      {(dueOn ?? basis) && (
        <p className="govuk-body">
          {dueOn && <strong>{words.allDue(formatDay(dueOn))}</strong>} {basis && basisText(basis)}
        </p>
      )}
      <Scroll label={heading}>
        <table className="register-table">
          <caption className="govuk-visually-hidden">{heading}</caption>
          <thead>
            <tr>
              <th scope="col">{words.code}</th>
              <th scope="col">{words.caseNumber}</th>
              {dueOn === undefined && <th scope="col">{words.due}</th>}
              {basis === undefined && <th scope="col">{words.basis}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code}>
                <th scope="row" className="code">
                  {row.code}
                </th>
                <td className={row.caseNumber === null ? 'muted' : 'code'}>{row.caseNumber ?? words.notFound}</td>
                {dueOn === undefined && <td>{row.dueOn && formatDay(row.dueOn)}</td>}
                {basis === undefined && <td>{row.basis && basisText(row.basis)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="govuk-body slip__care">{words.care}</p>
    </section>
  )
}

/** The value all have in common; `undefined` when they differ. */
function sameFor<T>(values: readonly T[]): T | undefined {
  const [first] = values
  return values.every((value) => value === first) ? first : undefined
}
