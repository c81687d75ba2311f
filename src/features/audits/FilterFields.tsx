/** The fields of the filters: a label above, the control under it, told at every change. */
import type { ReactNode } from 'react'
import type { Choice } from './list-names'

interface LabelledProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly children: ReactNode
}

export function Labelled({ id, label, hint, children }: LabelledProps) {
  return (
    <div className="audits__field">
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div className="govuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children}
    </div>
  )
}

interface SelectProps extends Pick<LabelledProps, 'id' | 'label'> {
  readonly all: string
  readonly choices: readonly Choice[]
  readonly value: string
  readonly onChoose: (id: string) => void
}

export function Select({ id, label, all, choices, value, onChoose }: SelectProps) {
  return (
    <Labelled id={id} label={label}>
      <select className="govuk-select" id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

interface DayProps extends Pick<LabelledProps, 'id' | 'label'> {
  readonly value: string
  readonly onChoose: (day: string) => void
}

export function Day({ id, label, value, onChoose }: DayProps) {
  return (
    <Labelled id={id} label={label}>
      <input
        className="govuk-input"
        id={id}
        type="date"
        value={value}
        onChange={({ target }) => onChoose(target.value)}
      />
    </Labelled>
  )
}
