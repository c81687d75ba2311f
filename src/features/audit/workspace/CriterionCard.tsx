/** One criterion: its statement, the five ratings, what explains them, the shortfall and the note. Re-renders alone. */
import { memo, useState } from 'react'
import { flushSync } from 'react-dom'
import { useStore } from 'zustand/react'
import type { Criterion, Framework, RatedCriterion } from '../../../core/framework/schema'
import { type AuditDraft, isShortfall } from '../../../store/audit-draft'
import { audit } from '../../../text/audit'
import { CriterionGuide } from './CriterionGuide'
import { focusCriterion, focusElement } from './focus-criterion'
import { NoteField } from './NoteField'
import { RatingRadios } from './RatingRadios'
import { roleWords } from './role-words'
import { ShortfallFields } from './ShortfallFields'

interface CriterionCardProps {
  readonly framework: Framework
  readonly criterion: Criterion
  readonly draft: AuditDraft
  /** As stored; the draft may be ahead of it. */
  readonly stored: RatedCriterion | null
  readonly note: string
  readonly isUnfolded: boolean
  readonly onFold: (criterionId: string, isUnfolded: boolean) => void
}

export const CriterionCard = memo(function CriterionCard(props: CriterionCardProps) {
  const { framework, criterion, draft, stored, note } = props
  const { id } = criterion
  const held = useStore(draft.store, (state) => state.ratings[id])
  const hasTyped = useStore(draft.store, (state) => state.notes[id] !== undefined)
  const [isWanted, setWanted] = useState(false)
  const rated = held ? held.rated : stored
  const rating = rated?.rating ?? null
  const role = roleWords(framework, criterion)
  const hasNote = isWanted || hasTyped || note !== ''
  return (
    <article className="criterion" id={`criterion-${id}`} data-criterion={id} data-rating={rating ?? 'none'}>
      <fieldset className="criterion__rating">
        <legend>
          <h2 className="criterion__statement">
            <span className="criterion__id">{id}</span> {criterion.statement}
          </h2>
        </legend>
        <p className="criterion__tags">
          <span className="tag" data-status={criterion.basis.status}>
            {criterion.basis.status === 'statutory' ? audit.criterion.statutory : audit.criterion.goodPractice}
          </span>
          {criterion.core && <span className="tag">{audit.criterion.core}</span>}
          {criterion.floor && <span className="tag">{framework.grading.floor.label}</span>}
          {criterion.complianceStrip && <span className="tag">{audit.criterion.fromFile}</span>}
        </p>
        {role !== null && <p className="criterion__role">{role}</p>}
        <RatingRadios criterionId={id} rating={rating} onRate={(next) => draft.rate(id, next)} />
      </fieldset>
      {rated && isShortfall(rating) && (
        <ShortfallFields
          criterionId={id}
          words={framework.shortfall}
          rated={rated}
          onDescribe={(field, word) => draft.describe(id, field, word)}
        />
      )}
      <CriterionGuide framework={framework} criterion={criterion} isUnfolded={props.isUnfolded} onFold={props.onFold} />
      {hasNote && <NoteField criterionId={id} draft={draft} stored={note} />}
      <p className="criterion__tools">
        {!hasNote && (
          <button
            type="button"
            className="audit-button"
            id={`${id}-add-note`}
            onClick={() => {
              flushSync(() => setWanted(true))
              focusElement(`${id}-note`)
            }}
          >
            {audit.note.add} <span className="govuk-visually-hidden">{id}</span>
          </button>
        )}
        {rating !== null && (
          <button
            type="button"
            className="audit-button"
            onClick={() => {
              draft.rate(id, null)
              focusCriterion(id)
            }}
          >
            {audit.criterion.clear} <span className="govuk-visually-hidden">{id}</span>
          </button>
        )}
      </p>
    </article>
  )
}, hasSameProps)

/** Each save parses the row anew: what was said is compared by what it says, not by the object it stands in. */
function hasSameProps(before: CriterionCardProps, after: CriterionCardProps): boolean {
  return (
    before.framework === after.framework &&
    before.criterion === after.criterion &&
    before.draft === after.draft &&
    before.note === after.note &&
    before.isUnfolded === after.isUnfolded &&
    before.onFold === after.onFold &&
    (['rating', 'cause', 'service', 'fix'] as const).every((part) => before.stored?.[part] === after.stored?.[part])
  )
}
