/** E-mail address, and whether to sign in by password or passkey: asked of everybody who gets an account. */
import type { FieldErrors, UseFormRegister } from 'react-hook-form'
import { signIn, join as words } from '../../text/accounts'
import { Field } from '../../ui/Field'
import { Fieldset } from '../../ui/Fieldset'
import { PasswordField } from '../../ui/PasswordField'
import { Radio } from '../../ui/Radio'
import type { HowAnswers } from './answers'

interface HowFieldsProps {
  readonly register: UseFormRegister<HowAnswers>
  readonly errors: FieldErrors<HowAnswers>
  readonly how: HowAnswers['how']
}

/** Whether this browser can make passkeys at this address. */
const canMakePasskeys = 'PublicKeyCredential' in window

export function HowFields({ register, errors, how }: HowFieldsProps) {
  return (
    <>
      <Field id="email" label={words.email} hint={words.emailHint} error={errors.email?.message}>
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
      {canMakePasskeys && (
        <Fieldset id="how" legend={words.how}>
          <div className="govuk-radios">
            <Radio id="how-password" value="password" label={words.byPassword} {...register('how')} />
            <Radio
              id="how-passkey"
              value="passkey"
              label={words.byPasskey}
              hint={words.byPasskeyHint}
              {...register('how')}
            />
          </div>
        </Fieldset>
      )}
      {how === 'password' && (
        <PasswordField
          id="password"
          label={words.password}
          hint={words.passwordHint}
          error={errors.password?.message}
          autoComplete="new-password"
          words={signIn}
          {...register('password')}
        />
      )}
    </>
  )
}
