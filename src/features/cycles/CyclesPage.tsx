/** All cycles with their purpose, dates and progress; on a fresh device, what to do first. */
import { Link } from 'react-router'
import { today } from '../../store/ids'
import { useCurrentRegister } from '../../store/registers'
import { common } from '../../text/common'
import { PURPOSES, cycles as words } from '../../text/cycles'
import { formatCount, formatDay } from '../../ui/format'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { Scroll } from '../../ui/Scroll'
import { PublishedEditions } from './PublishedEditions'
import { type CycleLine, useCycleList } from './use-cycle-list'
import { usePermissions } from './use-cycle-view'
import './cycles.scss'

export function CyclesPage() {
  const lines = useCycleList()
  const may = usePermissions()
  const isLoading = !lines || !may
  return (
    <Page title={words.title}>
      <p className="govuk-body-l">{words.intro}</p>
      {isLoading && <Loading label={common.loading} />}
      {!isLoading && lines.length === 0 && <NoCycles isManager={may.manage} />}
      {!isLoading && lines.length > 0 && (
        <>
          {may.manage && (
            <Link className="govuk-button" to="/cycles/new">
              {words.newCycle}
            </Link>
          )}
          <CycleTable lines={lines} />
        </>
      )}
      <PublishedEditions />
    </Page>
  )
}

function CycleTable({ lines }: { readonly lines: readonly CycleLine[] }) {
  const day = today()
  return (
    <Scroll label={words.listLabel}>
      <table className="govuk-table cycles">
        <thead>
          <tr>
            {[words.name, words.purpose, words.dates].map((column) => (
              <th key={column} scope="col" className="govuk-table__header">
                {column}
              </th>
            ))}
            {[words.drawn, words.audited, words.withResult].map((column) => (
              <th key={column} scope="col" className="govuk-table__header number">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ cycle: { id, body }, drawn, audited, withResult }) => (
            <tr key={id}>
              <th scope="row" className="govuk-table__cell">
                <Link className="govuk-link" to={`/cycles/${id}`}>
                  {body.name}
                </Link>
              </th>
              <td className="govuk-table__cell">{PURPOSES[body.purpose].label}</td>
              <td className="govuk-table__cell">
                {formatDay(body.dueOn)}
                {body.dueOn < day && audited < drawn && <strong className="late"> – {words.overdue}</strong>}
              </td>
              <td className="govuk-table__cell number">{formatCount(drawn)}</td>
              <td className="govuk-table__cell number">{formatCount(audited)}</td>
              <td className="govuk-table__cell number">{formatCount(withResult)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function NoCycles({ isManager }: { readonly isManager: boolean }) {
  const register = useCurrentRegister()
  if (register === undefined) return null
  const sentence = !isManager
    ? words.emptyForAuditors
    : register
      ? words.emptyWithRegister(formatDay(register.body.asOf))
      : words.emptyWithoutRegister
  return (
    <div className="empty">
      <h2 className="govuk-heading-m">{words.empty}</h2>
      <p className="govuk-body">{sentence}</p>
      {isManager && (
        <Link className="govuk-button" to={register ? '/cycles/new' : '/register'}>
          {register ? words.newCycle : words.toRegister}
        </Link>
      )}
    </div>
  )
}
