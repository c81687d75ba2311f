/** The steps of an import, one at a time: choose, read, check, phrase, store. */
import type { ReactNode } from 'react'
import type { RegisterSummary } from '../../core/register/summary'
import type { Held } from '../../store/read'
import { common } from '../../text/common'
import { registerImport } from '../../text/register-import'
import { formatCount, formatDay } from '../../ui/format'
import { AsOfField } from './AsOfField'
import { ChooseFile } from './ChooseFile'
import { FileRefused } from './FileRefused'
import { FocusedNotice } from './FocusedNotice'
import { KnownPhrase } from './KnownPhrase'
import { LostPhrase } from './LostPhrase'
import { NewPhrase } from './NewPhrase'
import { Preview } from './Preview'
import { ReadingProgress } from './ReadingProgress'
import { type Import, useImport } from './use-import'

interface ImportFlowProps {
  readonly current: Held<RegisterSummary> | null
  readonly onImported: (registerId: string) => void
  /** Leaves the import; not given where there is nothing to go back to. */
  readonly onLeave?: () => void
  /** Above and beside the field while a file is being chosen. */
  readonly lead?: ReactNode
  readonly aside?: ReactNode
}

export function ImportFlow({ current, onImported, onLeave, lead, aside }: ImportFlowProps) {
  const work = useImport(current, onImported)
  const { state, step } = work
  const plans = state.type === 'open' && state.file.reading.ok ? state.file.reading.value.plans : 0
  switch (step.type) {
    case 'storing':
      return (
        <p className="govuk-body" role="status">
          {registerImport.storing.label}
        </p>
      )
    case 'new-phrase':
      return (
        <NewPhrase
          phrase={step.phrase}
          action={registerImport.preview.confirm(formatCount(plans))}
          onChecked={() => void work.store(step.key)}
          onBack={work.back}
        />
      )
    case 'known-phrase':
      return (
        <KnownPhrase onPhrase={work.usePhrase} onBack={work.back}>
          <LostPhrase onNew={work.startPhrase} />
        </KnownPhrase>
      )
    case 'file':
      if (state.type === 'open') return <Preview state={state} work={work} />
      return <FileStep current={current} work={work} onLeave={onLeave} lead={lead} aside={aside} />
  }
}

interface FileStepProps extends Pick<ImportFlowProps, 'current' | 'lead' | 'aside'> {
  readonly work: Import
  readonly onLeave: (() => void) | undefined
}

function FileStep({ current, work, onLeave, lead, aside }: FileStepProps) {
  const { state } = work
  const words = registerImport
  if (state.type === 'reading')
    return <ReadingProgress bytes={state.bytes} progress={state.progress} onCancel={work.cancel} />
  const kept = current && words.refused.kept(formatCount(current.body.plans), formatDay(current.body.asOf))
  return (
    <div className={aside ? 'columns' : undefined}>
      <div className="stack">
        {lead}
        {state.type === 'refused' && <FileRefused key={state.message} message={state.message} kept={kept} />}
        {state.type === 'none' && state.wasCancelled && (
          <FocusedNotice tone="plain">{words.reading.cancelled}</FocusedNotice>
        )}
        <AsOfField value={work.asOf} onChange={(day) => void work.changeAsOf(day)} />
        <ChooseFile
          label={state.type === 'refused' ? words.file.again : words.file.label}
          onFiles={(files) => void work.choose(files)}
        />
        {onLeave && (
          <button type="button" className="govuk-button govuk-button--secondary" onClick={onLeave}>
            {common.back}
          </button>
        )}
      </div>
      {aside}
    </div>
  )
}
