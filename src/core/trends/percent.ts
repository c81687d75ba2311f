/**
 * Shares as people read them: whole percentages, with a digit more where rounding would say something untrue.
 *
 * Pure. Rule: interface.md, "Trends"; statistics.md, section 7.
 */

/**
 * 0.823 is "82 %". A share just short of everything, of nothing or of the target keeps a decimal: "99.6 %", never "100 %".
 * @param target a share the reader will compare with; 0.897 against 0.9 is "89.7 %".
 */
export function formatPercent(share: number, target?: number): string {
  const percent = share * 100
  const whole = Math.round(percent)
  const looksAll = whole === 100 && share < 1
  const looksNone = whole === 0 && share > 0
  const looksOnTarget = target !== undefined && Math.abs(whole - target * 100) < 1e-9 && Math.abs(share - target) > 1e-9
  return `${looksAll || looksNone || looksOnTarget ? oneDecimal(percent) : whole} %`
}

/** One decimal, cut towards the middle at either end: 99.97 is 99.9 and 0.01 is 0.1. */
function oneDecimal(percent: number): string {
  return Math.min(99.9, Math.max(0.1, Math.round(percent * 10) / 10)).toFixed(1)
}

/** "74–88 %". */
export function formatRange(low: number, high: number): string {
  return `${Math.round(low * 100)}–${Math.round(high * 100)} %`
}

/** 3016 is "3,016". */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** "1 plan", "2 plans". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}
