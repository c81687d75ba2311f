/** Somebody leaves: what has to be in order first, as one list of steps, each done or not done. For managers. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { account, leaver as words } from '../../../text/account-settings'
import { common } from '../../../text/common'
import { settings } from '../../../text/settings'
import { Loading } from '../../../ui/Loading'
import { Notice } from '../../../ui/Notice'
import { Page } from '../../../ui/Page'
import { type HubAccess, useHubAccess } from '../use-hub-access'
import type { People, Person } from '../use-people'
import { LEAVING_STEPS, type LeavingStep } from './leaving-steps'
import { OpenWorkTable } from './OpenWorkTable'
import { SentStep } from './SentStep'
import { type Leaving, useLeaving } from './use-leaving'
import '../settings.scss'

interface LeavingPageProps {
  readonly people: People
  readonly memberId: string
}

export function LeavingPage({ people, memberId }: LeavingPageProps) {
  const access = useHubAccess()
  const person = people.people.find(({ id }) => id === memberId)
  if (!person || !people.isManager || person.isYou) {
    const why = !people.isManager ? settings.people.managersOnly : person ? words.self : settings.person.gone
    return (
      <Page title={settings.people.heading} narrow>
        <Notice>{why}</Notice>
        <Link className="govuk-link" to="/settings">
          {account.back}
        </Link>
      </Page>
    )
  }
  return (
    <Page title={words.title(person.name)} narrow>
      <p>
        <Link className="govuk-back-link" to={`/settings?person=${person.id}`}>
          {person.name}
        </Link>
      </p>
      {access === undefined ? (
        <Loading label={common.loading} />
      ) : (
        <Steps key={person.id} access={access} person={person} people={people} />
      )}
    </Page>
  )
}

interface StepsProps {
  readonly access: HubAccess | null
  readonly person: Person
  readonly people: People
}

function Steps({ access, person, people }: StepsProps) {
  const leaving = useLeaving(access, person, people)
  if (!leaving) return <Loading label={common.loading} />
  const { failure, next } = leaving
  return (
    <>
      <p className="govuk-body-l">{words.intro}</p>
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      <div role="status">{next === null && <Notice tone="done">{words.finished(person.name)}</Notice>}</div>
      <ol className="leaving">
        {LEAVING_STEPS.map((step) => (
          <Step key={step} step={step} leaving={leaving} />
        ))}
      </ol>
    </>
  )
}

/** A step that waits for those before it says so, and has nothing to press. */
function Step({ step, leaving }: { readonly step: LeavingStep; readonly leaving: Leaving }) {
  const { done, next } = leaving
  const state = done[step] ? 'done' : next === step ? 'open' : 'later'
  return (
    <li className="leaving__step">
      <div className="leaving__head">
        <h2 className="govuk-heading-s govuk-!-margin-bottom-0">{words[step].title}</h2>
        <strong className={`leaving__state leaving__state--${state}`}>{words[state]}</strong>
      </div>
      {(next === step || step === 'sent') && bodyOf(step, leaving)}
    </li>
  )
}

function bodyOf(step: LeavingStep, leaving: Leaving): ReactNode {
  switch (step) {
    case 'sent':
      return <SentStep leaving={leaving} />
    case 'work':
      return <OpenWorkTable work={leaving.leaver.openWork} />
    case 'close':
      return <Press words={words.close} onPress={leaving.signOut} />
    case 'inactive':
      return <Press words={words.inactive} onPress={leaving.markInactive} />
  }
}

interface PressProps {
  readonly words: { readonly body: string; readonly action: string }
  readonly onPress: () => Promise<void>
}

function Press({ words: { body, action }, onPress }: PressProps) {
  return (
    <>
      <p className="govuk-body">{body}</p>
      <button type="button" className="govuk-button govuk-!-margin-bottom-2" onClick={() => void onPress()}>
        {action}
      </button>
    </>
  )
}
