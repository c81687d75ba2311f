/** What is on the page, each a link to its place, and printing. */
import { type HelpTopic, help as words } from '../../text/help'

interface HelpContentsProps {
  readonly topic: HelpTopic | null
  readonly hasGuide: boolean
}

export function HelpContents({ topic, hasGuide }: HelpContentsProps) {
  const parts: readonly (readonly [string, string])[] = [
    ...(topic ? [['page', words.topicTitle(words.topics[topic].title)] as const] : []),
    ...(hasGuide ? [['first-audit', words.first.title] as const] : []),
    ['words', words.words.title],
    ['keys', words.keys.title],
    ['stored', words.stored.title],
    ['wrong', words.wrong.title],
    ['pages', words.all.title],
  ]
  return (
    <nav className="help__contents no-print" aria-labelledby="contents">
      <h2 className="govuk-heading-s" id="contents">
        {words.contents}
      </h2>
      <ul className="govuk-list">
        {parts.map(([id, title]) => (
          <li key={id}>
            <a className="govuk-link" href={`#${id}`}>
              {title}
            </a>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
        onClick={() => window.print()}
      >
        {words.print}
      </button>
    </nav>
  )
}
