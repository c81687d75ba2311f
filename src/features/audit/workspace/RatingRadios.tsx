/** The five ratings of one criterion: native radios, side by side where there is room. */
import type { Rating } from '../../../core/framework/schema'
import { ratingLabel } from '../../../text/audit'
import { RATING_KEYS } from './use-single-keys'

const KEY_OF = Object.fromEntries(Object.entries(RATING_KEYS).map(([key, rating]) => [rating, key]))
const ORDER: readonly Rating[] = ['met', 'partly', 'not-met', 'not-applicable', 'cannot-tell']

interface RatingRadiosProps {
  readonly criterionId: string
  readonly rating: Rating | null
  readonly onRate: (rating: Rating) => void
}

export function RatingRadios({ criterionId, rating, onRate }: RatingRadiosProps) {
  return (
    <div className="ratings">
      {ORDER.map((value) => (
        <label key={value} className="rating" data-rating={value}>
          <input
            type="radio"
            className="rating__input"
            id={`${criterionId}-${value}`}
            name={`rating-${criterionId}`}
            value={value}
            checked={rating === value}
            onChange={() => onRate(value)}
          />
          <span className="rating__face" data-key={KEY_OF[value]}>
            <span className="rating__mark" aria-hidden="true" />
            <span className="rating__word">{ratingLabel(value)}</span>
          </span>
        </label>
      ))}
    </div>
  )
}
