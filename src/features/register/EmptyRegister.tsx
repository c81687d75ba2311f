/** Before the first import: what the register is for, what the file needs and what happens to it, and the import itself. */
import { register } from '../../text/register'
import { Page } from '../../ui/Page'
import { ImportFlow } from './ImportFlow'

export function EmptyRegister({ onImported }: { readonly onImported: (registerId: string) => void }) {
  const words = register.empty
  return (
    <Page title={register.title}>
      <ImportFlow
        current={null}
        onImported={onImported}
        lead={<p className="govuk-body-l">{words.lead}</p>}
        aside={<FileAdvice />}
      />
    </Page>
  )
}

function FileAdvice() {
  const words = register.empty
  return (
    <aside className="card">
      <Points heading={words.needsHeading} points={words.needs} />
      <Points heading={words.safeHeading} points={words.safe} />
    </aside>
  )
}

function Points({ heading, points }: { readonly heading: string; readonly points: readonly string[] }) {
  return (
    <>
      <h2 className="govuk-heading-s">{heading}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </>
  )
}
