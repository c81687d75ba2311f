/** Notes with words that were not saved because they identify the child, or that could not be saved at all. */
import { useStore } from 'zustand/react'
import { submit as words } from '../../../text/audit-submit'
import type { OpenAudit } from '../open-audit'
import { CriterionLinks } from './CriterionLinks'

export function HeldNotes({ open }: { readonly open: OpenAudit }) {
  const notes = useStore(open.draft.store, (state) => state.notes)
  const held = Object.entries(notes)
    .filter(([, { withheld, refusal }]) => withheld.length > 0 || refusal !== null)
    .map(([id]) => id)
  if (held.length === 0) return null
  return (
    <section className="notice notice--warn" aria-labelledby="held-notes">
      <h2 className="govuk-heading-s" id="held-notes">
        {words.heldTitle}
      </h2>
      <p className="govuk-body">{words.heldHelp}</p>
      <CriterionLinks framework={open.framework} path={open.path} ids={held} />
    </section>
  )
}
