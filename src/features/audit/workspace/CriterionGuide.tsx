/** What met, partly met and not met look like, and where it is written: folded until wanted, and then kept open. */
import type { Criterion, Framework } from '../../../core/framework/schema'
import { useExemplars } from '../../../store/exemplars'
import { audit, ratingLabel } from '../../../text/audit'
import { ExemplarQuote } from '../learning/ExemplarQuote'

interface CriterionGuideProps {
  readonly framework: Framework
  readonly criterion: Criterion
  readonly isUnfolded: boolean
  readonly onFold: (criterionId: string, isUnfolded: boolean) => void
}

export function CriterionGuide({ framework, criterion, isUnfolded, onFold }: CriterionGuideProps) {
  const { looksLike, notApplicableWhen, basis } = criterion
  const words = audit.criterion
  const exemplars = useExemplars(framework, criterion.id, isUnfolded)
  const lead = framework.agencies.find(({ id }) => id === criterion.lead)?.label
  const rows = [
    ['met', looksLike.met],
    ['partly', looksLike.partly],
    ['not-met', looksLike.notMet],
  ] as const
  return (
    <details
      className="guide"
      open={isUnfolded}
      onToggle={(event) => {
        if (event.currentTarget.open !== isUnfolded) onFold(criterion.id, event.currentTarget.open)
      }}
    >
      <summary>{looksLike.partly === undefined ? words.looksLikeTwo : words.looksLike}</summary>
      <dl className="guide__rows">
        {rows.map(
          ([rating, text]) =>
            text !== undefined && (
              <div key={rating}>
                <dt>{ratingLabel(rating)}</dt>
                <dd>
                  {text}
                  {exemplars && <ExemplarQuote exemplar={exemplars[rating]} />}
                </dd>
              </div>
            ),
        )}
        {notApplicableWhen !== undefined && (
          <div>
            <dt>{ratingLabel('not-applicable')}</dt>
            <dd>{notApplicableWhen}</dd>
          </div>
        )}
      </dl>
      <p className="guide__foot muted">
        {words.judgedFrom(criterion.judgedFrom)} {lead !== undefined && words.lead(lead)}{' '}
        {basis.citations.length > 0 && words.written(basis.citations.join('; '))}
      </p>
    </details>
  )
}
