/** A grade of the framework's scale as its tag, or the words that stand where there is none. */
import type { Framework } from '../../../core/framework/schema'
import { gradeText } from '../../../text/audit-grade'
import { gradeLabel } from '../../../text/points'
import { GradeTag } from '../../../ui/GradeTag'

interface GradeShownProps {
  readonly framework: Framework
  readonly grade: string | null
  readonly without?: string
}

export function GradeShown({ framework, grade, without = gradeText.noGrade }: GradeShownProps) {
  const steps = framework.scale.length
  if (grade === null) return <GradeTag label={without} level={null} steps={steps} />
  return (
    <GradeTag
      label={gradeLabel(framework, grade)}
      level={framework.scale.findIndex(({ id }) => id === grade)}
      steps={steps}
    />
  )
}
