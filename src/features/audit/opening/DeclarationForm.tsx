/** "Do you know this child, or is this your own work or your service's?" Whoever says yes hands the plan back. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import { Declaration } from '../../../core/sampling/cycle'
import { declarationLabel, opening as words } from '../../../text/audit-opening'
import { common } from '../../../text/common'
import { ErrorSummary } from '../../../ui/ErrorSummary'
import { Fieldset } from '../../../ui/Fieldset'
import { Radio } from '../../../ui/Radio'

const Answers = z.object({ declared: z.enum(Declaration.options, words.questionMissing) })
type Answers = z.infer<typeof Answers>

interface DeclarationFormProps {
  readonly onDeclared: (declared: Declaration) => Promise<void>
}

export function DeclarationForm({ onDeclared }: DeclarationFormProps) {
  const { register, handleSubmit, formState } = useForm<Answers>({
    resolver: standardSchemaResolver(Answers),
    shouldFocusError: false,
  })
  const problem = formState.errors.declared?.message
  return (
    <form noValidate onSubmit={(event) => void handleSubmit(({ declared }) => onDeclared(declared))(event)}>
      <ErrorSummary
        title={common.errorSummary}
        errors={problem === undefined ? [] : [{ fieldId: 'declared-none', message: problem }]}
      />
      <Fieldset id="declared" legend={words.question} hint={words.questionHint} error={problem}>
        <div className="govuk-radios">
          {Declaration.options.map((value) => (
            <Radio
              key={value}
              id={`declared-${value}`}
              label={declarationLabel(value)}
              value={value}
              {...register('declared')}
            />
          ))}
        </div>
      </Fieldset>
      <button type="submit" className="govuk-button" disabled={formState.isSubmitting}>
        {words.start}
      </button>
    </form>
  )
}
