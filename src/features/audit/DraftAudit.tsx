/** An audit that is not submitted: at work in the tab that writes it, to read in every other. */
import { useDeferredValue, useEffect, useLayoutEffect, useMemo } from 'react'
import { Navigate } from 'react-router'
import type { Assigned } from '../../store/assigned'
import { type AuditDraft, draftOf } from '../../store/audit-draft'
import { useHere } from '../../store/hooks'
import { tabs } from '../../text/audit-tabs'
import { Loading } from '../../ui/Loading'
import { AlertPage } from './alerts/AlertPage'
import { GradePage } from './grade/GradePage'
import { type OpenAudit, useDraftedAudit, useGraded } from './open-audit'
import { AboutPage } from './opening/AboutPage'
import { firstToDo, sectionsOf } from './sections'
import { CheckPage } from './submit/CheckPage'
import { ReadOnlyAudit } from './tabs/ReadOnlyAudit'
import { useDraftLock } from './tabs/use-draft-lock'
import { WordsAside } from './tabs/WordsAside'
import { SectionPage } from './workspace/SectionPage'
import { Workspace } from './workspace/Workspace'

interface DraftAuditProps {
  readonly assigned: Assigned & Pick<OpenAudit, 'audit'>
  readonly page: string | undefined
}

export function DraftAudit({ assigned, page }: DraftAuditProps) {
  const { device, session } = useHere()
  const { audit } = assigned
  const draft = useMemo(() => draftOf(device, session, audit.id), [device, session, audit.id])
  useLayoutEffect(() => draft.see(audit), [draft, audit])
  const { state, take } = useDraftLock(draft)
  const path = `/audits/${assigned.assignment.id}`
  if (state.type === 'asking') return <Loading label={tabs.loading} />
  // A report to managers waits for no tab, and a half-written one is not lost when the draft changes hands.
  if (state.type === 'editing' || page === 'incident' || page === 'concern') {
    return (
      <>
        {state.type === 'editing' && <WordsAside draft={draft} />}
        <WrittenAudit assigned={assigned} draft={draft} path={path} page={page} />
      </>
    )
  }
  return (
    <ReadOnlyAudit
      assigned={assigned}
      draft={draft}
      path={path}
      cause={state.cause}
      isFree={state.type === 'elsewhere' && state.isFree}
      isTaking={state.type === 'taking'}
      onTake={take}
    />
  )
}

interface WrittenAuditProps extends DraftAuditProps {
  readonly draft: AuditDraft
  readonly path: string
}

/** The audit at work, in the tab that writes it. */
function WrittenAudit({ assigned, draft, path, page }: WrittenAuditProps) {
  const { audit, framework } = assigned
  useEffect(() => draft.attach(), [draft])

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
