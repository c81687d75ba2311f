/** A gentle prompt: shortfalls that do not say yet where they arose, who owns them or how they may be mended. */
import type { Audit } from '../../../core/audit/audit'
import { shortfalls } from '../../../core/audit/shortfalls'
import { listOf } from '../../../text/audit'
import { submit as words } from '../../../text/audit-submit'
import type { OpenAudit } from '../open-audit'
import { CriterionLinks } from './CriterionLinks'

interface LackingShortfallsProps {
  readonly open: OpenAudit
  readonly drafted: Audit
}

export function LackingShortfalls({ open, drafted }: LackingShortfallsProps) {
  const lacking = new Map(
    shortfalls(open.framework, drafted)
      .filter(({ lacks }) => lacks.length > 0)
      .map(({ criterion, lacks }) => [criterion, lacks]),
  )
  if (lacking.size === 0) return null
  return (
    <section aria-labelledby="lacking">
      <h2 className="govuk-heading-m" id="lacking">
        {words.shortfallsTitle(lacking.size)}
      </h2>
      <p className="govuk-body">{words.shortfallsHelp}</p>
      <CriterionLinks
        framework={open.framework}
        path={open.path}
        ids={[...lacking.keys()]}
        says={(id) => words.lacksText(listOf((lacking.get(id) ?? []).map((part) => words.lacks[part])))}
      />
    </section>
  )
}
