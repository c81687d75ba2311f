/** Search and filters over the list; each change shows at once. On a narrow screen the filters are folded until wanted. */
import { useState } from 'react'
import { AUDIT_STANDINGS, NO_GRADE } from '../../core/audit/audit-list'
import { LIST_STANDINGS, auditList as words } from '../../text/audits'
import { Checkbox } from '../../ui/Checkbox'
import { Day, Labelled, Select } from './FilterFields'
import { type Asked, filtersInUse } from './list-address'
import type { AuditsShown } from './use-audit-list'

interface FilterFormProps {
  readonly list: AuditsShown
  readonly asked: Asked
  readonly ask: (asked: Asked) => void
}

const WIDE = '(min-width: 48em)'

export function FilterForm({ list, asked, ask }: FilterFormProps) {
  const { choices, isLead } = list
  const inUse = filtersInUse(asked)
  const [startsOpen] = useState(() => inUse > 0 || window.matchMedia?.(WIDE).matches)
  const set = (change: Partial<Asked>) => ask({ ...asked, ...change, page: 1 })
  const grades = choices.withoutGrade ? [...choices.grades, { id: NO_GRADE, label: words.noGrade }] : choices.grades
  const standings = AUDIT_STANDINGS.map((id) => ({ id, label: LIST_STANDINGS[id] }))
  return (
    <search className="audits__filter no-print">
      <div className="audits__search">
        <Labelled id="q" label={words.search} hint={isLead ? words.searchHintNames : words.searchHint}>
          <input
            className="govuk-input"
            id="q"
            type="search"
            autoComplete="off"
            spellCheck={false}
            aria-describedby="q-hint"
            value={asked.text}
            onChange={({ target }) => set({ text: target.value })}
          />
        </Labelled>
        {(inUse > 0 || asked.text !== '') && (
          <button type="button" className="link-button" onClick={() => set(NOTHING)}>
            {words.clear}
          </button>
        )}
      </div>
      <details className="govuk-details" open={startsOpen}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">{inUse > 0 ? words.filtersInUse(inUse) : words.filters}</span>
        </summary>
        <div className="audits__filters">
          <Select
            id="cycle"
            label={words.cycle}
            all={words.allCycles}
            choices={choices.cycles}
            value={asked.cycle}
            onChoose={(cycle) => set({ cycle })}
          />
          <Select
            id="agency"
            label={words.agency}
            all={words.allAgencies}
            choices={choices.agencies}
            value={asked.agency}
            onChoose={(agency) => set({ agency })}
          />
          <Select
            id="grade"
            label={words.grade}
            all={words.allGrades}
            choices={grades}
            value={asked.grade}
            onChoose={(grade) => set({ grade })}
          />
          <Select
            id="state"
            label={words.standing}
            all={words.allStandings}
            choices={standings}
            value={asked.standing}
            onChoose={(chosen) => set({ standing: AUDIT_STANDINGS.find((one) => one === chosen) ?? '' })}
          />
          <Day id="from" label={words.from} value={asked.from} onChoose={(from) => set({ from })} />
          <Day id="to" label={words.to} value={asked.to} onChoose={(to) => set({ to })} />
          <div className="govuk-checkboxes govuk-checkboxes--small">
            <Checkbox
              id="mine"
              label={words.mine}
              checked={asked.mine}
              onChange={({ target }) => set({ mine: target.checked })}
            />
          </div>
        </div>
      </details>
    </search>
  )
}

const NOTHING = {
  text: '',
  cycle: '',
  agency: '',
  grade: '',
  standing: '',
  from: '',
  to: '',
  mine: false,
} satisfies Partial<Asked>
