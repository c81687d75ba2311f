/** How far the list is while it is built from the records, which happens once after an update. */
import type { BuildProgress } from '../../store/columns-rebuild'
import { auditList as words } from '../../text/audits'

export function Building({ progress: { done, total } }: { readonly progress: BuildProgress }) {
  return (
    <div className="audits__building">
      <label className="govuk-label" htmlFor="building">
        {words.building}
      </label>
      <progress id="building" value={done} max={Math.max(1, total)} />
      <p className="govuk-body muted">
        {words.built(done, total)}. {words.buildingHint}
      </p>
    </div>
  )
}
