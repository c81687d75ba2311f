/** Asks for two words of the phrase from paper: the proof that the sheet exists and can be read. */
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { normalisePhrase } from '../../core/register/phrase'
import { randomBytes } from '../../store/ids'
import { common } from '../../text/common'
import { registerPhrase } from '../../text/register-phrase'
import { ErrorSummary } from '../../ui/ErrorSummary'
import { Field } from '../../ui/Field'
import { StepHeading } from './StepHeading'

interface CheckPhraseProps {
  readonly phrase: string
  readonly action: string
  readonly onChecked: () => void
  readonly onShow: () => void
}

interface Answers {
  readonly first: string
  readonly second: string
}

const NAMES = ['first', 'second'] as const

export function CheckPhrase({ phrase, action, onChecked, onShow }: CheckPhraseProps) {
  const words = registerPhrase.check
  const [places] = useState(twoPlaces)
  const { register, handleSubmit, formState } = useForm<Answers>({ shouldFocusError: false })
  const { errors } = formState
  const placeOf = { first: places[0], second: places[1] }

  function check(typed: string, place: number): string | true {
    const word = normalisePhrase(typed)
    if (word === '') return words.missing(place)
    return word === phrase.split(' ')[place - 1] || words.wrong(place)
  }

  const problems = NAMES.flatMap((name) => {
    const message = errors[name]?.message
    return message ? [{ fieldId: name, message }] : []
  })
  return (
    <form noValidate onSubmit={(event) => void handleSubmit(onChecked)(event)}>
      <ErrorSummary title={common.errorSummary} errors={problems} />
      <StepHeading>{words.heading}</StepHeading>
      <p className="govuk-body">{words.lead}</p>
      {NAMES.map((name) => (
        <Field key={name} id={name} label={words.word(placeOf[name])} error={errors[name]?.message}>
          {(ids) => (
            <input
              {...ids}
              {...register(name, { validate: (typed) => check(typed ?? '', placeOf[name]) })}
              className="govuk-input govuk-input--width-10"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
      ))}
      <div className="row">
        <button type="submit" className="govuk-button">
          {action}
        </button>
        <button type="button" className="govuk-button govuk-button--secondary" onClick={onShow}>
          {words.show}
        </button>
      </div>
    </form>
  )
}

/** Two different places of the six, from 1, in order. */
function twoPlaces(): readonly [number, number] {
  const [a = 0, b = 0] = randomBytes(2)
  const first = a % 6
  const second = (first + 1 + (b % 5)) % 6
  return [Math.min(first, second) + 1, Math.max(first, second) + 1]
}
