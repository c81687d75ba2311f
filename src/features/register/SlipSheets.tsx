/** The slips on the screen as they come out of the printer: one sheet for each auditor, then what nobody has yet. */
import { useArea } from '../../store/cycles'
import { basisText } from '../../text/audit-opening'
import { slips as words } from '../../text/register-slips'
import { formatDay } from '../../ui/format'
import { Notice } from '../../ui/Notice'
import { Scroll } from '../../ui/Scroll'
import { StepHeading } from './StepHeading'
import type { SlipRow, Slips } from './slips'

interface SlipSheetsProps {
  readonly slips: Slips
  readonly cycleName: string
  readonly onClear: () => void
}

export function SlipSheets({ slips, cycleName, onClear }: SlipSheetsProps) {
  const area = useArea()
  const isNone = slips.missing === slips.drawn
  const shown = isNone ? { slips: [], unassigned: [] } : slips
  const agencyName = (id: string) => area?.body.agencies.find((agency) => agency.id === id)?.label ?? id
  return (
    <div className="stack print-alone">
      <div className="no-print stack">
        <StepHeading>{words.ready(words.plans(slips.drawn), words.people(slips.slips.length))}</StepHeading>
        {slips.missing > 0 && (
          <Notice tone={isNone ? 'stop' : 'warn'}>{words.missing(slips.missing, slips.drawn)}</Notice>
        )}
        <p className="govuk-body">{words.never}</p>
        <div className="row">
          {!isNone && (
            <button type="button" className="govuk-button" onClick={() => window.print()}>
              {words.print}
            </button>
          )}
          <button type="button" className="govuk-button govuk-button--secondary" onClick={onClear}>
            {words.clear}
          </button>
        </div>
      </div>
      {shown.slips.map(({ auditorId, name, agency, rows }) => (
        <section key={auditorId} className="card slip">
          <p className="slip__cycle">{cycleName}</p>
          <h2 className="govuk-heading-m">{words.slipFor(name)}</h2>
          <p className="govuk-body muted">{agencyName(agency)}</p>
          <SlipTable rows={rows} caption={words.slipFor(name)} />
          <p className="govuk-body slip__care">{words.care}</p>
        </section>
      ))}
      {shown.unassigned.length > 0 && (
        <section className="card slip">
          <p className="slip__cycle">{cycleName}</p>
          <h2 className="govuk-heading-m">{words.unassigned}</h2>
          <p className="govuk-body muted">{words.unassignedHint}</p>
          <SlipTable rows={shown.unassigned} caption={words.unassigned} />
          <p className="govuk-body slip__care">{words.care}</p>
        </section>
      )}
    </div>
  )
}

function SlipTable({ rows, caption }: { readonly rows: readonly SlipRow[]; readonly caption: string }) {
  const isAssigned = rows.some(({ dueOn }) => dueOn !== null)
  return (
    <Scroll label={caption}>
      <table className="register-table">
        <caption className="govuk-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.code}</th>
            <th scope="col">{words.caseNumber}</th>
            {isAssigned && <th scope="col">{words.due}</th>}
            {isAssigned && <th scope="col">{words.basis}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, caseNumber, dueOn, basis }) => (
            <tr key={code}>
              <th scope="row" className="code">
                {code}
              </th>
              <td className={caseNumber === null ? 'muted' : 'code'}>{caseNumber ?? words.notFound}</td>
              {isAssigned && <td>{dueOn && formatDay(dueOn)}</td>}
              {isAssigned && <td>{basis && basisText(basis)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
