/** The form of a new cycle, with what it draws beside it. */
import { type UseFormReturn, useWatch } from 'react-hook-form'
import type { Agency } from '../../../core/access/member'
import { criteriaFor } from '../../../core/audit/criteria-for'
import { scoringCore } from '../../../core/framework/lookup'
import type { Framework } from '../../../core/framework/schema'
import { SEN_TEAM } from '../../../core/trends/result'
import { DRAW_FACTS } from '../../../store/cycle-sampling'
import { common } from '../../../text/common'
import { design as words } from '../../../text/cycles-design'
import { ErrorSummary } from '../../../ui/ErrorSummary'
import { Notice } from '../../../ui/Notice'
import { AboutFields } from './AboutFields'
import { type CriteriaCount, type CriteriaCounts, CriteriaField } from './ChoiceFields'
import type { DesignAnswers } from './form'
import { PopulationFields } from './PopulationFields'
import { PreviewPanel } from './PreviewPanel'
import { SizeFields } from './SizeFields'
import { SeedField, StrataFields } from './StrataFields'
import type { DesignSetting } from './use-design'
import type { Preview } from './use-preview'

const FIELDS = [
  'name',
  'framework',
  'startsOn',
  'dueOn',
  'size',
  'margin',
  'doublePercent',
  'strata',
  'minimum',
  'seed',
] as const

interface DesignFormProps {
  readonly setting: DesignSetting
  readonly form: UseFormReturn<DesignAnswers>
  readonly framework: Framework | undefined
  readonly agencies: readonly Agency[]
  readonly N: number
  readonly preview: Preview | null
  readonly failure: string | null
  readonly onDraw: (answers: DesignAnswers) => Promise<void>
}

/** How many criteria each choice asks of an auditor; `only` where every choice comes to the same. */
function criteriaCounts(framework: Framework, agencies: readonly Agency[]): CriteriaCounts {
  const { criteria } = words
  const count = (choice: CriteriaCount['choice'], agency: string) => criteriaFor(framework, choice, agency).length
  const floor = framework.grading.floor.label.toLowerCase()
  const leads = agencies.map(({ id }) => count('core-and-lead', id))
  const counts: readonly CriteriaCount[] = [
    {
      choice: 'core',
      label: criteria.core(floor),
      hint: criteria.coreHint(count('core', ''), scoringCore(framework).length, floor),
    },
    {
      choice: 'core-and-lead',
      label: criteria['core-and-lead'],
      hint: criteria.leadHint(Math.min(...leads), Math.max(...leads)),
    },
    { choice: 'all', label: criteria.all, hint: criteria.allHint(count('all', '')) },
  ]
  const core = count('core', '')
  const isOne = leads.every((lead) => lead === core) && count('all', SEN_TEAM) === core
  return { counts, only: isOne ? criteria.only(core) : null }
}

export function DesignForm({ setting, form, framework, agencies, N, preview, failure, onDraw }: DesignFormProps) {
  const { population, frameworks } = setting
  const { plans } = population
  const { errors, isSubmitting } = form.formState
  const doublePercent = useWatch({ control: form.control, name: 'doublePercent' })
  const problems = FIELDS.flatMap((name) => {
    const message = errors[name]?.message
    return message ? [{ fieldId: name, message }] : []
  })
  return (
    <>
      <ErrorSummary title={common.errorSummary} errors={problems} />
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      <form noValidate className="columns design" onSubmit={(event) => void form.handleSubmit(onDraw)(event)}>
        <div className="design__fields">
          <AboutFields form={form} frameworks={frameworks} />
          <PopulationFields form={form} plans={plans} asOf={population.register.body.asOf} chosen={N} />
          <SizeFields form={form} />
          <StrataFields form={form} known={DRAW_FACTS.filter((fact) => plans.some((plan) => plan[fact]))} />
          {framework && <CriteriaField register={form.register} {...criteriaCounts(framework, agencies)} />}
          <SeedField form={form} />
        </div>
        <div className="design__aside">
          <PreviewPanel preview={preview} doubleShare={Number(doublePercent) / 100} />
          <button type="submit" className="govuk-button" disabled={isSubmitting}>
            {words.draw}
          </button>
        </div>
      </form>
    </>
  )
}
