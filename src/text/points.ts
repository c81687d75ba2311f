/** Points, shares and grades of a working as people read them. Pure formatting. */
import type { Framework } from '../core/framework/schema'
import { formatPercent } from '../core/trends/percent'
import { LOCALE } from './locale'

const points = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 })

export function formatPoints(count: number): string {
  return points.format(count)
}

/** Whole percent, with a decimal where rounding would make it look like a limit that it misses: 59.6 % is not 60 %. */
export function formatShare(framework: Framework, share: number): string {
  const { subject, section } = framework.grading
  const limits = [...subject.bands, ...section.bands].flatMap(({ minShare }) => minShare ?? [])
  return formatPercent(
    share,
    limits.find((limit) => Math.round(limit * 100) === Math.round(share * 100)),
  )
}

export function gradeLabel(framework: Framework, grade: string): string {
  return framework.scale.find(({ id }) => id === grade)?.label ?? grade
}
