/** All criteria by section, with a search box and a switch to the core alone. */
import { useDeferredValue, useMemo, useState } from 'react'
import { allCriteria } from '../../core/framework/lookup'
import type { Framework } from '../../core/framework/schema'
import { frameworks } from '../../text/frameworks'
import { Checkbox } from '../../ui/Checkbox'
import { Field } from '../../ui/Field'
import { CriterionView } from './CriterionView'
import { findCriteria } from './find-criteria'

const WORDS = frameworks.search

export function CriteriaList({ framework }: { readonly framework: Framework }) {
  const [text, setText] = useState('')
  const [coreOnly, setCoreOnly] = useState(false)
  // Typing never waits for the long list below.
  const wanted = useDeferredValue(text)
  const sections = useMemo(() => findCriteria(framework, { text: wanted, coreOnly }), [framework, wanted, coreOnly])
  const shown = sections.reduce((count, { criteria }) => count + criteria.length, 0)
  return (
    <>
      <div className="standards-search no-print">
        <Field id="find" label={WORDS.label} hint={WORDS.hint}>
          {(ids) => (
            <input
              {...ids}
              type="search"
              className="govuk-input"
              value={text}
              autoComplete="off"
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <div className="govuk-checkboxes govuk-checkboxes--small">
          <Checkbox
            id="core-only"
            label={WORDS.core}
            checked={coreOnly}
            onChange={(event) => setCoreOnly(event.target.checked)}
          />
        </div>
        <p className="govuk-body muted" role="status">
          {shown === 0 ? WORDS.none : WORDS.shown(shown, allCriteria(framework).length)}
        </p>
      </div>
      {sections.map(({ id, title, guidance, criteria }) => (
        <section key={id} className="standards-section" aria-labelledby={`section-${id}`}>
          <h2 className="govuk-heading-m" id={`section-${id}`} tabIndex={-1}>
            {id}. {title}
          </h2>
          <p className="govuk-body">{guidance}</p>
          {criteria.map((criterion) => (
            <CriterionView key={criterion.id} framework={framework} criterion={criterion} />
          ))}
        </section>
      ))}
    </>
  )
}
