/** The last question and the last click: copies deleted, and submitting. What still lacks is an error with links. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate } from 'react-router'
import * as z from 'zod/mini'
import { usePerform } from '../../../store/hooks'
import { submit as words } from '../../../text/audit-submit'
import { common } from '../../../text/common'
import { refusalText } from '../../../text/refusals'
import { ErrorSummary } from '../../../ui/ErrorSummary'
import { Fieldset } from '../../../ui/Fieldset'
import { Notice } from '../../../ui/Notice'
import { Radio } from '../../../ui/Radio'
import type { OpenAudit } from '../open-audit'
import { CriterionLinks } from './CriterionLinks'

const Answers = z.object({ copies: z.enum(['yes', 'no'], words.copiesMissing) })
type Answers = z.infer<typeof Answers>

interface SubmitFormProps {
  readonly open: OpenAudit
  readonly missing: readonly string[]
}

export function SubmitForm({ open, missing }: SubmitFormProps) {
  const { submit, failure } = useSubmit(open)
  /** How often submitting was tried while criteria were missing; the summary takes the focus each time. */
  const [tries, setTries] = useState(0)
  const { register, handleSubmit, formState } = useForm<Answers>({
    resolver: standardSchemaResolver(Answers),
    shouldFocusError: false,
  })
  const problem = formState.errors.copies?.message
  const isIncomplete = missing.length > 0
  return (
    <form
      className="submit-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isIncomplete) setTries((before) => before + 1)
        else void handleSubmit(({ copies }) => submit(copies === 'yes'))(event)
      }}
    >
      {isIncomplete && tries > 0 && <MissingSummary key={tries} open={open} missing={missing} />}
      <ErrorSummary
        title={common.errorSummary}
        errors={problem === undefined || isIncomplete ? [] : [{ fieldId: 'copies-yes', message: problem }]}
      />
      {failure && (
        <Notice tone="stop" live="assertive">
          {words.notSubmitted} {failure}
        </Notice>
      )}
      <Fieldset id="copies" legend={words.copies} hint={words.copiesHint} error={problem}>
        <div className="govuk-radios">
          <Radio id="copies-yes" label={words.copiesYes} value="yes" {...register('copies')} />
          <Radio id="copies-no" label={words.copiesNo} value="no" {...register('copies')} />
        </div>
      </Fieldset>
      <p className="govuk-body">{words.before}</p>
      <button type="submit" className="govuk-button" disabled={formState.isSubmitting}>
        {words.action}
      </button>
    </form>
  )
}

/** Takes the focus when it appears, as every error summary does. */
function MissingSummary({ open, missing }: SubmitFormProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="govuk-error-summary" ref={box} tabIndex={-1} role="alert">
      <h2 className="govuk-error-summary__title">{words.missingTitle(missing.length)}</h2>
      <p className="govuk-body">
        {words.notSubmitted} {words.missingHelp}
      </p>
      <CriterionLinks framework={open.framework} path={open.path} ids={missing} />
    </div>
  )
}

function useSubmit({ audit, assignment, framework, draft, path }: OpenAudit) {
  const perform = usePerform()
  const navigate = useNavigate()
  const [failure, setFailure] = useState<string | null>(null)

  async function submit(copiesDeleted: boolean): Promise<void> {
    await draft.notes.flush()
    const { id, version } = framework
    const done = await perform({
      kind: 'audit.submit',
      data: { auditId: audit.id, assignmentId: assignment.id, framework: { id, version }, copiesDeleted },
    })
    if (!done.ok) return setFailure(refusalText(done.error))
    return navigate(path, { replace: true })
  }
  return { submit, failure }
}
