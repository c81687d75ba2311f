/** Signing in: by e-mail address and password, by a passkey, or by the organisation. One form for every place that asks. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import type { Result } from '../../core/result'
import type { SignInRefusal } from '../../sync/sign-in'
import { accountRefusalText, signIn as words } from '../../text/accounts'
import { common } from '../../text/common'
import { ErrorSummary } from '../../ui/ErrorSummary'
import { Field } from '../../ui/Field'
import { Notice } from '../../ui/Notice'
import { PasswordField } from '../../ui/PasswordField'
import type { About } from '../../wire/accounts'
import { EmailAnswer } from './answers'
import { OrganisationButtons } from './OrganisationButtons'

const Answers = z.object({
  email: EmailAnswer,
  password: z.string().check(z.minLength(1, words.passwordMissing)),
})
type Answers = z.infer<typeof Answers>

/** Talking to the account server is loaded when somebody signs in, not before. */
const loadSignIn = () => import('../../sync/sign-in')
type Way = (loaded: Awaited<ReturnType<typeof loadSignIn>>) => Promise<Result<unknown, SignInRefusal>>

interface SignInFormProps {
  readonly providers: About['providers']
  /** Known already: an invitation for this address. */
  readonly email?: string
  readonly onSignedIn: () => void
}

export function SignInForm({ providers, email = '', onSignedIn }: SignInFormProps) {
  const [failure, setFailure] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { register, handleSubmit, formState } = useForm<Answers>({
    resolver: standardSchemaResolver(Answers),
    defaultValues: { email, password: '' },
    shouldFocusError: false,
  })
  const { errors } = formState

  async function signIn(way: Way) {
    setFailure(null)
    setBusy(true)
    const signed = await way(await loadSignIn())
    setBusy(false)
    if (signed.ok) onSignedIn()
    else setFailure(accountRefusalText(signed.error))
  }

  const problems = (['email', 'password'] as const).flatMap((name) => {
    const message = errors[name]?.message
    return message ? [{ fieldId: name, message }] : []
  })
  const send = handleSubmit((answers) =>
    signIn(({ signInWithPassword }) => signInWithPassword(answers.email, answers.password)),
  )
  return (
    <>
      <ErrorSummary title={common.errorSummary} errors={problems} />
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      <form noValidate onSubmit={(event) => void send(event)}>
        <Field id="email" label={words.email} error={errors.email?.message}>
          {(ids) => (
            <input
              {...ids}
              {...register('email')}
              className="govuk-input govuk-input--width-20"
              type="email"
              autoComplete="username"
              spellCheck={false}
            />
          )}
        </Field>
        <PasswordField
          id="password"
          label={words.password}
          error={errors.password?.message}
          autoComplete="current-password"
          words={words}
          {...register('password')}
        />
        <button type="submit" className="govuk-button" disabled={isBusy}>
          {isBusy ? words.busy : words.action}
        </button>
      </form>
      <h2 className="govuk-heading-s">{words.or}</h2>
      <OrganisationButtons providers={providers} />
      <button
        type="button"
        className="govuk-button govuk-button--secondary govuk-!-margin-bottom-2"
        disabled={isBusy}
        aria-describedby="passkey-hint"
        onClick={() => void signIn(({ signInWithPasskey }) => signInWithPasskey())}
      >
        {words.passkey}
      </button>
      <p className="govuk-hint" id="passkey-hint">
        {words.passkeyHint}
      </p>
    </>
  )
}
