/** How somebody new will sign in, sent off with what the page around it knows: setting up an area, taking an invitation. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { type ReactNode, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { Result } from '../../core/result'
import type { AccountRefusal } from '../../sync/accounts'
import { accountRefusalText } from '../../text/accounts'
import { common } from '../../text/common'
import { ErrorSummary } from '../../ui/ErrorSummary'
import { Notice } from '../../ui/Notice'
import type { SignedIn } from '../../wire/accounts'
import { HowAnswers } from './answers'
import { HowFields } from './HowFields'

export interface NewAccount {
  readonly email: string
  /** Left out: a passkey is made next. */
  readonly password?: string
}

interface AccountFormProps {
  readonly email: string
  readonly action: string
  readonly onSend: (account: NewAccount) => Promise<Result<SignedIn, AccountRefusal>>
  readonly onDone: (token: string, wantsPasskey: boolean) => void
  /** Something the page can do about a refusal; the sentence stands above the form either way. */
  readonly onRefused?: (refusal: AccountRefusal) => void
  readonly children?: ReactNode
}

export function AccountForm({ email, action, onSend, onDone, onRefused, children }: AccountFormProps) {
  const [failure, setFailure] = useState<string | null>(null)
  const { register, handleSubmit, formState, control } = useForm<HowAnswers>({
    resolver: standardSchemaResolver(HowAnswers),
    defaultValues: { email, how: 'password', password: '' },
    shouldFocusError: false,
  })
  const how = useWatch({ control, name: 'how' })
  const { errors, isSubmitting } = formState

  async function send({ email: address, password }: HowAnswers) {
    setFailure(null)
    const wantsPasskey = how === 'passkey'
    const sent = await onSend({ email: address, ...(!wantsPasskey && { password }) })
    if (sent.ok) return onDone(sent.value.token, wantsPasskey)
    setFailure(accountRefusalText(sent.error))
    onRefused?.(sent.error)
  }

  const problems = (['email', 'password'] as const).flatMap((name) => {
    const message = errors[name]?.message
    return message ? [{ fieldId: name, message }] : []
  })
  return (
    <form noValidate onSubmit={(event) => void handleSubmit(send)(event)}>
      <ErrorSummary title={common.errorSummary} errors={problems} />
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      {children}
      <HowFields register={register} errors={errors} how={how} />
      <button type="submit" className="govuk-button" disabled={isSubmitting}>
        {action}
      </button>
    </form>
  )
}
