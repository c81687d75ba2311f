/** Where a plan stands, as a word with a mark whose shape differs from state to state. */
import type { Standing } from '../../store/cycle-progress'
import { STANDING_WORDS } from '../../text/cycles'

export function StandingTag({ standing }: { readonly standing: Standing }) {
  return (
    <span className="standing">
      <span className={`standings__key standing--${standing}`} aria-hidden="true" />
      {STANDING_WORDS[standing]}
    </span>
  )
}
