/** Says that two devices of the auditor hold different notes on some criteria; both are kept until the auditor chooses. */
import { Link } from 'react-router'
import { audit } from '../../../text/audit'
import { Notice } from '../../../ui/Notice'

/** @param ids of the criteria with two notes. */
export function OtherNotes({ ids }: { readonly ids: readonly string[] }) {
  if (ids.length === 0) return null
  return (
    <Notice tone="warn">
      {audit.note.other(ids.join(', '))}{' '}
      <Link className="govuk-link" to="/attention">
        {audit.note.choose}
      </Link>
    </Notice>
  )
}
