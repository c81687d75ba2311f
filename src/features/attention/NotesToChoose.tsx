/** Notes that two devices of their author wrote differently: both, next to each other, until the author chooses. */
import { useState } from 'react'
import { Link } from 'react-router'
import { usePerform } from '../../store/hooks'
import { attention } from '../../text/attention'
import { refusalText } from '../../text/refusals'
import { Said, type SaidWords, saidDone, saidStop } from '../../ui/Said'
import type { NoteToChoose } from './use-notes'

const words = attention.notes
const CHOICES = [
  ['note', words.keepHere],
  ['other', words.keepOther],
  ['both', words.keepBoth],
] as const

export function NotesToChoose({ notes }: { readonly notes: readonly NoteToChoose[] }) {
  const perform = usePerform()
  const [said, setSaid] = useState<SaidWords | null>(null)
  async function choose({ auditId, criterionId }: NoteToChoose, keep: (typeof CHOICES)[number][0]) {
    const chosen = await perform({ kind: 'note.choose', data: { auditId, criterionId, keep } })
    setSaid(chosen.ok ? saidDone(words.done) : saidStop(refusalText(chosen.error)))
  }
  return (
    <section aria-labelledby="notes">
      <h2 className="govuk-heading-m" id="notes">
        {words.title}
      </h2>
      <p className="govuk-body">{words.hint}</p>
      <Said said={said} />
      {notes.map((note) => {
        const title = attention.aboutCriterion(note.code, note.criterionId)
        return (
          <article key={`${note.auditId}${note.criterionId}`} className="card attention__item" aria-label={title}>
            <h3 className="govuk-heading-s attention__title">{title}</h3>
            <dl className="attention__notes">
              <div>
                <dt>{words.here}</dt>
                <dd className="attention__words">{note.here}</dd>
              </div>
              <div>
                <dt>{words.other}</dt>
                <dd className="attention__words">{note.other}</dd>
              </div>
            </dl>
            <div className="govuk-button-group govuk-!-margin-bottom-0">
              {CHOICES.map(([keep, label]) => (
                <button
                  key={keep}
                  type="button"
                  className="govuk-button govuk-button--secondary"
                  onClick={() => void choose(note, keep)}
                >
                  {label}
                </button>
              ))}
              <Link className="govuk-link" to={`/audits/${note.assignmentId}`}>
                {words.open}
              </Link>
            </div>
          </article>
        )
      })}
    </section>
  )
}
