/** Plans that are kept although something was worked out or not understood. */
import type { ShownReading } from '../../store/register-shown'
import { registerImport } from '../../text/register-import'
import { formatCount } from '../../ui/format'
import { ReasonCounts } from './ReasonCounts'
import { RowList } from './RowList'

export function Noticed({ reading }: { readonly reading: ShownReading }) {
  const words = registerImport.preview
  const rows = [...reading.warningRows, ...reading.noticeRows].sort((a, b) => a.sheetRow - b.sheetRow)
  return (
    <section>
      <h3 className="govuk-heading-s">{words.warningsHeading}</h3>
      {rows.length === 0 ? (
        <p className="govuk-body">{words.warningsNone}</p>
      ) : (
        <>
          <ReasonCounts
            caption={words.warningsHeading}
            counts={{ ...reading.warnings, ...reading.notices }}
            reason={words.warning}
            count={words.plansCount}
          />
          <RowList
            summary={words.warningRows(formatCount(rows.length))}
            caption={words.warningCaption}
            heading={words.warning}
            rows={rows}
            fileName={words.warningFile}
          />
        </>
      )}
    </section>
  )
}
