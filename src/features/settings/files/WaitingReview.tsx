/** Work of one's own that another browser could not send: how much, and sending it from here. */
import { useState } from 'react'
import { useHere } from '../../../store/hooks'
import type { WaitingWork } from '../../../store/work-file'
import { syncNow } from '../../../sync/running'
import { takeInWaiting } from '../../../sync/take-in'
import { FILE_REFUSALS, workFiles } from '../../../text/work-files'
import { formatTime } from '../../../ui/format'
import { Notice } from '../../../ui/Notice'
import type { Outcome } from './OutcomeShown'

const words = workFiles.waiting

interface WaitingReviewProps {
  readonly work: WaitingWork
  readonly onDone: (outcome: Outcome) => void
}

export function WaitingReview({ work, onDone }: WaitingReviewProps) {
  const { device, session } = useHere()
  const [failure, setFailure] = useState<string | null>(null)

  async function send() {
    const taken = await takeInWaiting(device, session, work)
    if (!taken.ok) {
      return setFailure(work.areaId === session.areaId ? FILE_REFUSALS.OtherMember : FILE_REFUSALS.OtherArea)
    }
    onDone({ carried: taken.value, notCarried: [] })
    void syncNow()
  }

  return (
    <>
      <h3 className="govuk-heading-s">{words.title}</h3>
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      <p className="govuk-body">
        {words.made(formatTime(work.madeAt))} {words.items(work.ops.length)}
      </p>
      <button type="button" className="govuk-button" onClick={() => void send()}>
        {words.action}
      </button>
    </>
  )
}
