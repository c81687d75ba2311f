/** Settings: who uses this device, the people of the area, and how the device stands. `?person=` opens one person. */
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { common } from '../../text/common'
import { settings } from '../../text/settings'
import { formatDay } from '../../ui/format'
import { Loading } from '../../ui/Loading'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { SummaryList, SummaryRow } from '../../ui/SummaryList'
import { DeviceHealth } from './DeviceHealth'
import { PeopleTable } from './PeopleTable'
import { PersonForm } from './PersonForm'
import { PersonSwitch } from './PersonSwitch'
import { type People, usePeople } from './use-people'

export function SettingsPage() {
  const people = usePeople()
  const [query] = useSearchParams()
  const [saved, setSaved] = useState<string>()
  const asked = query.get('person')
  if (!people) return <Page title={settings.title}>{<Loading label={common.loading} />}</Page>
  if (asked !== null) return <PersonPage key={asked} asked={asked} people={people} onSaved={setSaved} />
  return (
    <Page title={settings.title} narrow>
      <div role="status">{saved && <Notice tone="done">{saved}</Notice>}</div>
      <PersonSwitch people={people.people} you={people.you} takeOver={people.takeOver} />
      <PeopleTable people={people.people} isManager={people.isManager} />
      <AreaFacts area={people.area} />
      <DeviceHealth />
    </Page>
  )
}

interface PersonPageProps {
  /** An id, or `new`. */
  readonly asked: string
  readonly people: People
  readonly onSaved: (sentence: string) => void
}

function PersonPage({ asked, people, onSaved }: PersonPageProps) {
  const words = settings.person
  const navigate = useNavigate()
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
      <PersonForm
        people={people}
        person={person}
        onSaved={(name) => {
          onSaved(person ? words.changed(name) : words.added(name))
          void navigate('/settings')
        }}
      />
    </Page>
  )
}

function AreaFacts({ area }: Pick<People, 'area'>) {
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
        <SummaryRow name={words.work}>{area.hub ?? words.alone}</SummaryRow>
      </SummaryList>
    </section>
  )
}
