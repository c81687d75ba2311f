/** What a manager does next with a cycle, and what waits for somebody's attention. */
import { Link } from 'react-router'
import type { SubjectProgress } from '../../../store/cycle-progress'
import { cycle as words } from '../../../text/cycles'
import { closeCycle } from '../../../text/cycles-close'
import { Notice } from '../../../ui/Notice'
import { filterSubjects, isHandedBack, type Shown } from './filter-subjects'

interface CycleActionsProps {
  readonly cycleId: string
  readonly progress: readonly SubjectProgress[]
  readonly isManager: boolean
  readonly isClosed: boolean
  readonly onShareOut: () => void
  readonly onShow: (shown: Shown) => void
}

export function CycleActions({ cycleId, progress, isManager, isClosed, onShareOut, onShow }: CycleActionsProps) {
  const { attention } = words
  const toAssign = filterSubjects(progress, 'need-auditor').length
  const returned = progress.filter(isHandedBack).length
  const waiting = filterSubjects(progress, 'awaiting-moderation').length
  const show = (shown: Shown, count: number) => (
    <button type="button" className="link-button no-print" onClick={() => onShow(shown)}>
      {attention.show(count)}
    </button>
  )
  return (
    <>
      {returned > 0 && (
        <Notice tone="warn">
          {attention.returned(returned)} {show('handed-back', returned)}
        </Notice>
      )}
      {toAssign > returned && (
        <Notice>
          {attention.unassigned(toAssign)} {show('need-auditor', toAssign)}
        </Notice>
      )}
      {waiting > 0 && (
        <Notice>
          {attention.moderation(waiting)} {show('awaiting-moderation', waiting)}
        </Notice>
      )}
      <div className="govuk-button-group no-print">
        {toAssign > 0 && (
          <button type="button" className="govuk-button" onClick={onShareOut}>
            {words.shareOut}
          </button>
        )}
        {isManager && (
          <Link className="govuk-button govuk-button--secondary" to={`/cycles/${cycleId}/slips`}>
            {words.slips}
          </Link>
        )}
        <Link className="govuk-button govuk-button--secondary" to={`/trends?cycle=${cycleId}`}>
          {words.results}
        </Link>
        {isManager && (
          <Link className="govuk-button govuk-button--secondary" to={`/cycles/${cycleId}/close`}>
            {isClosed ? closeCycle.linkAgain : closeCycle.link}
          </Link>
        )}
      </div>
    </>
  )
}
