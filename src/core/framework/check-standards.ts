/**
 * What a framework's standards must satisfy beyond their form: ids, leads, citations, roles, families, conditions.
 *
 * Pure. Rule: standards.md 3.1 (core, key, limiting, one scoring criterion per family), 3.2 (floor), 3.3 (citations).
 */
import { allCriteria, scoringCore } from './lookup'
import { type Problem, placeOf } from './problem'
import { type Condition, type Criterion, Facts, type Framework } from './schema'

/** A weight beyond this is a slip of the keyboard, not a judgement of importance. */
const MAX_WEIGHT = 1000

export function checkStandards(framework: Framework): readonly Problem[] {
  return [
    ...checkUnique(framework),
    ...framework.sections.flatMap((section, s) =>
      section.criteria.flatMap((criterion, c) => checkCriterion(framework, criterion, ['sections', s, 'criteria', c])),
    ),
    ...framework.timers.flatMap(({ basis }, t) => checkBasis(framework, basis, ['timers', t, 'basis'])),
    ...checkFamilies(framework),
    ...checkCoreAndFloor(framework),
    ...checkOffices(framework),
  ]
}

/** An office that is part of an agency names one of the others, which is part of none itself. */
function checkOffices({ agencies }: Framework): readonly Problem[] {
  const wholes = new Set(agencies.flatMap(({ id, partOf }) => (partOf === undefined ? [id] : [])))
  return agencies.flatMap(({ partOf }, index): readonly Problem[] => {
    if (partOf === undefined || wholes.has(partOf)) return []
    const where = placeOf(['agencies', index, 'partOf'])
    return [{ where, message: `"${partOf}" is not an agency of this framework that stands on its own.` }]
  })
}

function checkUnique(framework: Framework): readonly Problem[] {
  const { scale, agencies, sections, timers, sources, shortfall } = framework
  const criteria = sections.flatMap((section, s) =>
    section.criteria.map(({ id }, c) => ({ id, path: ['sections', s, 'criteria', c, 'id'] })),
  )
  const listed = (list: readonly { readonly id: string }[], ...path: readonly string[]) =>
    list.map(({ id }, i) => ({ id, path: [...path, i, 'id'] }))
  return [
    listed(scale, 'scale'),
    listed(agencies, 'agencies'),
    listed(sections, 'sections'),
    [...criteria, ...listed(timers, 'timers')],
    sources.map(({ short }, i) => ({ id: short, path: ['sources', i, 'short'] })),
    listed(shortfall.causes, 'shortfall', 'causes'),
    listed(shortfall.services, 'shortfall', 'services'),
    listed(shortfall.fixes, 'shortfall', 'fixes'),
  ].flatMap((entries) => {
    const first = new Map<string, readonly (string | number)[]>()
    return entries.flatMap(({ id, path }): readonly Problem[] => {
      const before = first.get(id)
      if (before === undefined) first.set(id, path)
      return before === undefined
        ? []
        : [{ where: placeOf(path), message: `"${id}" is already used at ${placeOf(before)}; each must be different.` }]
    })
  })
}

type Path = readonly (string | number)[]

function checkCriterion(framework: Framework, criterion: Criterion, path: Path): readonly Problem[] {
  const problems: Problem[] = [...checkBasis(framework, criterion.basis, [...path, 'basis'])]
  const say = (field: string, message: string) => problems.push({ where: placeOf([...path, field]), message })
  const { id, lead, role, weight, core } = criterion

  if (!framework.agencies.some((agency) => agency.id === lead)) {
    say('lead', `"${lead}" is not one of the agencies of this framework.`)
  }
  if (weight > MAX_WEIGHT) say('weight', `A weight of ${weight} is out of proportion; use at most ${MAX_WEIGHT}.`)
  if (role === 'diagnostic' && weight !== 0) say('weight', `${id} is diagnostic, so its weight must be 0.`)
  if (role === 'key' || role === 'limiting') {
    if (!core) say('role', `${id} is ${role}, so it must be part of the core: only the core caps the grade.`)
    if (weight === 0) say('weight', `${id} is ${role}, so it needs a weight above 0.`)
  }
  if (criterion.complianceStrip === true && core) {
    say('complianceStrip', `${id} is entered outside blind grading, so it cannot be part of the core.`)
  }
  for (const [i, condition] of (criterion.appliesWhen ?? []).entries()) {
    const message = whyNeverTested(condition)
    if (message !== null) problems.push({ where: placeOf([...path, 'appliesWhen', i]), message })
  }
  return problems
}

function checkBasis(framework: Framework, basis: Criterion['basis'], path: Path): readonly Problem[] {
  const stray = basis.citations.flatMap((citation, i): readonly Problem[] =>
    framework.sources.some(({ short }) => cites(citation, short))
      ? []
      : [
          {
            where: placeOf([...path, 'citations', i]),
            message: `"${citation}" does not begin with the short name of one of the sources of this framework.`,
          },
        ],
  )
  if (basis.status !== 'statutory' || basis.citations.length > 0) return stray
  return [{ where: placeOf([...path, 'citations']), message: 'A statutory criterion must say which law it rests on.' }]
}

/** `Regs 12(1)(a)` cites `Regs`, but `Regsworth 3` does not. */
function cites(citation: string, short: string): boolean {
  return citation.startsWith(short) && !/^[\p{L}\p{N}]/u.test(citation.slice(short.length))
}

/** A condition that compares a fact with something the fact can never be. */
function whyNeverTested(condition: Condition): string | null {
  if ('atLeast' in condition || 'atMost' in condition) {
    return condition.fact === 'yearGroup' ? null : `"${condition.fact}" is not a number, so it has no least or most.`
  }
  const value = 'is' in condition ? condition.is : condition.isNot
  return Facts.safeParse({ [condition.fact]: value }).success
    ? null
    : `"${condition.fact}" can never be ${JSON.stringify(value)}.`
}

function checkFamilies(framework: Framework): readonly Problem[] {
  const scoringByFamily = new Map<string, string>()
  return framework.sections.flatMap((section, s) =>
    section.criteria.flatMap(({ id, family, weight }, c): readonly Problem[] => {
      if (family === undefined || weight === 0) return []
      const first = scoringByFamily.get(family)
      if (first === undefined) scoringByFamily.set(family, id)
      const message = `${id} and ${first} look at the same thing (family "${family}"); only one of them may have a weight.`
      return first === undefined ? [] : [{ where: placeOf(['sections', s, 'criteria', c, 'family']), message }]
    }),
  )
}

function checkCoreAndFloor(framework: Framework): readonly Problem[] {
  const problems: Problem[] = []
  if (scoringCore(framework).length === 0) {
    problems.push({ where: 'sections', message: 'No criterion of the core has a weight, so nothing can be graded.' })
  }
  if (!allCriteria(framework).some((criterion) => criterion.floor)) {
    problems.push({ where: 'sections', message: 'No criterion is part of the minimum standard (floor).' })
  }
  return problems
}
