/** What is sent, what waits and what needs somebody: nothing that was done is ever dropped without a word. */

import { useAttention } from '../../store/attention'
import { useHere } from '../../store/hooks'
import { attention as words } from '../../text/attention'
import { common } from '../../text/common'
import { syncStates } from '../../text/sync'
import { Loading } from '../../ui/Loading'
import { Page } from '../../ui/Page'
import { NotesToChoose } from './NotesToChoose'
import { RefusedItem } from './RefusedItem'
import { SaveAll } from './SaveAll'
import { Standing } from './Standing'
import { useNotesToChoose } from './use-notes'
import { itemTitle } from './words'
import './attention.scss'

export function AttentionPage() {
  const { device } = useHere()
  return (
    <Page title={syncStates.title} narrow>
      {device.isJoined ? <Joined /> : <p className="govuk-body">{words.alone}</p>}
    </Page>
  )
}

function Joined() {
  const items = useAttention()
  const notes = useNotesToChoose()
  if (!items || !notes) return <Loading label={common.loading} />
  const refused = items.filter(({ type }) => type === 'refused')
  const undecided = items.filter(({ type }) => type === 'undecided')
  return (
    <>
      <Standing />
      {refused.length > 0 && (
        <section aria-labelledby="refused">
          <h2 className="govuk-heading-m" id="refused">
            {words.refused.title}
          </h2>
          <p className="govuk-body">{words.refused.hint}</p>
          {refused.map((item) => (
            <RefusedItem key={item.opId} item={item} />
          ))}
        </section>
      )}
      {notes.length > 0 && <NotesToChoose notes={notes} />}
      {undecided.length > 0 && (
        <section aria-labelledby="undecided">
          <h2 className="govuk-heading-m" id="undecided">
            {words.undecided.title}
          </h2>
          <p className="govuk-body">{words.undecided.hint}</p>
          <ul className="govuk-list govuk-list--bullet">
            {undecided.map((item) => (
              <li key={item.opId}>{itemTitle(item)}</li>
            ))}
          </ul>
        </section>
      )}
      {items.length === 0 && notes.length === 0 && <p className="govuk-body">{words.nothing}</p>}
      <SaveAll items={items} />
    </>
  )
}
