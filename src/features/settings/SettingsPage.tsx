/**
 * Settings: who uses this device, the people of the area, and how the device stands. `?person=` opens one person; the parts
 * that only some need have addresses below it and are loaded when they are opened.
 */
import { lazy, useState } from 'react'
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router'
import { useHere } from '../../store/hooks'
import { account, peopleAccounts } from '../../text/account-settings'
import { common } from '../../text/common'
import { settings } from '../../text/settings'
import { workFiles } from '../../text/work-files'
import { formatDay } from '../../ui/format'
import { Loading } from '../../ui/Loading'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { SummaryList, SummaryRow } from '../../ui/SummaryList'
import { AccountSummary } from './AccountSummary'
import { DeviceHealth } from './DeviceHealth'
import { JoinHub } from './JoinHub'
import { PeopleTable } from './PeopleTable'
import { PersonForm } from './PersonForm'
import { PersonSwitch } from './PersonSwitch'
import { PersonAccount } from './people/PersonAccount'
import { useHubAccess } from './use-hub-access'
import { type People, type Person, usePeople } from './use-people'

const AccountPage = lazy(() => import('./account/AccountPage').then((m) => ({ default: m.AccountPage })))
const SignOutPage = lazy(() => import('./account/SignOutPage').then((m) => ({ default: m.SignOutPage })))
const FilesPage = lazy(() => import('./files/FilesPage').then((m) => ({ default: m.FilesPage })))
const LeavingPage = lazy(() => import('./leaving/LeavingPage').then((m) => ({ default: m.LeavingPage })))

export function SettingsPage() {
  const people = usePeople()
  const [query] = useSearchParams()
  const [, , page = '', id = ''] = useLocation().pathname.split('/')
  const [saved, setSaved] = useState<string>()
  const asked = query.get('person')
  if (!people) return <Page title={settings.title}>{<Loading label={common.loading} />}</Page>
  if (page === 'account') return <AccountPage you={people.you} areaName={people.area.name} />
  if (page === 'files') return <FilesPage people={people} />
  if (page === 'sign-out') return <SignOutPage />
  if (page === 'leaving') return <LeavingPage people={people} memberId={id} />
  if (asked !== null) return <PersonPage key={asked} asked={asked} people={people} saved={saved} onSaved={setSaved} />
  return <Overview people={people} saved={saved} />
}

function Overview({ people, saved }: { readonly people: People; readonly saved: string | undefined }) {
  const { device } = useHere()
  const access = useHubAccess()
  return (
    <Page title={settings.title} narrow>
      <div role="status">{saved && <Notice tone="done">{saved}</Notice>}</div>
      {device.isJoined ? (
        <AccountSummary you={people.you} areaName={people.area.name} />
      ) : (
        <PersonSwitch people={people.people} you={people.you} takeOver={people.takeOver} />
      )}
      <PeopleTable
        people={people.people}
        isManager={people.isManager}
        access={people.isManager && access ? access : null}
        isJoined={device.isJoined}
      />
      <AreaFacts area={people.area} isJoined={device.isJoined} />
      <p className="govuk-body govuk-!-margin-bottom-7">
        <Link className="govuk-link" to="/settings/files">
          {workFiles.link}
        </Link>
      </p>
      {!device.isJoined && <JoinHub />}
      <DeviceHealth />
    </Page>
  )
}

interface PersonPageProps {
  /** An id, or `new`. */
  readonly asked: string
  readonly people: People
  readonly saved: string | undefined
  readonly onSaved: (sentence: string) => void
}

function PersonPage({ asked, people, saved, onSaved }: PersonPageProps) {
  const words = settings.person
  const navigate = useNavigate()
  const { device } = useHere()
  const access = useHubAccess()
  const person = people.people.find(({ id }) => id === asked) ?? null
  const title = person ? words.changeTitle(person.name) : words.addTitle
  if (!people.isManager || (!person && asked !== 'new')) {
    return (
      <Page title={settings.people.heading} narrow>
        <Notice tone="warn">{people.isManager ? words.gone : settings.people.managersOnly}</Notice>
      </Page>
    )
  }
  return (
    <Page title={title} narrow>
      <div role="status">{person && saved && <Notice tone="done">{saved}</Notice>}</div>
      {device.isJoined && person && access && (
        <PersonAccount access={access} person={person} areaName={people.area.name} />
      )}
      {device.isJoined && person && <h2 className="govuk-heading-m">{peopleAccounts.change}</h2>}
      <PersonForm
        people={people}
        person={person}
        onSaved={({ id, name }) => {
          const isNext = device.isJoined && !person
          onSaved(person ? words.changed(name) : isNext ? peopleAccounts.addedNext(name) : words.added(name))
          void navigate(isNext ? `/settings?person=${id}` : '/settings')
        }}
      />
      {device.isJoined && person?.active && !person.isYou && <Leave person={person} />}
    </Page>
  )
}

function Leave({ person }: { readonly person: Person }) {
  return (
    <section aria-labelledby="leave" className="govuk-!-margin-top-7">
      <h2 className="govuk-heading-m" id="leave">
        {peopleAccounts.leave}
      </h2>
      <p className="govuk-body">{peopleAccounts.leaveHint}</p>
      <Link className="govuk-link" to={`/settings/leaving/${person.id}`}>
        {peopleAccounts.leaveLink(person.name)}
      </Link>
    </section>
  )
}

interface AreaFactsProps extends Pick<People, 'area'> {
  readonly isJoined: boolean
}

function AreaFacts({ area, isJoined }: AreaFactsProps) {
  const words = settings.area
  return (
    <section aria-labelledby="area">
      <h2 className="govuk-heading-m" id="area">
        {words.heading}
      </h2>
      <SummaryList>
        <SummaryRow name={words.name}>{area.name}</SummaryRow>
        <SummaryRow name={words.since}>{formatDay(area.createdAt)}</SummaryRow>
        <SummaryRow name={words.agencies}>{area.agencies.map(({ label }) => label).join(', ')}</SummaryRow>
        <SummaryRow name={words.work}>{isJoined ? account.joined : words.alone}</SummaryRow>
      </SummaryList>
    </section>
  )
}
