/**
 * A password with a button that shows and hides it; the native input passes through, so that forms can register it.
 * Hidden again when its form is sent, so that browsers never offer to remember it as a plain text.
 */
import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { Field } from './Field'

export interface PasswordWords {
  readonly show: string
  readonly hide: string
  readonly showLabel: string
  readonly hideLabel: string
  readonly isShown: string
  readonly isHidden: string
}

interface PasswordFieldProps extends Omit<ComponentProps<'input'>, 'type' | 'id' | 'autoComplete'> {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly autoComplete: 'current-password' | 'new-password'
  readonly words: PasswordWords
}

export function PasswordField({ id, label, hint, error, words, ...input }: PasswordFieldProps) {
  const [isShown, setShown] = useState<boolean | null>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const form = box.current?.closest('form')
    const hide = () => setShown((shown) => shown && false)
    form?.addEventListener('submit', hide)
    return () => form?.removeEventListener('submit', hide)
  }, [])
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(ids) => (
        <div className="password" ref={box}>
          <input
            {...input}
            {...ids}
            type={isShown ? 'text' : 'password'}
            className="govuk-input"
            spellCheck={false}
            autoCapitalize="none"
          />
          <button
            type="button"
            className="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
            aria-controls={id}
            aria-label={isShown ? words.hideLabel : words.showLabel}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? words.hide : words.show}
          </button>
          <span className="govuk-visually-hidden" role="status">
            {isShown === null ? '' : isShown ? words.isShown : words.isHidden}
          </span>
        </div>
      )}
    </Field>
  )
}
