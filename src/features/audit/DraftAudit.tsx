/** An audit at work: its draft of this tab, its pages, and the frame with sections and grade around them. */
import { useDeferredValue, useEffect, useLayoutEffect, useMemo } from 'react'
import { Navigate } from 'react-router'
import type { Assigned } from '../../store/assigned'
import { draftOf } from '../../store/audit-draft'
import { useHere } from '../../store/hooks'
import { AlertPage } from './alerts/AlertPage'
import { GradePage } from './grade/GradePage'
import { type OpenAudit, useDraftedAudit, useGraded } from './open-audit'
import { AboutPage } from './opening/AboutPage'
import { firstToDo, sectionsOf } from './sections'
import { CheckPage } from './submit/CheckPage'
import { SectionPage } from './workspace/SectionPage'
import { Workspace } from './workspace/Workspace'

interface DraftAuditProps {
  readonly assigned: Assigned & Pick<OpenAudit, 'audit'>
  readonly page: string | undefined
}

export function DraftAudit({ assigned, page }: DraftAuditProps) {
  const { device, session } = useHere()
  const { audit, framework } = assigned
  const draft = useMemo(() => draftOf(device, session, audit.id), [device, session, audit.id])
  useEffect(() => draft.attach(), [draft])
  useLayoutEffect(() => draft.see(audit), [draft, audit])

  const path = `/audits/${assigned.assignment.id}`
  const open = useMemo<OpenAudit>(() => ({ ...assigned, draft, path }), [assigned, draft, path])
  // The radio that was clicked is painted first; progress and grade follow in the same breath.
  const drafted = useDeferredValue(useDraftedAudit(draft, audit.body))
  const graded = useGraded(framework, drafted)
  const sections = useMemo(() => sectionsOf(framework, drafted), [framework, drafted])
  const section = sections.find(({ id }) => id === page)
  const work = { open, drafted, graded, sections }

  if (page === 'about')
    return <Workspace {...work}>{<AboutPage open={open} next={firstToDo(sections)?.id} />}</Workspace>
  if (page === 'grade') return <Workspace {...work}>{<GradePage {...work} />}</Workspace>
  if (page === 'check') return <Workspace {...work}>{<CheckPage {...work} />}</Workspace>
  if (page === 'incident' || page === 'concern') {
    return (
      <Workspace {...work}>
        <AlertPage key={page} type={page} assigned={open} path={path} />
      </Workspace>
    )
  }
  if (!section) return <Navigate to={`${path}/${firstToDo(sections)?.id ?? 'about'}`} replace />
  return (
    <Workspace {...work} section={section}>
      <SectionPage key={section.id} open={open} section={section} sections={sections} drafted={drafted} />
    </Workspace>
  )
}
