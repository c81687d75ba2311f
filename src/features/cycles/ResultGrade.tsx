/** The grade a plan has as its result, if it has one. */
import { gradeStep } from '../../core/framework/lookup'
import type { Framework } from '../../core/framework/schema'
import type { SubjectResult } from '../../core/trends/result'
import { common } from '../../text/common'
import { GradeTag } from '../../ui/GradeTag'

interface FrameworkGradeProps {
  readonly framework: Framework
  /** `null`: no grade could be given. */
  readonly grade: string | null
}

/** A grade of the framework's scale by its id. */
export function FrameworkGrade({ framework, grade }: FrameworkGradeProps) {
  const level = grade === null ? -1 : gradeStep(framework, grade)
  const label = framework.scale[level]?.label ?? common.noGrade
  return <GradeTag label={label} level={level < 0 ? null : level} steps={framework.scale.length} />
}

export function ResultGrade({ framework, result }: { readonly framework: Framework; readonly result: SubjectResult }) {
  return result.state === 'graded' ? <FrameworkGrade framework={framework} grade={result.grade} /> : null
}
