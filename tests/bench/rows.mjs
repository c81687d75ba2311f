/** One row of the bench: what was measured, beside its floor in the same run, and whether the goal is met. */
export function row(goal, what, unit, value, floor, limit, isMet) {
  const ratio = floor === null ? null : Math.round((value / floor) * 100) / 100
  return {
    goal,
    what,
    unit,
    value: round(value),
    floor: floor === null ? null : round(floor),
    ratio,
    limit,
    met: isMet(value, ratio),
  }
}

export const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]

const round = (value) => Math.round(value * 10) / 10
