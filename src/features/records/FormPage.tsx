/**
 * A framework as a form on paper, to print or keep: for everybody as it stands, or for one's own assignment with its audit
 * code and the criteria it asks. It is typed in afterwards in the ordinary workspace.
 */
import { type ReactNode, useMemo } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { criteriaFor } from '../../core/audit/criteria-for'
import type { Framework } from '../../core/framework/schema'
import { SEN_TEAM } from '../../core/trends/result'
import { useAssigned } from '../../store/assigned'
import { useFramework } from '../../store/frameworks'
import { recordPage as words } from '../../text/records'
import { Fieldset } from '../../ui/Fieldset'
import { Loading } from '../../ui/Loading'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { Radio } from '../../ui/Radio'
import { FormSheet } from './FormSheet'
import './records.scss'

export function FormPage() {
  const { id = '', version = '' } = useParams()
  const [search] = useSearchParams()
  const ref = useMemo(() => ({ id, version }), [id, version])
  const held = useFramework(ref)
  const assignmentId = search.get('assignment')
  if (held === undefined) return <Loading label={words.loading} />
  if (held === null) {
    return (
      <Page title={words.away.title} narrow>
        <p className="govuk-body">{words.form.missing}</p>
        <Link className="govuk-link" to="/frameworks">
          {words.form.toStandards}
        </Link>
      </Page>
    )
  }
  if (assignmentId === null) return <OpenForm framework={held.body} />
  return <AssignedForm key={assignmentId} framework={held.body} assignmentId={assignmentId} />
}

interface AssignedFormProps {
  readonly framework: Framework
  readonly assignmentId: string
}

function AssignedForm({ framework, assignmentId }: AssignedFormProps) {
  const state = useAssigned(assignmentId)
  if (state.type === 'loading') return <Loading label={words.loading} />
  const isFor =
    state.type === 'found' &&
    state.assigned.framework.id === framework.id &&
    state.assigned.framework.version === framework.version
  if (!isFor) {
    return (
      <OpenForm framework={framework}>
        <Notice tone="warn">{words.form.notYours}</Notice>
      </OpenForm>
    )
  }
  return <FormSheet framework={framework} assigned={state.assigned} />
}

interface OpenFormProps {
  readonly framework: Framework
  readonly children?: ReactNode
}

/** The form as it stands: the core, or everything. */
function OpenForm({ framework, children }: OpenFormProps) {
  const [search, setSearch] = useSearchParams()
  const choice = search.get('statements') === 'all' ? 'all' : 'core'
  const criteria = useMemo(
    () => ({ core: criteriaFor(framework, 'core', ''), all: criteriaFor(framework, 'all', SEN_TEAM) }),
    [framework],
  )
  return (
    <FormSheet framework={framework} criteria={criteria[choice]}>
      {children}
      {criteria.core.length < criteria.all.length && (
        <div className="no-print">
          <Fieldset id="statements" legend={words.form.which}>
            <div className="govuk-radios govuk-radios--small govuk-radios--inline">
              {(['core', 'all'] as const).map((one) => (
                <Radio
                  key={one}
                  id={`statements-${one}`}
                  name="statements"
                  label={words.form[one](criteria[one].length)}
                  checked={choice === one}
                  onChange={() => setSearch({ statements: one }, { replace: true })}
                />
              ))}
            </div>
          </Fieldset>
        </div>
      )}
    </FormSheet>
  )
}
