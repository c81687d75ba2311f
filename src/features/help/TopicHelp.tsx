/** What one page is for and what to do on it first. */
import { type HelpTopic, help as words } from '../../text/help'

export function TopicHelp({ topic }: { readonly topic: HelpTopic }) {
  const { about, first } = words.topics[topic]
  return (
    <>
      <p className="govuk-body">{about}</p>
      <h3 className="govuk-heading-s">{words.doFirst}</h3>
      <ol className="govuk-list govuk-list--number">
        {first.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  )
}
