/** What was read of the file, for checking before anything is stored: counts, rows left out, columns, plans by group. */

import { common } from '../../text/common'
import { formatWords } from '../../text/register'
import { registerImport } from '../../text/register-import'
import { formatCount } from '../../ui/format'
import { Notice } from '../../ui/Notice'
import { AsOfField } from './AsOfField'
import { ColumnTable } from './ColumnTable'
import { CountTables } from './CountTables'
import { LeftOut } from './LeftOut'
import { Noticed } from './Noticed'
import { StepHeading } from './StepHeading'
import type { Import } from './use-import'
import type { FileState } from './use-register-file'

interface PreviewProps {
  readonly state: Extract<FileState, { type: 'open' }>
  readonly work: Import
}

export function Preview({ state, work }: PreviewProps) {
  const words = registerImport.preview
  const { file, isRereading } = state
  const reading = file.reading.ok ? file.reading.value : null
  const isStopped = reading?.team.namesPeople === 'surely'
  return (
    <div className="stack">
      <StepHeading>{words.heading}</StepHeading>
      {work.failure && (
        <Notice tone="stop" live="assertive">
          <p className="govuk-body">{work.failure}</p>
          <p className="govuk-body">{registerImport.storing.failed}</p>
        </Notice>
      )}
      {!file.reading.ok && (
        <Notice tone="stop" live="polite">
          <p className="govuk-body">{file.reading.error.message}</p>
          <p className="govuk-body">{registerImport.refused.columns}</p>
        </Notice>
      )}
      {reading && (
        <>
          <p className="register-figure" role="status">
            {isRereading ? words.recounting : words.found(formatCount(reading.plans), formatCount(reading.rows))}
          </p>
          <p className="govuk-body">
            {words.recognised(formatWords(reading.format))} {words.nothingStored}
          </p>
        </>
      )}
      <AsOfField value={work.asOf} onChange={(day) => void work.changeAsOf(day)} />
      {reading && (
        <div className="side-by-side">
          <LeftOut reading={reading} />
          <Noticed reading={reading} />
        </div>
      )}
      <section>
        <h3 className="govuk-heading-s">{registerImport.mapping.heading}</h3>
        <p className="govuk-body">{registerImport.mapping.lead}</p>
        {reading && reading.team.namesPeople !== 'no' && (
          <Notice tone={isStopped ? 'stop' : 'warn'} live="polite">
            {isStopped
              ? registerImport.mapping.people
              : registerImport.mapping.manyTeams(formatCount(reading.team.kinds))}
          </Notice>
        )}
        <ColumnTable
          file={file}
          changed={work.corrected}
          onChange={(field, column) => void work.changeColumn(field, column)}
        />
      </section>
      {reading && (
        <section>
          <h3 className="govuk-heading-s">{words.plansHeading}</h3>
          <CountTables marginals={reading.marginals} />
        </section>
      )}
      <div className="row">
        {reading && (
          <button
            type="button"
            className="govuk-button"
            disabled={isRereading || isStopped || work.asOf === ''}
            onClick={() => void work.confirm()}
          >
            {words.confirm(formatCount(reading.plans))}
          </button>
        )}
        <button type="button" className="govuk-button govuk-button--secondary" onClick={work.cancel}>
          {common.cancel}
        </button>
      </div>
    </div>
  )
}
