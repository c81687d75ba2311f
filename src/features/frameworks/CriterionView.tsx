/** One criterion in full: what it asks, where it is written, what each rating looks like and how it counts. */
import { memo } from 'react'
import type { Criterion, Framework } from '../../core/framework/schema'
import { frameworks } from '../../text/frameworks'
import { appliesWords } from './conditions'

const WORDS = frameworks.criterion

interface CriterionViewProps {
  readonly framework: Framework
  readonly criterion: Criterion
}

export const CriterionView = memo(function CriterionView({ framework, criterion }: CriterionViewProps) {
  const { id, statement, looksLike, notApplicableWhen } = criterion
  const rows = [
    [WORDS.met, looksLike.met],
    [WORDS.partly, looksLike.partly],
    [WORDS.notMet, looksLike.notMet],
    [WORDS.notApplicable, notApplicableWhen],
  ] as const
  return (
    <article className="standard" id={id}>
      <h3 className="govuk-heading-s standard__statement">
        <span className="standard__id">{id}</span> {statement}
      </h3>
      <Marks framework={framework} criterion={criterion} />
      <dl className="standard__looks">
        {rows.map(
          ([name, text]) =>
            text !== undefined && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
      </dl>
      <p className="govuk-body-s muted standard__foot">{footOf(framework, criterion).join(' ')}</p>
    </article>
  )
})

function Marks({ framework, criterion }: CriterionViewProps) {
  const { basis, core, floor, role, complianceStrip } = criterion
  const marks = [
    basis.status === 'statutory' ? WORDS.statutory : WORDS.goodPractice,
    core ? WORDS.core : null,
    role ? WORDS.role[role] : null,
    floor ? framework.grading.floor.label : null,
    complianceStrip ? WORDS.file : null,
  ].filter((mark) => mark !== null)
  return (
    <ul className="standard__marks">
      {marks.map((mark) => (
        <li key={mark}>{mark}</li>
      ))}
    </ul>
  )
}

function footOf(framework: Framework, criterion: Criterion): readonly string[] {
  const { basis, judgedFrom, lead, weight, role } = criterion
  const applies = appliesWords(criterion)
  const agency = framework.agencies.find(({ id }) => id === lead)?.label
  const kin = familyOf(framework, criterion)
  const parts = [
    basis.citations.length > 0 ? `${WORDS.basis}: ${basis.citations.join('; ')}.` : null,
    `${WORDS.judgedFrom}: ${WORDS.sources(judgedFrom)}.`,
    agency === undefined ? null : `${WORDS.lead}: ${agency}.`,
    role === 'diagnostic' || role === 'incident' ? null : `${WORDS.weight}: ${weight}.`,
    applies === null ? null : `${WORDS.applies} ${applies}.`,
    kin.length === 0 ? null : WORDS.family(kin),
  ]
  return parts.filter((part) => part !== null)
}

/** The others that look at the same thing; only one of a family scores. */
function familyOf({ sections }: Framework, { id, family }: Criterion): readonly string[] {
  if (family === undefined) return []
  return sections
    .flatMap(({ criteria }) => criteria)
    .filter((other) => other.family === family && other.id !== id)
    .map((other) => other.id)
}
