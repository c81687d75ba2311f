/**
 * A grade as word, shape and colour: never by colour alone, safe in forced colours and in black-and-white print.
 *
 * `level` is the grade's place on its scale from 0; the shape fills up as it rises.
 */
interface GradeTagProps {
  readonly label: string
  /** `null`: there is no grade. */
  readonly level: number | null
  readonly steps: number
}

export function GradeTag({ label, level, steps }: GradeTagProps) {
  if (level === null) return <span className="grade grade--none">{label}</span>
  const tone = steps <= 1 ? 0 : Math.round((level / (steps - 1)) * 3)
  const filled = ((level + 1) / steps) * 12
  return (
    <span className={`grade grade--${tone}`}>
      <svg className="grade__shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <rect x="0.5" y="0.5" width="11" height="11" fill="none" stroke="currentColor" />
        <rect x="0" y={12 - filled} width="12" height={filled} />
      </svg>
      {label}
    </span>
  )
}
