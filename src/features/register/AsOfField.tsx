/** The day the list was exported: it decides which plans are in force and which are new. */
import { today } from '../../store/ids'
import { registerImport } from '../../text/register-import'
import { Field } from '../../ui/Field'

interface AsOfFieldProps {
  readonly value: string
  readonly onChange: (day: string) => void
}

export function AsOfField({ value, onChange }: AsOfFieldProps) {
  const words = registerImport.asOf
  const hint = value > today() ? `${words.hint} ${words.future}` : words.hint
  return (
    <Field id="as-of" label={words.label} hint={hint} error={value === '' ? words.missing : undefined}>
      {(ids) => (
        <input
          {...ids}
          type="date"
          className="govuk-input govuk-input--width-10"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
