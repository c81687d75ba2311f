/** A new password for one's own account; every other place is signed out. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import { changePassword } from '../../../sync/sign-in'
import { account } from '../../../text/account-settings'
import { accountRefusalText, join, signIn } from '../../../text/accounts'
import { PasswordField } from '../../../ui/PasswordField'
import { Said, type SaidWords, saidDone, saidStop } from '../../../ui/Said'

const words = account.password

const Answers = z.object({
  current: z.string().check(z.minLength(1, signIn.passwordMissing)),
  next: z.string().check(z.minLength(12, join.passwordShort), z.maxLength(200)),
})
type Answers = z.infer<typeof Answers>

interface PasswordChangeProps {
  readonly token: string
  /** The session goes on under a new token. */
  readonly onChanged: (token: string) => Promise<void>
}

export function PasswordChange({ token, onChanged }: PasswordChangeProps) {
  const [said, setSaid] = useState<SaidWords | null>(null)
  const { register, handleSubmit, formState, reset } = useForm<Answers>({
    resolver: standardSchemaResolver(Answers),
    defaultValues: { current: '', next: '' },
  })
  const { errors, isSubmitting } = formState

  async function change({ current, next }: Answers) {
    const changed = await changePassword(token, { currentPassword: current, newPassword: next })
    if (!changed.ok) return setSaid(saidStop(accountRefusalText(changed.error)))
    if (changed.value.token !== null) await onChanged(changed.value.token)
    reset()
    setSaid(saidDone(words.done))
  }

  return (
    <section aria-labelledby="password-title">
      <h2 className="govuk-heading-m" id="password-title">
        {words.title}
      </h2>
      <Said said={said} />
      <form noValidate onSubmit={(event) => void handleSubmit(change)(event)}>
        <PasswordField
          id="current"
          label={words.current}
          error={errors.current?.message}
          autoComplete="current-password"
          words={signIn}
          {...register('current')}
        />
        <PasswordField
          id="next"
          label={words.next}
          hint={join.passwordHint}
          error={errors.next?.message}
          autoComplete="new-password"
          words={signIn}
          {...register('next')}
        />
        <button type="submit" className="govuk-button govuk-button--secondary" disabled={isSubmitting}>
          {words.action}
        </button>
      </form>
    </section>
  )
}
