/** How far a cycle is: one sentence, a bar of all its plans, and the numbers behind it. */
import {
  auditedCount,
  STANDINGS,
  type Standing,
  type SubjectProgress,
  standingCounts,
} from '../../../store/cycle-progress'
import { STANDING_WORDS, cycle as words } from '../../../text/cycles'
import { formatCount } from '../../../ui/format'

/** From done to not begun, so that the bar fills from the left. */
const ORDER: readonly Standing[] = [
  'with-result',
  'awaiting-moderation',
  'started',
  'asked',
  'to-assign',
  'not-gradeable',
  'lapsed',
]

interface ProgressSummaryProps {
  readonly progress: readonly SubjectProgress[]
  readonly swapped: number
}

export function ProgressSummary({ progress, swapped }: ProgressSummaryProps) {
  const counts = standingCounts(progress)
  const doubles = progress.filter(({ subject }) => subject.body.double).length
  return (
    <section aria-labelledby="progress">
      <h2 className="govuk-heading-m" id="progress">
        {words.progressTitle}
      </h2>
      <p className="govuk-body-l">
        {words.progressSentence(
          counts['with-result'],
          auditedCount(progress),
          progress.length,
          counts['not-gradeable'] + counts.lapsed,
        )}
      </p>
      <StandingBar counts={counts} />
      <dl className="standings">
        {ORDER.map((standing) => (
          <div key={standing} className="standings__one">
            <dt>
              <span className={`standings__key standing--${standing}`} aria-hidden="true" />
              {STANDING_WORDS[standing]}
            </dt>
            <dd className="number">{formatCount(counts[standing])}</dd>
          </div>
        ))}
      </dl>
      <p className="govuk-body muted">
        {[doubles > 0 && words.doubles(doubles), swapped > 0 && words.swapped(swapped)].filter(Boolean).join(' ')}
      </p>
    </section>
  )
}

/** The list below says the same in words, so the bar is for the eye alone. */
function StandingBar({ counts }: { readonly counts: Readonly<Record<Standing, number>> }) {
  const all = STANDINGS.reduce((total, standing) => total + counts[standing], 0)
  let from = 0
  return (
    <svg className="standing-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {ORDER.filter((standing) => counts[standing] > 0).map((standing) => {
        const x = (from / all) * 100
        from += counts[standing]
        return (
          <rect
            key={standing}
            className={`standing--${standing}`}
            x={x}
            y={0}
            width={(counts[standing] / all) * 100}
            height={6}
          />
        )
      })}
    </svg>
  )
}
