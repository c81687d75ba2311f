/**
 * Sharing plans out evenly among auditors: each plan to one of them, those graded twice to two of different agencies.
 *
 * Pure. Nobody is given a plan they hold, submitted or handed back, and nobody the same plan twice. Plans are taken in
 * the order of their audit codes, which are random, so no kind of plan is left to one person.
 * Rule: product.md, "Assignment" and "Blind"; standards.md 3.5.
 */
export interface PlanToShare {
  readonly subjectId: string
  readonly code: string
  /** Auditors still needed. */
  readonly needed: number
  /** Who holds or submitted it now. */
  readonly holders: readonly { readonly auditor: string; readonly agency: string }[]
  /** Who may not have it: they handed it back because they know the child or worked on it. */
  readonly barred: readonly string[]
}

export interface AuditorToAsk {
  readonly id: string
  readonly agency: string
  /** Plans of this cycle they hold already. */
  readonly load: number
}

export interface Handed {
  readonly subjectId: string
  readonly auditor: string
  readonly agency: string
}

export interface ShareOut {
  readonly handed: readonly Handed[]
  /** Plans that still lack an auditor: nobody chosen may have them. */
  readonly short: readonly string[]
  /** Plans graded twice within one agency, because nobody of another was to be had. */
  readonly sameAgency: readonly string[]
}

/** The least burdened of those who may have the plan; of another agency than its holders if there is one. */
function choose(plan: PlanToShare, auditors: readonly AuditorToAsk[], load: ReadonlyMap<string, number>) {
  const held = new Set([...plan.holders.map(({ auditor }) => auditor), ...plan.barred])
  const agencies = new Set(plan.holders.map(({ agency }) => agency))
  const may = auditors.filter(({ id }) => !held.has(id))
  const others = may.filter(({ agency }) => !agencies.has(agency))
  const loadOf = ({ id }: AuditorToAsk) => load.get(id) ?? 0
  return (others.length > 0 ? others : may).reduce<AuditorToAsk | null>(
    (best, auditor) => (best === null || loadOf(auditor) < loadOf(best) ? auditor : best),
    null,
  )
}

export function shareOut(plans: readonly PlanToShare[], auditors: readonly AuditorToAsk[]): ShareOut {
  const load = new Map(auditors.map((auditor) => [auditor.id, auditor.load]))
  const handed: Handed[] = []
  const short = new Set<string>()
  const sameAgency = new Set<string>()
  // The plans with the fewest who may have them come first: those graded twice, then those handed back.
  const byFreedom = [...plans].sort(
    (a, b) =>
      b.needed + b.holders.length - (a.needed + a.holders.length) ||
      b.barred.length - a.barred.length ||
      (a.code < b.code ? -1 : 1),
  )
  for (const plan of byFreedom) {
    let holders = plan.holders
    for (let slot = 0; slot < plan.needed; slot++) {
      const auditor = choose({ ...plan, holders }, auditors, load)
      if (!auditor) {
        short.add(plan.subjectId)
        break
      }
      const { id, agency } = auditor
      if (holders.some((holder) => holder.agency === agency)) sameAgency.add(plan.subjectId)
      holders = [...holders, { auditor: id, agency }]
      load.set(id, (load.get(id) ?? 0) + 1)
      handed.push({ subjectId: plan.subjectId, auditor: id, agency })
    }
  }
  return { handed, short: [...short], sameAgency: [...sameAgency] }
}
