/** Asks for the phrase on a device that has a register but not its key. */
import { type ReactNode, useState } from 'react'
import { useForm } from 'react-hook-form'
import { checkPhrase } from '../../core/register/phrase'
import { common } from '../../text/common'
import { phraseRefusalText, registerPhrase } from '../../text/register-phrase'
import { ErrorSummary } from '../../ui/ErrorSummary'
import { Field } from '../../ui/Field'
import { StepHeading } from './StepHeading'

interface KnownPhraseProps {
  /** @returns whether the phrase is the one of this area. */
  readonly onPhrase: (phrase: string) => Promise<boolean>
  readonly onBack: () => void
  /** What to do when nobody has the phrase any more. */
  readonly children?: ReactNode
}

interface Answers {
  readonly phrase: string
}

export function KnownPhrase({ onPhrase, onBack, children }: KnownPhraseProps) {
  const words = registerPhrase.known
  const { register, handleSubmit, formState, setError } = useForm<Answers>({ shouldFocusError: false })
  const [tries, setTries] = useState(0)
  const { errors, isSubmitting } = formState
  const message = errors.phrase?.message

  async function unlock({ phrase }: Answers) {
    const checked = checkPhrase(phrase)
    const problem = checked.ok ? null : phraseRefusalText(checked.error)
    const isRight = checked.ok && (await onPhrase(checked.value))
    if (isRight) return
    setError('phrase', { message: problem ?? words.wrong })
    setTries((count) => count + 1)
  }

  return (
    <form noValidate onSubmit={(event) => void handleSubmit(unlock)(event)}>
      <ErrorSummary key={tries} title={common.errorSummary} errors={message ? [{ fieldId: 'phrase', message }] : []} />
      <StepHeading>{words.heading}</StepHeading>
      <p className="govuk-body">{words.lead}</p>
      <Field id="phrase" label={words.label} hint={words.hint} error={message}>
        {(ids) => (
          <input
            {...ids}
            {...register('phrase', { value: '' })}
            className="govuk-input"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <div className="row">
        <button type="submit" className="govuk-button" disabled={isSubmitting}>
          {isSubmitting ? words.checking : words.action}
        </button>
        <button type="button" className="govuk-button govuk-button--secondary" onClick={onBack}>
          {common.back}
        </button>
      </div>
      {children}
    </form>
  )
}
