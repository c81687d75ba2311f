/** What came of bringing a file in: how much was, and each record that was not, with the reason. */
import { heardRefusalText } from '../../../text/refusals'
import { workFiles } from '../../../text/work-files'
import { Notice } from '../../../ui/Notice'

const words = workFiles.result

export interface Outcome {
  readonly carried: number
  readonly notCarried: readonly { readonly key: string; readonly why: { readonly type: string } }[]
}

/** Many records with one reason make one line. */
function byReason(
  outcome: Outcome,
): readonly { readonly kind: string; readonly why: string; readonly count: number }[] {
  const lines = new Map<string, { kind: string; why: string; count: number }>()
  for (const { key, why } of outcome.notCarried) {
    const [kind = ''] = key.split('/')
    const sentence = heardRefusalText(why) ?? words.unreadable
    const line = lines.get(`${kind}|${sentence}`) ?? { kind, why: sentence, count: 0 }
    lines.set(`${kind}|${sentence}`, { ...line, count: line.count + 1 })
  }
  return [...lines.values()]
}

export function OutcomeShown({ outcome }: { readonly outcome: Outcome }) {
  const { carried, notCarried } = outcome
  return (
    <div role="status">
      <h3 className="govuk-heading-s">{words.title}</h3>
      <Notice tone={carried > 0 ? 'done' : 'plain'}>{carried > 0 ? words.carried(carried) : words.nothing}</Notice>
      {notCarried.length > 0 && (
        <>
          <p className="govuk-body">{words.not(notCarried.length)}</p>
          <ul className="govuk-list govuk-list--bullet">
            {byReason(outcome).map(({ kind, why, count }) => (
              <li key={kind + why}>
                {workFiles.kinds[kind]?.(count) ?? kind}: {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
