/** The frame of an audit: sections at the left, the page in the middle, guidance and grade at the right; one column when narrow. */
import type { ReactNode } from 'react'
import type { Audit } from '../../../core/audit/audit'
import type { Graded } from '../../../core/audit/graded'
import { useCountTime } from '../../../store/time-taken'
import { audit } from '../../../text/audit'
import { GradePanel } from '../grade/GradePanel'
import { FirstAuditGuide } from '../learning/FirstAuditGuide'
import type { OpenAudit } from '../open-audit'
import type { WorkSection } from '../sections'
import { ChildName } from './ChildName'
import { SectionGuidance } from './SectionGuidance'
import { SectionRail } from './SectionRail'

export interface Work {
  readonly open: OpenAudit
  readonly drafted: Audit
  readonly graded: Graded
  readonly sections: readonly WorkSection[]
}

interface WorkspaceProps extends Work {
  /** The section being rated; none on the pages about the whole audit. */
  readonly section?: WorkSection
  readonly children: ReactNode
}

export function Workspace({ section, children, ...work }: WorkspaceProps) {
  useCountTime(work.open.audit.id)
  return (
    <div className={section ? 'audit audit--with-side' : 'audit'}>
      <SectionRail {...work} />
      <div className="audit__page">
        <FirstAuditGuide open={work.open} drafted={work.drafted} />
        {children}
      </div>
      {section && (
        <aside className="audit__side" aria-label={audit.side}>
          <SectionGuidance section={section} />
          <GradePanel {...work} section={section} />
          <ChildName draft={work.open.draft} />
        </aside>
      )}
    </div>
  )
}
