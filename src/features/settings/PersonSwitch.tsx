/** Who is using this device, and handing it to somebody else; says plainly what that does and does not protect. */
import { useState } from 'react'
import { settings } from '../../text/settings'
import { Field } from '../../ui/Field'
import { Notice } from '../../ui/Notice'
import type { People } from './use-people'

type PersonSwitchProps = Pick<People, 'people' | 'you' | 'takeOver'>

export function PersonSwitch({ people, you, takeOver }: PersonSwitchProps) {
  const words = settings.you
  const [chosen, setChosen] = useState('')
  const [error, setError] = useState<string>()
  const [done, setDone] = useState<string>()
  const others = people.filter((person) => person.active && !person.isYou)

  async function hand() {
    const next = others.find((person) => person.id === chosen)
    setError(next ? undefined : words.missing)
    if (!next) return
    await takeOver(next.id)
    setChosen('')
    setDone(words.done(next.name))
  }

  return (
    <section aria-labelledby="you">
      <h2 className="govuk-heading-m" id="you">
        {words.heading}
      </h2>
      {you && (
        <p className="govuk-body">
          <strong>{words.youAre(you.name)}</strong>
          <br />
          <span className="muted">{words.roles(you.agencyLabel, you.roles.map(settings.roleLabel).join(', '))}</span>
        </p>
      )}
      <div role="status">{done && <Notice tone="done">{done}</Notice>}</div>
      {others.length === 0 ? (
        <p className="govuk-body">{words.alone}</p>
      ) : (
        <form
          noValidate
          className="no-print"
          onSubmit={(event) => {
            event.preventDefault()
            void hand()
          }}
        >
          <Field id="takeOver" label={words.label} error={error}>
            {(ids) => (
              <select {...ids} className="govuk-select" value={chosen} onChange={(e) => setChosen(e.target.value)}>
                <option value="">{words.choose}</option>
                {others.map(({ id, name, agencyLabel }) => (
                  <option key={id} value={id}>
                    {name} ({agencyLabel})
                  </option>
                ))}
              </select>
            )}
          </Field>
          <button type="submit" className="govuk-button">
            {words.action}
          </button>
        </form>
      )}
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">{words.trustTitle}</span>
        </summary>
        <div className="govuk-details__text">
          {words.trust.map((sentence) => (
            <p key={sentence} className="govuk-body">
              {sentence}
            </p>
          ))}
        </div>
      </details>
    </section>
  )
}
