/** "My criteria": shows only those the own agency speaks first on, and says how many it hides. */
import type { Framework } from '../../../core/framework/schema'
import { learning } from '../../../text/audit-learning'
import { Checkbox } from '../../../ui/Checkbox'
import type { OwnCriteria } from './own-criteria'

interface OwnCriteriaSwitchProps {
  readonly framework: Framework
  readonly own: OwnCriteria
  readonly isOn: boolean
  readonly onSwitch: (isOn: boolean) => void
}

export function OwnCriteriaSwitch({ framework, own, isOn, onSwitch }: OwnCriteriaSwitchProps) {
  const words = learning.own
  const { agency, shown, hidden, hiddenUnrated } = own
  const name = framework.agencies.find(({ id }) => id === agency)?.label ?? agency
  return (
    <div className="own-criteria no-print">
      <div className="govuk-checkboxes govuk-checkboxes--small">
        <Checkbox
          id="own-criteria"
          label={words.label(name)}
          checked={isOn}
          onChange={(event) => onSwitch(event.target.checked)}
        />
      </div>
      <p className="own-criteria__says" role="status">
        {isOn && words.says(shown.length, hidden, hiddenUnrated)}
      </p>
    </div>
  )
}
