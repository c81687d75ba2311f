/** How far the reading has come, with a way to stop it; not shown for readings nobody would notice. */
import { useEffect, useState } from 'react'
import type { ReadProgress } from '../../core/register/types'
import { common } from '../../text/common'
import { registerImport } from '../../text/register-import'
import { formatPercent } from '../../ui/format'

interface ReadingProgressProps {
  readonly bytes: number
  readonly progress: ReadProgress
  readonly onCancel: () => void
}

export function ReadingProgress({ bytes, progress, onCancel }: ReadingProgressProps) {
  const words = registerImport.reading
  const isSlow = useSlow()
  if (!isSlow) return null
  const size = words.megabytes(Math.max(0.1, bytes / 1_000_000).toFixed(1))
  return (
    <div className="reading" role="status">
      <label className="govuk-label govuk-!-font-weight-bold" htmlFor="reading-progress">
        {words.label}
      </label>
      <progress id="reading-progress" max={1} value={progress.share} />
      <p className="govuk-body number-line" aria-hidden="true">
        {words.steps[progress.step]} · {words.done(formatPercent(progress.share), size)}
      </p>
      <button type="button" className="govuk-button govuk-button--secondary" onClick={onCancel}>
        {common.cancel}
      </button>
    </div>
  )
}

const NOTICEABLE_MS = 200

function useSlow(): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), NOTICEABLE_MS)
    return () => clearTimeout(timer)
  }, [])
  return isSlow
}
