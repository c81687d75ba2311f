/** Every import so far, newest first, and whether its plans are still on this device. */
import type { RegisterSummary } from '../../core/register/summary'
import type { Held } from '../../store/read'
import { usePlansHere } from '../../store/register'
import { register } from '../../text/register'
import { formatCount, formatDay, formatTime } from '../../ui/format'
import { Scroll } from '../../ui/Scroll'

export function History({ registers }: { readonly registers: readonly Held<RegisterSummary>[] }) {
  const words = register.overview
  const here = usePlansHere(registers)
  const stateOf = (id: string, place: number) => {
    if (!here) return ''
    if (!here.has(id)) return words.counts
    return place === 0 ? words.current : words.keptForCycle
  }
  return (
    <section>
      <h2 className="govuk-heading-m">{words.historyHeading}</h2>
      <Scroll label={words.historyCaption}>
        <table className="register-table">
          <caption className="govuk-visually-hidden">{words.historyCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.columnAsOf}</th>
              <th scope="col">{words.columnImported}</th>
              <th scope="col" className="number">
                {words.columnPlans}
              </th>
              <th scope="col" className="number">
                {words.columnLeftOut}
              </th>
              <th scope="col">{words.columnState}</th>
            </tr>
          </thead>
          <tbody>
            {registers.map(({ id, body }, place) => (
              <tr key={id}>
                <th scope="row">{formatDay(body.asOf)}</th>
                <td>{formatTime(body.importedAt)}</td>
                <td className="number">{formatCount(body.plans)}</td>
                <td className="number">{formatCount(body.rows - body.plans)}</td>
                <td>{stateOf(id, place)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
