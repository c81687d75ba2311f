/** One thing the hub could not take: what and when, why, what is kept of it, and what can be done. */
import { useState } from 'react'
import { Link } from 'react-router'
import { type AttentionItem, putAside } from '../../store/attention'
import { useHere } from '../../store/hooks'
import { attention } from '../../text/attention'
import { common } from '../../text/common'
import { formatTime } from '../../ui/format'
import { itemTitle, pathOf, whyWords, writtenIn } from './words'

const words = attention.refused

export function RefusedItem({ item }: { readonly item: AttentionItem }) {
  const [isAsking, setAsking] = useState(false)
  const title = itemTitle(item)
  const written = writtenIn(item.data)
  return (
    <article className="card attention__item" aria-label={title}>
      <h3 className="govuk-heading-s">{title}</h3>
      <p className="govuk-body">
        {words.done(formatTime(item.at))} {item.heardAt && words.heard(formatTime(item.heardAt))}
      </p>
      <p className="govuk-body attention__why">{whyWords(item)}</p>
      {written.length > 0 && <Written texts={written} />}
      <div className="row">
        <Link className="govuk-link" to={pathOf(item)} aria-label={words.againNamed(title)}>
          {words.again}
        </Link>
        <button
          type="button"
          className="link-button"
          aria-label={words.asideNamed(title)}
          onClick={() => setAsking(true)}
        >
          {words.aside}
        </button>
      </div>
      {isAsking && <Confirm opId={item.opId} onCancel={() => setAsking(false)} />}
    </article>
  )
}

/** The words somebody wrote, to read and to copy. */
function Written({ texts }: { readonly texts: readonly string[] }) {
  const [said, setSaid] = useState('')
  const all = texts.join('\n\n')
  async function copy() {
    try {
      await navigator.clipboard.writeText(all)
      setSaid(words.copied)
    } catch {
      setSaid(words.notCopied)
    }
  }
  return (
    <>
      <p className="govuk-body govuk-!-margin-bottom-1">{words.kept}</p>
      <blockquote className="attention__words">{all}</blockquote>
      <p className="govuk-body row">
        <button type="button" className="link-button" onClick={() => void copy()}>
          {words.copy}
        </button>
        <span role="status">{said}</span>
      </p>
    </>
  )
}

function Confirm({ opId, onCancel }: { readonly opId: string; readonly onCancel: () => void }) {
  const { device } = useHere()
  return (
    <div className="attention__confirm" role="status">
      <p className="govuk-body">{words.confirm}</p>
      <div className="row">
        <button
          type="button"
          className="govuk-button govuk-button--warning govuk-!-margin-bottom-0"
          onClick={() => {
            // The item goes away: the focus stays on its list.
            document.getElementById('main')?.querySelector<HTMLElement>('h1')?.focus()
            void putAside(device, opId)
          }}
        >
          {words.confirmAction}
        </button>
        <button type="button" className="link-button" onClick={onCancel}>
          {common.cancel}
        </button>
      </div>
    </div>
  )
}
