/** How grades follow, what they mean, and the minimum standard beside them: all from the framework's own data. */
import { useMemo } from 'react'
import type { Framework } from '../../core/framework/schema'
import { frameworks } from '../../text/frameworks'
import { GradeTag } from '../../ui/GradeTag'
import { howGraded } from './how-graded'

const WORDS = frameworks.graded

export function HowGradedView({ framework }: { readonly framework: Framework }) {
  const rules = useMemo(() => howGraded(framework), [framework])
  return (
    <section aria-labelledby="graded">
      <h2 className="govuk-heading-m" id="graded" tabIndex={-1}>
        {WORDS.heading}
      </h2>
      {rules.basics.map((sentence) => (
        <p key={sentence} className="govuk-body">
          {sentence}
        </p>
      ))}
      <h3 className="govuk-heading-s">{WORDS.bandsTitle}</h3>
      <p className="govuk-body">{WORDS.bandsHint}</p>
      <Sentences sentences={rules.bands} />
      <Sentences sentences={rules.exceptions} />
      <h3 className="govuk-heading-s">{WORDS.sectionsTitle}</h3>
      <p className="govuk-body">{WORDS.sections}</p>
      <Sentences sentences={rules.sections} />
      {rules.floor && (
        <>
          <h3 className="govuk-heading-s">{WORDS.floorTitle(rules.floor.label)}</h3>
          <p className="govuk-body">
            {WORDS.floor(rules.floor.ids.length)} {rules.floor.ids.join(', ')}.
          </p>
          <Sentences sentences={rules.floor.rules} />
        </>
      )}
    </section>
  )
}

export function ScaleView({ framework }: { readonly framework: Framework }) {
  const words = frameworks.scale
  const { scale } = framework
  return (
    <section aria-labelledby="scale">
      <h2 className="govuk-heading-m" id="scale" tabIndex={-1}>
        {words.heading}
      </h2>
      <dl className="scale">
        {scale
          .map((grade, level) => ({ ...grade, level }))
          .reverse()
          .map(({ id, label, meaning, goodOrBetter, level }) => (
            <div key={id} className="scale__row">
              <dt>
                <GradeTag label={label} level={level} steps={scale.length} />
              </dt>
              <dd>
                {meaning} {goodOrBetter && <span className="muted">({words.goodOrBetter})</span>}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
