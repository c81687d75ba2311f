/**
 * The share by month: a point with its interval for each month that has one, a gap where there is none, the target as a line.
 *
 * Drawn with strokes and percentages of its width, so that it fits any screen and prints. The table below holds the figures.
 */
import type { MonthFigures } from '../../core/trends/by-month'
import { formatPercent } from '../../core/trends/percent'
import { trends } from '../../text/trends'

const TOP = 24
const HEIGHT = 200
const SHARES = [0, 0.25, 0.5, 0.75, 1]
/** At most this many months are named on a narrow screen. */
const MOST_NAMED = 6

const yOf = (share: number) => TOP + (1 - share) * HEIGHT

export function MonthChart({
  months,
  target,
}: {
  readonly months: readonly MonthFigures[]
  readonly target: number | null
}) {
  const xOf = (place: number) => `${(((place + 0.5) / months.length) * 100).toFixed(2)}%`
  const every = Math.ceil(months.length / MOST_NAMED)
  return (
    <div className="chart">
      <svg
        width="100%"
        height={TOP + HEIGHT + 52}
        role="img"
        aria-label={`${trends.months.chartTitle}. ${trends.months.chartText}`}
      >
        {SHARES.map((share) => (
          <g key={share}>
            <line className="chart__grid" x1="0" x2="100%" y1={yOf(share)} y2={yOf(share)} />
            <text className="interval__label" x="0" dx="-8" y={yOf(share) + 5} textAnchor="end">
              {share * 100} %
            </text>
          </g>
        ))}
        {target !== null && (
          <g>
            <line className="interval__target" x1="0" x2="100%" y1={yOf(target)} y2={yOf(target)} />
            <text className="interval__label" x="100%" y={yOf(target) + 16} textAnchor="end">
              {trends.headline.chart.target(formatPercent(target))}
            </text>
          </g>
        )}
        {months.map((month, place) => (
          <Month key={month.month} month={month} next={months[place + 1]} x={xOf(place)} nextX={xOf(place + 1)} />
        ))}
        {months.map(({ month, title, n }, place) => (
          <g key={month} className={place % every === 0 ? '' : 'chart__minor'}>
            <text className="interval__label" x={xOf(place)} y={TOP + HEIGHT + 22} textAnchor="middle">
              {shortTitle(title, place === 0 || month.endsWith('-01'))}
            </text>
            <text className="interval__label chart__n" x={xOf(place)} y={TOP + HEIGHT + 42} textAnchor="middle">
              n {n}
            </text>
          </g>
        ))}
      </svg>
    </div>
  )
}

interface MonthProps {
  readonly month: MonthFigures
  readonly next: MonthFigures | undefined
  readonly x: string
  readonly nextX: string
}

function Month({ month: { share, interval }, next, x, nextX }: MonthProps) {
  if (share === null || !interval) return null
  const nextShare = next?.share ?? null
  return (
    <g>
      {nextShare !== null && <line className="chart__course" x1={x} x2={nextX} y1={yOf(share)} y2={yOf(nextShare)} />}
      <line className="chart__bar" x1={x} x2={x} y1={yOf(interval.low)} y2={yOf(interval.high)} />
      <circle className="interval__point" cx={x} cy={yOf(share)} r="5" />
    </g>
  )
}

/** "Jan 26" where a year begins, "Feb" after it. */
function shortTitle(title: string, withYear: boolean): string {
  const [month = '', year = ''] = title.split(' ')
  return withYear ? `${month.slice(0, 3)} ${year.slice(2)}` : month.slice(0, 3)
}
