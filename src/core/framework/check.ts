/**
 * Checks a framework file: its form, its standards, its grading rules, and that its worked examples score as written.
 *
 * Pure; never throws, whatever the file holds. The later checks run only on what passed the earlier ones.
 * Rule: the contract of `framework check` in the command line; standards.md 3.1 to 3.3.
 */
import { checkExamples } from './check-examples'
import { checkGrading } from './check-grading'
import { checkLossless } from './check-lossless'
import { checkStandards } from './check-standards'
import { contentHash } from './content-hash'
import { allCriteria, scoringCore } from './lookup'
import { type Problem, problemsOf } from './problem'
import { Framework } from './schema'

/** Figures are `null` where the file is not a framework and nothing can be counted. */
export interface FrameworkCheck {
  readonly ok: boolean
  readonly id: string | null
  readonly version: string | null
  readonly contentHash: string | null
  readonly sections: number | null
  /** Criteria to rate; timers are counted apart. */
  readonly criteria: number | null
  /** Criteria whose weight decides the grade; an incident check without weight is not counted. */
  readonly core: number | null
  readonly statutory: number | null
  readonly key: number | null
  readonly limiting: number | null
  readonly floor: number | null
  readonly timers: number | null
  readonly examples: number | null
  readonly problems: readonly Problem[]
}

/** @param json any JSON value, as read from a file. */
export function checkFramework(json: unknown): FrameworkCheck {
  const hash = contentHash(json)
  if (hash === null)
    return refused(json, hash, [{ where: 'file', message: 'This is not JSON, or it is nested too deeply.' }])
  const parsed = Framework.safeParse(json)
  if (!parsed.success) return refused(json, hash, problemsOf(parsed.error.issues, json))

  const framework = parsed.data
  const faults = [...checkLossless(json, framework), ...checkStandards(framework), ...checkGrading(framework)]
  const problems = faults.length > 0 ? faults : checkExamples(framework)
  const criteria = allCriteria(framework)
  return {
    ok: problems.length === 0,
    id: framework.id,
    version: framework.version,
    contentHash: hash,
    sections: framework.sections.length,
    criteria: criteria.length,
    core: scoringCore(framework).length,
    statutory: criteria.filter(({ basis }) => basis.status === 'statutory').length,
    key: criteria.filter(({ role }) => role === 'key').length,
    limiting: criteria.filter(({ role }) => role === 'limiting').length,
    floor: criteria.filter(({ floor }) => floor).length,
    timers: framework.timers.length,
    examples: framework.examples.length,
    problems,
  }
}

function refused(json: unknown, hash: string | null, problems: readonly Problem[]): FrameworkCheck {
  const text = (key: string) => {
    const value: unknown =
      typeof json === 'object' && json !== null && Object.hasOwn(json, key) ? Reflect.get(json, key) : null
    return typeof value === 'string' ? value : null
  }
  return {
    ok: false,
    id: text('id'),
    version: text('version'),
    contentHash: hash,
    sections: null,
    criteria: null,
    core: null,
    statutory: null,
    key: null,
    limiting: null,
    floor: null,
    timers: null,
    examples: null,
    problems,
  }
}
