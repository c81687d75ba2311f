/** A new password by a link from a manager. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import { resetPassword } from '../../sync/accounts'
import { accountRefusalText, join, signIn } from '../../text/accounts'
import { common } from '../../text/common'
import { ErrorSummary } from '../../ui/ErrorSummary'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { PasswordField } from '../../ui/PasswordField'
import type { LinkAnswer } from '../../wire/accounts'
import { NewPassword } from './answers'

const words = join.reset

const Answers = z.object({ password: NewPassword })
type Answers = z.infer<typeof Answers>

interface ChoosePasswordProps {
  readonly token: string
  readonly link: LinkAnswer
  readonly onDone: (session: string) => void
}

export function ChoosePassword({ token, link, onDone }: ChoosePasswordProps) {
  const [failure, setFailure] = useState<string | null>(null)
  const { register, handleSubmit, formState } = useForm<Answers>({
    resolver: standardSchemaResolver(Answers),
    defaultValues: { password: '' },
    shouldFocusError: false,
  })
  const { errors, isSubmitting } = formState
  const message = errors.password?.message

  async function save({ password }: Answers) {
    setFailure(null)
    const saved = await resetPassword({ token, password })
    if (saved.ok) onDone(saved.value.token)
    else setFailure(accountRefusalText(saved.error))
  }

  return (
    <Page title={words.title} narrow>
      <ErrorSummary title={common.errorSummary} errors={message ? [{ fieldId: 'password', message }] : []} />
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      <p className="govuk-body">{words.intro(link.memberName ?? link.email ?? '')}</p>
      <form noValidate onSubmit={(event) => void handleSubmit(save)(event)}>
        {/* Password managers file a password under the address beside it. */}
        <input type="email" autoComplete="username" value={link.email ?? ''} readOnly hidden />
        <PasswordField
          id="password"
          label={join.password}
          hint={join.passwordHint}
          error={message}
          autoComplete="new-password"
          words={signIn}
          {...register('password')}
        />
        <button type="submit" className="govuk-button" disabled={isSubmitting}>
          {words.action}
        </button>
      </form>
    </Page>
  )
}
