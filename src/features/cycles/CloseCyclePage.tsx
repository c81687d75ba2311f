/** Closes a cycle and publishes its edition, or the next edition of a closed one. For managers. */
import { type FormEvent, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { usePerform } from '../../store/hooks'
import { common } from '../../text/common'
import { cycles } from '../../text/cycles'
import { closeCycle as words } from '../../text/cycles-close'
import { refusalText } from '../../text/refusals'
import { Field } from '../../ui/Field'
import { Loading } from '../../ui/Loading'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { reasonProblem } from './subject/use-swap'
import { type CycleView, useCycleView } from './use-cycle-view'
import './cycles.scss'

export function CloseCyclePage() {
  const { cycleId = '' } = useParams()
  const view = useCycleView(cycleId)
  if (view === undefined) {
    return (
      <Page title={cycles.title}>
        <Loading label={common.loading} />
      </Page>
    )
  }
  if (view === null || !view.may.manage) {
    return (
      <Page title={cycles.title} narrow>
        <Notice>{view === null ? cycles.missing.body : words.onlyManagers}</Notice>
        <Link className="govuk-link" to={view === null ? '/cycles' : `/cycles/${cycleId}`}>
          {view === null ? cycles.toCycles : words.back}
        </Link>
      </Page>
    )
  }
  return <CloseForm key={cycleId} view={view} />
}

function CloseForm({ view }: { readonly view: CycleView }) {
  const { cycle, progress } = view
  const perform = usePerform()
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const { name, closed } = cycle.body
  const unsettled = progress.filter(({ result }) => result.state.startsWith('awaiting')).length

  async function close(event: FormEvent) {
    event.preventDefault()
    const said = reason.trim()
    const missing = unsettled > 0 && said === '' ? words.reasonMissing : reasonProblem(said)
    setProblem(missing ?? undefined)
    if (missing) return
    const done = await perform({ kind: 'cycle.close', data: { cycleId: cycle.id, reason: said === '' ? null : said } })
    if (done.ok) await navigate(`/cycles/${cycle.id}`)
    else setProblem(refusalText(done.error))
  }

  return (
    <Page title={(closed ? words.titleAgain : words.title)(name)} narrow>
      <p className="govuk-body-l">{words.intro}</p>
      {closed && <p className="govuk-body">{words.again}</p>}
      {unsettled === 0 ? (
        <p className="govuk-body">{words.settled}</p>
      ) : (
        <Notice tone="warn">{words.unsettled(unsettled)}</Notice>
      )}
      <form noValidate onSubmit={(event) => void close(event)}>
        {(unsettled > 0 || closed) && (
          <Field id="closeReason" label={unsettled > 0 ? words.reason : words.reasonAgain} error={problem}>
            {(ids) => (
              <textarea
                {...ids}
                className="govuk-textarea"
                rows={2}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        )}
        {problem && unsettled === 0 && !closed && (
          <Notice tone="stop" live="assertive">
            {problem}
          </Notice>
        )}
        <div className="row">
          <button type="submit" className="govuk-button govuk-!-margin-bottom-0">
            {closed ? words.actionAgain : words.action}
          </button>
          <Link className="govuk-link" to={`/cycles/${cycle.id}`}>
            {common.cancel}
          </Link>
        </div>
      </form>
    </Page>
  )
}
