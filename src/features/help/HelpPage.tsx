/**
 * The help: first what belongs to the page somebody came from (`?from=`), then everything else, with anchors. It needs no
 * device and prints whole.
 */
import { useContext, useEffect } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import { HereContext } from '../../store/hooks'
import { type HelpTopic, isHelpTopic, help as words } from '../../text/help'
import { Page } from '../../ui/Page'
import { FirstAuditHelp } from './FirstAuditHelp'
import { HelpContents } from './HelpContents'
import { HelpSection, Points, Terms } from './HelpSection'
import { KeysTable } from './KeysTable'
import { TopicHelp } from './TopicHelp'
import './help.scss'

export function HelpPage() {
  const [query] = useSearchParams()
  const here = useContext(HereContext)
  const from = query.get('from')
  const topic = isHelpTopic(from) ? from : null
  useAnchor()
  return (
    <Page title={words.title}>
      <p className="govuk-body-l help__lead">{words.lead}</p>
      <div className="help">
        <HelpContents topic={topic} hasGuide={here !== null} />
        <div className="help__text">
          {topic && (
            <HelpSection id="page" title={words.topicTitle(words.topics[topic].title)}>
              <TopicHelp topic={topic} />
            </HelpSection>
          )}
          {here && (
            <HelpSection id="first-audit" title={words.first.title}>
              <FirstAuditHelp />
            </HelpSection>
          )}
          <HelpSection id="words" title={words.words.title}>
            <Terms list={words.words.list} />
          </HelpSection>
          <HelpSection id="keys" title={words.keys.title}>
            <KeysTable />
          </HelpSection>
          <HelpSection id="stored" title={words.stored.title}>
            <Points list={words.stored.list} />
          </HelpSection>
          <HelpSection id="wrong" title={words.wrong.title}>
            <Terms list={words.wrong.list} />
          </HelpSection>
          <HelpSection id="pages" title={words.all.title}>
            <Terms list={pagesBut(topic)} />
          </HelpSection>
        </div>
      </div>
    </Page>
  )
}

function pagesBut(topic: HelpTopic | null): readonly (readonly [string, string])[] {
  return Object.entries(words.topics)
    .filter(([id]) => id !== topic)
    .map(([, { title, about }]) => [title, about] as const)
}

/** An address with an anchor is opened before the page is drawn: what it points to is looked for again. */
function useAnchor(): void {
  const { hash } = useLocation()
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView()
  }, [hash])
}
