/** The slips on the screen as they come out of the printer: one sheet for each auditor, then what nobody has yet. */
import { useArea } from '../../store/cycles'
import { slips as words } from '../../text/register-slips'
import { Notice } from '../../ui/Notice'
import { SlipSheet } from './SlipSheet'
import { StepHeading } from './StepHeading'
import type { Slips } from './slips'

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
        <SlipSheet
          key={auditorId}
          cycleName={cycleName}
          heading={words.slipFor(name)}
          detail={agencyName(agency)}
          rows={rows}
        />
      ))}
      {shown.unassigned.length > 0 && (
        <SlipSheet
          cycleName={cycleName}
          heading={words.unassigned}
          detail={words.unassignedHint}
          rows={shown.unassigned}
        />
      )}
    </div>
  )
}
