/** A form on paper on its page: what to do with it, the form itself, and the way back. */
import { type ReactNode, useMemo } from 'react'
import { Link } from 'react-router'
import { assignedCriteria } from '../../core/audit/applies'
import { contentHash } from '../../core/framework/content-hash'
import type { Framework } from '../../core/framework/schema'
import type { Assigned } from '../../store/assigned'
import { useArea } from '../../store/cycles'
import { form, recordPage as words } from '../../text/records'
import { Page } from '../../ui/Page'
import { formPaper } from './form-paper'
import { PaperTools } from './PaperTools'
import { PaperView } from './PaperView'

/** Either the criteria to ask, or the assignment that says which. */
interface FormSheetProps {
  readonly framework: Framework
  readonly criteria?: readonly string[]
  readonly assigned?: Assigned
  readonly children?: ReactNode
}

export function FormSheet({ framework, criteria, assigned, children }: FormSheetProps) {
  const area = useArea()
  const paper = useMemo(() => {
    const { assignment, audit, subject } = assigned ?? {}
    const asked =
      criteria ??
      assignedCriteria(framework, {
        ...(assignment && { criteria: assignment.body.criteria }),
        ...(audit && { facts: audit.body.facts }),
      }).map(({ id }) => id)
    return formPaper({
      framework,
      contentHash: contentHash(framework) ?? '',
      criteria: asked,
      code: subject?.body.code ?? null,
      agency: area?.body.agencies.find(({ id }) => id === assignment?.body.agency)?.label ?? null,
    })
  }, [framework, criteria, assigned, area])
  const code = assigned?.subject.body.code ?? null
  return (
    <Page title={paper.title} narrow>
      {children}
      <PaperTools
        paper={paper}
        fileName={form.fileName(framework.id, framework.version, code)}
        label={words.formToolsLabel}
        hint={words.form.hint}
      />
      <PaperView paper={paper} />
      <p className="govuk-body no-print">
        <Link
          className="govuk-link"
          to={assigned ? `/audits/${assigned.assignment.id}` : `/frameworks/${framework.id}/${framework.version}`}
        >
          {assigned ? words.toAudit : words.form.toStandards}
        </Link>
      </p>
    </Page>
  )
}
