/** The home page of a manager or chair: first steps and own audits; beside them the answer, what waits and the cycles. */
import { Link } from 'react-router'
import { common } from '../../text/common'
import { home } from '../../text/home'
import { formatDay, formatMonth } from '../../ui/format'
import { Loading } from '../../ui/Loading'
import { CyclesInProgress } from './CyclesInProgress'
import { FirstSteps } from './FirstSteps'
import { OwnWork } from './OwnWork'
import { type Desk, useDesk } from './use-desk'

export function ManagerHome() {
  const desk = useDesk()
  const hasCycles = desk?.newestCycle != null
  return (
    <div className="home">
      <div>
        {desk && desk.steps.length > 0 && <FirstSteps steps={desk.steps} newestCycle={desk.newestCycle} />}
        <OwnWork />
      </div>
      <div>
        {!desk && <Loading label={common.loading} />}
        {desk?.answer && <AnswerSoFar answer={desk.answer} />}
        {desk && desk.alerts.length > 0 && <Alerts alerts={desk.alerts} />}
        {desk && hasCycles && <CyclesInProgress cycles={desk.cycles} />}
      </div>
    </div>
  )
}

function AnswerSoFar({ answer }: { readonly answer: NonNullable<Desk['answer']> }) {
  const words = home.answer
  const { period, headline } = answer
  return (
    <section className="card answer-so-far" aria-labelledby="answer">
      <h2 className="govuk-heading-m" id="answer">
        {words.heading}
      </h2>
      <p className="govuk-body">
        <strong>{headline.words.answer}</strong> {headline.words.target}
      </p>
      <p className="govuk-body muted">{words.period(formatMonth(period.from), formatMonth(period.to))}</p>
      <p className="govuk-body">
        <Link className="govuk-link" to="/trends">
          {words.link}
        </Link>
      </p>
    </section>
  )
}

function Alerts({ alerts }: Pick<Desk, 'alerts'>) {
  const words = home.alerts
  return (
    <section aria-labelledby="alerts">
      <h2 className="govuk-heading-m" id="alerts">
        {words.heading}
      </h2>
      <ul className="govuk-list waiting">
        {alerts.map(({ id, subjectId, code, type, at }) => (
          <li key={id}>
            <Link className="govuk-link" to={`/subjects/${subjectId}`}>
              {(type === 'incident' ? words.incident : words.concern)(code)}
            </Link>{' '}
            <span className="muted">{formatDay(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
