/** The child's name, typed by the auditor so that it can be kept out of the notes; it lives in this tab's memory alone. */
import { useState } from 'react'
import { useStore } from 'zustand/react'
import type { AuditDraft } from '../../../store/audit-draft'
import { audit } from '../../../text/audit'

export function ChildName({ draft }: { readonly draft: AuditDraft }) {
  const words = audit.name
  const known = useStore(draft.store, (state) => state.names)
  const [typed, setTyped] = useState(() => known.join(' '))
  const [changed, setChanged] = useState(0)
  return (
    <section className="side-part no-print">
      <label className="govuk-label govuk-!-font-weight-bold" htmlFor="child-name">
        {words.label}
      </label>
      <div className="govuk-hint" id="child-name-hint">
        {words.hint}
      </div>
      <input
        id="child-name"
        className="govuk-input"
        aria-describedby="child-name-hint"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          const name = typed.trim()
          if (name !== known.join(' ')) setChanged(draft.notes.applyNames(name === '' ? [] : [name]))
        }}
      />
      <p className="govuk-body-s" role="status">
        {words.changed(changed)}
      </p>
    </section>
  )
}
