/**
 * A share on a line from 0 to 100 %: its interval as a bar, the share as a point, the target as a mark, bounds dotted.
 *
 * Drawn with strokes, so that it prints and survives forced colours; the words beside it say the same.
 */
import type { ShareRange } from '../../core/trends/share-shown'

interface IntervalLineProps {
  readonly share: number
  readonly interval: ShareRange
  readonly bounds?: ShareRange | null
  readonly target?: { readonly share: number; readonly label: string } | null
  /** What the drawing shows, in words; left out where the words stand beside it. */
  readonly title?: string
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`
const TICKS = [0, 0.25, 0.5, 0.75, 1]

export function IntervalLine({ share, interval, bounds, target, title }: IntervalLineProps) {
  const isLarge = title !== undefined
  const middle = isLarge ? 44 : 12
  return (
    <svg
      className={isLarge ? 'interval interval--large' : 'interval'}
      width="100%"
      height={isLarge ? 92 : 24}
      role="img"
      aria-label={title ?? ''}
      aria-hidden={!isLarge}
      focusable="false"
    >
      <line className="interval__axis" x1="0" x2="100%" y1={middle} y2={middle} />
      {isLarge &&
        TICKS.map((tick) => (
          <g key={tick}>
            <line className="interval__axis" x1={percent(tick)} x2={percent(tick)} y1={middle - 5} y2={middle + 5} />
            <text className="interval__label" x={percent(tick)} y={middle + 32} textAnchor={anchorOf(tick)}>
              {tick * 100} %
            </text>
          </g>
        ))}
      {bounds && (
        <line className="interval__bounds" x1={percent(bounds.low)} x2={percent(bounds.high)} y1={middle} y2={middle} />
      )}
      <line className="interval__bar" x1={percent(interval.low)} x2={percent(interval.high)} y1={middle} y2={middle} />
      <circle className="interval__point" cx={percent(share)} cy={middle} r={isLarge ? 9 : 5} />
      {target && (
        <g>
          <line
            className="interval__target"
            x1={percent(target.share)}
            x2={percent(target.share)}
            y1={isLarge ? 20 : 1}
            y2={isLarge ? middle + 14 : 23}
          />
          {isLarge && (
            <text className="interval__label" x={percent(target.share)} y="14" textAnchor={anchorOf(target.share)}>
              {target.label}
            </text>
          )}
        </g>
      )}
    </svg>
  )
}

/** Keeps the words within the drawing at either end. */
function anchorOf(share: number): 'start' | 'middle' | 'end' {
  if (share < 0.1) return 'start'
  return share > 0.85 ? 'end' : 'middle'
}
