/** The steps to the slips: open the file, type the phrase where it is needed, look at the slips and print them. */
import type { Cycle } from '../../core/sampling/cycle'
import type { Held } from '../../store/read'
import { registerImport } from '../../text/register-import'
import { slips as words } from '../../text/register-slips'
import { formatDay } from '../../ui/format'
import { Notice } from '../../ui/Notice'
import { ChooseFile } from './ChooseFile'
import { ColumnTable } from './ColumnTable'
import { FileRefused } from './FileRefused'
import { KnownPhrase } from './KnownPhrase'
import { ReadingProgress } from './ReadingProgress'
import { SlipSheets } from './SlipSheets'
import { makeSlips, openSubjects, type SlipFacts, wantedPseudonyms } from './slips'
import { type SlipsWork, useSlips } from './use-slips'

interface SlipsFlowProps {
  readonly cycle: Held<Cycle>
  readonly facts: SlipFacts
}

export function SlipsFlow({ cycle, facts }: SlipsFlowProps) {
  const work = useSlips(cycle, wantedPseudonyms(facts))
  const { state, step } = work
  if (openSubjects(facts.subjects).length === 0) return <p className="govuk-body">{words.noPlans}</p>
  if (step.type === 'matched')
    return <SlipSheets slips={makeSlips(facts, step.plans)} cycleName={cycle.body.name} onClear={work.clear} />
  if (step.type === 'phrase') return <KnownPhrase onPhrase={work.usePhrase} onBack={work.cancel} />
  if (state.type === 'reading')
    return <ReadingProgress bytes={state.bytes} progress={state.progress} onCancel={work.cancel} />
  return (
    <div className="stack">
      <p className="govuk-body">{words.lead}</p>
      <p className="govuk-body">
        <strong>{words.never}</strong> {words.file.made(formatDay(cycle.body.register.asOf))}
      </p>
      <div role="status">{work.wasCleared && <Notice tone="done">{words.cleared}</Notice>}</div>
      <Problem work={work} />
      <ChooseFile
        label={state.type === 'none' ? words.file.label : words.file.again}
        onFiles={(files) => void work.choose(files)}
      />
    </div>
  )
}

/** Why there are no slips yet: a file that is no register, or one whose columns have to be named. */
function Problem({ work }: { readonly work: SlipsWork }) {
  const { state, failure } = work
  if (failure) return <FileRefused message={failure} kept={words.never} />
  if (state.type === 'refused') return <FileRefused key={state.message} message={state.message} kept={words.never} />
  if (state.type !== 'open' || state.file.reading.ok) return null
  return (
    <>
      <FileRefused message={state.file.reading.error.message} kept={registerImport.refused.columns} />
      <ColumnTable
        file={state.file}
        changed={work.corrected}
        onChange={(field, column) => void work.changeColumn(field, column)}
      />
    </>
  )
}
