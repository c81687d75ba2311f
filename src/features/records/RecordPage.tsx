/** The record of one audit, to read, print and keep: one's own, or a released one. */
import { useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { isDemoArea } from '../../core/access/demo-area'
import { contentHash } from '../../core/framework/content-hash'
import { auditRecord } from '../../core/record/audit-record'
import { useMe } from '../../store/cycles'
import { useHere } from '../../store/hooks'
import { now } from '../../store/ids'
import { type Recordable, useRecordable } from '../../store/recordable'
import { record as recordWords, recordPage as words } from '../../text/records'
import { Checkbox } from '../../ui/Checkbox'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { PaperTools } from './PaperTools'
import { PaperView } from './PaperView'
import { recordPaper } from './record-paper'
import './records.scss'

export function RecordPage() {
  const { auditId = '' } = useParams()
  const state = useRecordable(auditId)
  switch (state.type) {
    case 'loading':
      return <Loading label={words.loading} />
    case 'unknown':
      return <AwayPage text={words.away.unknown} />
    case 'closed':
      return <AwayPage text={words.away.closed} />
    case 'no-framework':
      return <AwayPage text={words.away.noFramework(state.id, state.version)} />
    case 'found':
      return <FoundRecord key={auditId} recordable={state.recordable} />
  }
}

function FoundRecord({ recordable }: { readonly recordable: Recordable }) {
  const { audit, isOwn } = recordable
  // As on the page of a plan: who audited it is for those who lead, and for the auditor.
  const mayName = useMe()?.roles.some((role) => role === 'manager' || role === 'chair') === true || isOwn
  const [isNamed, setNamed] = useState(false)
  const paper = useRecordPaper(recordable, isNamed)
  const { code } = recordable.subject
  const isDraft = audit.body.state === 'draft'
  const back = isOwn ? `/audits/${audit.body.assignmentId}` : `/subjects/${audit.body.subjectId}`
  return (
    <Page title={paper.title} narrow>
      <PaperTools
        paper={paper}
        fileName={isDraft ? recordWords.draftFileName(code) : recordWords.fileName(code)}
        label={words.toolsLabel}
        hint={words.whichHint}
      />
      {recordable.author !== null && mayName && (
        <div className="govuk-checkboxes govuk-checkboxes--small paper-choice no-print">
          <Checkbox
            id="named"
            label={words.named}
            hint={words.namedHint}
            checked={isNamed}
            onChange={(event) => setNamed(event.target.checked)}
          />
        </div>
      )}
      <PaperView paper={paper} />
      <p className="govuk-body no-print">
        <Link className="govuk-link" to={back}>
          {isOwn ? words.toAudit : words.toPlan}
        </Link>
      </p>
    </Page>
  )
}

function useRecordPaper({ audit, subject, cycle, framework, area, author }: Recordable, isNamed: boolean) {
  const { session } = useHere()
  const [at] = useState(now)
  return useMemo(() => {
    const agency = area.agencies.find(({ id }) => id === audit.body.agency)?.label ?? audit.body.agency
    return recordPaper(
      auditRecord({
        framework,
        contentHash: contentHash(framework) ?? '',
        audit: audit.body,
        subject,
        cycle,
        area: area.name,
        author: { agency, name: isNamed ? (author?.name ?? null) : null },
        isFictional: isDemoArea(session.areaId),
        at,
      }),
    )
  }, [audit, subject, cycle, framework, area, author, isNamed, session.areaId, at])
}

function AwayPage({ text }: { readonly text: string }) {
  return (
    <Page title={words.away.title} narrow>
      <p className="govuk-body">{text}</p>
      <Link className="govuk-link" to="/">
        {words.away.home}
      </Link>
    </Page>
  )
}
