/** The grade of a section in one audit, or that its auditor was not asked about it. */
import type { Audit } from '../../../core/audit/audit'
import type { Framework } from '../../../core/framework/schema'
import { subjectWords } from '../../../text/cycles-subject'
import { FrameworkGrade } from '../ResultGrade'

interface SectionGradeProps {
  readonly framework: Framework
  /** Its id. */
  readonly section: string
  readonly audit: Audit
  readonly grade: string | null
}

export function SectionGrade({ framework, section, audit, grade }: SectionGradeProps) {
  const isAsked = audit.part?.type !== 'sections' || audit.part.sections.includes(section)
  if (!isAsked) return <span className="muted">{subjectWords.compare.notAsked}</span>
  return <FrameworkGrade framework={framework} grade={grade} />
}
