/** The list of single-key shortcuts, and the switch that turns them off. */
import { type RefObject, useId } from 'react'
import { audit } from '../../../text/audit'
import { Checkbox } from '../../../ui/Checkbox'

interface KeysDialogProps {
  readonly dialog: RefObject<HTMLDialogElement | null>
  readonly isOn: boolean
  readonly onSwitch: (isOn: boolean) => void
}

export function KeysDialog({ dialog, isOn, onSwitch }: KeysDialogProps) {
  const id = useId()
  return (
    <dialog ref={dialog} className="keys" aria-labelledby={`${id}-title`}>
      <h2 className="govuk-heading-m" id={`${id}-title`}>
        {audit.keys.title}
      </h2>
      <p className="govuk-body">{audit.keys.intro}</p>
      <dl className="keys__rows">
        {audit.keys.rows.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        id={`${id}-on`}
        label={audit.keys.on}
        hint={audit.keys.onHint}
        checked={isOn}
        onChange={(event) => onSwitch(event.target.checked)}
      />
      <form method="dialog">
        <button type="submit" className="govuk-button govuk-!-margin-bottom-0 govuk-!-margin-top-4">
          {audit.keys.close}
        </button>
      </form>
    </dialog>
  )
}
