/** One criterion as each auditor rated it, with note and shortfall, next to each other. */
import type { Choice, Framework, RatedCriterion } from '../../../core/framework/schema'
import { ratingLabel } from '../../../text/audit'
import { subjectWords } from '../../../text/cycles-subject'
import type { Column, ComparedCriterion } from './compare'

const words = subjectWords.compare

interface CriterionVoicesProps {
  readonly compared: ComparedCriterion
  readonly columns: readonly Column[]
  readonly framework: Framework
}

export function CriterionVoices({ compared, columns, framework }: CriterionVoicesProps) {
  const { criterion, voices } = compared
  return (
    <article className="voices keep" aria-label={`${words.criterion} ${criterion.id}`}>
      <p className="voices__statement">
        <strong>{criterion.id}</strong> {criterion.statement}
        {criterion.role && <span className="muted"> ({words.roles[criterion.role]})</span>}
      </p>
      <dl className="voices__all">
        {columns.map(({ audit, label }) => {
          const voice = voices.find(({ auditId }) => auditId === audit.id)
          const rated = voice?.rated ?? null
          return (
            <div key={audit.id} className="voices__one">
              <dt>{label}</dt>
              <dd>
                <strong className={rated ? `rated rated--${rated.rating}` : 'muted'}>
                  {rated ? ratingLabel(rated.rating) : words.notAsked}
                </strong>
                {rated && <Shortfall rated={rated} shortfall={framework.shortfall} />}
                {voice?.note ? (
                  <p className="voices__note">{voice.note}</p>
                ) : (
                  rated && <p className="muted">{words.noNote}</p>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </article>
  )
}

interface ShortfallProps {
  readonly rated: RatedCriterion
  readonly shortfall: Framework['shortfall']
}

function Shortfall({ rated, shortfall }: ShortfallProps) {
  const labelOf = (choices: readonly Choice[], id: string | undefined) =>
    choices.find((choice) => choice.id === id)?.label ?? id
  const parts = [
    [words.arose, labelOf(shortfall.causes, rated.cause)],
    [words.service, labelOf(shortfall.services, rated.service)],
    [words.fix, labelOf(shortfall.fixes, rated.fix)],
  ].filter(([, label]) => label !== undefined)
  if (parts.length === 0) return null
  return (
    <ul className="plain-list">
      {parts.map(([name, label]) => (
        <li key={name}>
          {name}: {label}
        </li>
      ))}
    </ul>
  )
}
