/** The rows that are no plans of the population: how many for which reason, each one on request, and what was no row at all. */
import type { ShownReading } from '../../store/register-shown'
import { registerImport } from '../../text/register-import'
import { formatCount } from '../../ui/format'
import { ReasonCounts } from './ReasonCounts'
import { RowList } from './RowList'

export function LeftOut({ reading }: { readonly reading: ShownReading }) {
  const words = registerImport.preview
  const { excluded, excludedRows, setAside } = reading
  const aside = (['above', 'repeatedHeadings', 'blank', 'notes'] as const)
    .filter((kind) => setAside[kind] > (kind === 'above' ? 1 : 0))
    .map((kind) => words.setAside[kind](kind === 'above' ? setAside.above - 1 : setAside[kind]))
  return (
    <section>
      <h3 className="govuk-heading-s">{words.leftOutHeading(formatCount(excludedRows.length))}</h3>
      {excludedRows.length === 0 ? (
        <p className="govuk-body">{words.leftOutNone}</p>
      ) : (
        <>
          <ReasonCounts caption={words.leftOutCounts} counts={excluded} reason={words.reason} count={words.count} />
          <RowList
            summary={words.leftOutRows(formatCount(excludedRows.length))}
            caption={words.leftOutCaption}
            heading={words.reason}
            rows={excludedRows.map(({ sheetRow, reason }) => ({ sheetRow, code: reason }))}
            fileName={words.leftOutFile}
          />
        </>
      )}
      {aside.length > 0 && (
        <p className="govuk-body muted">
          {words.setAsideLead} {aside.join(', ')}.
        </p>
      )}
    </section>
  )
}
