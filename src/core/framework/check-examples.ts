/**
 * Scores the worked examples of a framework: each must lead to the grade it says, by the rules it stands beside.
 *
 * Pure. A share written in an example may be rounded to three decimals; everything else must be equal.
 * Rule: standards.md 3.1; the contract of `framework check`.
 */
import { gradeAudit } from '../audit/grade'
import type { AuditInput, Graded } from '../audit/graded'
import { allCriteria, gradeStep } from './lookup'
import { type Problem, placeOf } from './problem'
import type { Framework, RatedCriterion, WorkedExample } from './schema'

const SHARE_TOLERANCE = 0.0005

/**
 * The audit an example describes: its own ratings, and `otherwise` on the rest of the core. The incident check is never
 * filled in by `otherwise`, so that "otherwise not met" does not report another child's data.
 */
export function exampleInput(framework: Framework, example: WorkedExample): AuditInput {
  const { otherwise } = example
  const rest = allCriteria(framework).flatMap((criterion): readonly [string, RatedCriterion][] =>
    otherwise !== undefined && criterion.core && criterion.role !== 'incident'
      ? [[criterion.id, { rating: otherwise }]]
      : [],
  )
  const named = Object.entries(example.ratings).map(([id, rating]): [string, RatedCriterion] => [id, { rating }])
  return {
    ratings: Object.fromEntries([...rest, ...named]),
    incident: example.incident,
    override: example.override,
    facts: example.facts,
  }
}

/** Every example scored as written, and at least one of them. Call it on a framework that is sound otherwise. */
export function checkExamples(framework: Framework): readonly Problem[] {
  if (framework.examples.length === 0) {
    return [{ where: 'examples', message: 'A framework needs at least one worked example.' }]
  }
  const known = new Set(allCriteria(framework).map(({ id }) => id))
  return framework.examples.flatMap((example, i) => {
    const path = ['examples', i] as const
    const stray = Object.keys(example.ratings).filter((id) => !known.has(id))
    if (stray.length > 0) {
      return stray.map((id) => ({
        where: placeOf([...path, 'ratings', id]),
        message: `"${id}" is not a criterion of this framework.`,
      }))
    }
    const impossible = checkExpected(framework, example)
    const faults =
      impossible.length > 0 ? impossible : compare(example, gradeAudit(framework, exampleInput(framework, example)))
    return faults.map(({ field, message }) => ({ where: placeOf([...path, 'expect', ...field]), message }))
  })
}

interface Fault {
  readonly field: readonly string[]
  readonly message: string
}

function checkExpected(framework: Framework, { expect }: WorkedExample): readonly Fault[] {
  const offScale = (field: readonly string[], grade: string | null | undefined): readonly Fault[] =>
    typeof grade === 'string' && gradeStep(framework, grade) < 0
      ? [{ field, message: `"${grade}" is not a grade of this framework's scale.` }]
      : []
  return [
    ...offScale(['grade'], expect.grade),
    ...offScale(['derived'], expect.derived),
    ...Object.entries(expect.sections ?? {}).flatMap(([id, grade]) =>
      framework.sections.some((section) => section.id === id)
        ? offScale(['sections', id], grade)
        : [{ field: ['sections', id], message: `"${id}" is not a section of this framework.` }],
    ),
  ]
}

function compare({ expect }: WorkedExample, graded: Graded): readonly Fault[] {
  const { subject, floor, sections } = graded
  const types = new Set<string>(subject.reasons.map((reason) => reason.type))
  const working = `share ${subject.share ?? 'none'}; reasons: ${[...types].join(', ')}`
  const differs = (
    field: readonly string[],
    wanted: string | null | undefined,
    got: string | null,
  ): readonly Fault[] =>
    wanted === undefined || wanted === got
      ? []
      : [{ field, message: `The example says ${wanted ?? 'none'}, but the rules give ${got ?? 'none'} (${working}).` }]
  return [
    ...differs(['grade'], expect.grade, subject.grade),
    ...differs(['derived'], expect.derived, subject.derived),
    ...differs(['floor'], expect.floor, floor.status),
    ...(sameShare(expect.share, subject.share)
      ? []
      : differs(['share'], `${expect.share ?? 'none'}`, `${subject.share ?? 'none'}`)),
    ...(expect.reasons ?? [])
      .filter((type) => !types.has(type))
      .map((type) => ({
        field: ['reasons'],
        message: `The example names the reason "${type}", which is not given (${working}).`,
      })),
    ...Object.entries(expect.sections ?? {}).flatMap(([id, grade]) =>
      differs(['sections', id], grade, sections[id]?.grade ?? null),
    ),
  ]
}

function sameShare(wanted: number | null | undefined, got: number | null): boolean {
  if (wanted === undefined) return true
  if (wanted === null || got === null) return wanted === got
  return Math.abs(wanted - got) <= SHARE_TOLERANCE
}
