/** The sheet managers keep: the area, the day, the six words and what they are for. On paper it stands alone. */
import { useArea } from '../../store/cycles'
import { today } from '../../store/ids'
import { registerPhrase } from '../../text/register-phrase'
import { formatDay } from '../../ui/format'

export function RecoverySheet({ phrase }: { readonly phrase: string }) {
  const words = registerPhrase.sheet
  const area = useArea()
  return (
    <section className="card keep print-alone recovery-sheet" aria-label={words.title}>
      <h2 className="govuk-heading-m print-only">{words.title}</h2>
      <dl className="recovery-sheet__facts">
        <div>
          <dt>{words.area}</dt>
          <dd>{area?.body.name}</dd>
        </div>
        <div>
          <dt>{words.made}</dt>
          <dd>{formatDay(today())}</dd>
        </div>
      </dl>
      <h3 className="govuk-heading-s">{words.words}</h3>
      <ol className="recovery-sheet__words">
        {phrase.split(' ').map((word, at) => (
          // A word may come twice: its place tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: words never move
          <li key={at}>{word}</li>
        ))}
      </ol>
      <div className="print-only">
        <h3 className="govuk-heading-s">{words.purposeHeading}</h3>
        <ul className="govuk-list govuk-list--bullet">
          {words.purpose.map((purpose) => (
            <li key={purpose}>{purpose}</li>
          ))}
        </ul>
      </div>
    </section>
  )
}
