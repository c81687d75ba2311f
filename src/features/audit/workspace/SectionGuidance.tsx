/** What the section is for: read before rating. */
import { audit } from '../../../text/audit'
import type { WorkSection } from '../sections'

export function SectionGuidance({ section }: { readonly section: WorkSection }) {
  return (
    <section className="side-part guidance-wide" aria-labelledby="guidance">
      <h2 className="govuk-heading-s" id="guidance">
        {audit.guidance.title(section.id)}
      </h2>
      <p className="govuk-body">{section.guidance}</p>
    </section>
  )
}
