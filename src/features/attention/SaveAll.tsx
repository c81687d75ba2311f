/** Everything that was not taken, as a page to keep; and the way to a file of what waits. */
import { useState } from 'react'
import { Link } from 'react-router'
import type { AttentionItem } from '../../store/attention'
import { exportAttention } from '../../store/attention-file'
import { today } from '../../store/ids'
import { attention } from '../../text/attention'
import { LOCALE } from '../../text/locale'
import { formatTime } from '../../ui/format'
import { saveFile } from '../../ui/save-file'
import { kindWords, whyWords } from './words'

const words = attention.save

export function SaveAll({ items }: { readonly items: readonly AttentionItem[] }) {
  const [said, setSaid] = useState('')
  function save() {
    const page = exportAttention(items, {
      lang: LOCALE,
      title: words.fileTitle,
      intro: words.fileIntro,
      headings: { at: words.at, kind: words.kind, about: words.aboutHeading, why: words.why, said: words.said },
      time: formatTime,
      kind: kindWords,
      why: whyWords,
      unknown: words.unknown,
    })
    saveFile(words.fileName(today()), new Blob([page], { type: 'text/html' }))
    setSaid(words.done)
  }
  return (
    <section aria-labelledby="save">
      {items.length > 0 && (
        <>
          <h2 className="govuk-heading-m" id="save">
            {words.title}
          </h2>
          <p className="govuk-body">{words.body}</p>
          <div className="row">
            <button type="button" className="govuk-button govuk-button--secondary" onClick={save}>
              {words.action}
            </button>
            <span role="status">{said}</span>
          </div>
        </>
      )}
      <p className="govuk-body muted">
        {words.waiting}{' '}
        <Link className="govuk-link" to="/settings/files">
          {words.waitingLink}
        </Link>
      </p>
    </section>
  )
}
