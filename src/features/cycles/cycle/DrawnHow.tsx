/** How a sample was drawn, for anybody who wants to check it: design, seed, fingerprints, shares by group, swaps. */
import type { Member } from '../../../core/access/member'
import type { Framework } from '../../../core/framework/schema'
import type { Cycle, Subject } from '../../../core/sampling/cycle'
import type { Held } from '../../../store/read'
import { drawnHow as words } from '../../../text/cycles'
import { CRITERIA_WORDS, design } from '../../../text/cycles-design'
import { Facts } from '../../../ui/Facts'
import { formatCount, formatDay, formatTime } from '../../../ui/format'
import { Scroll } from '../../../ui/Scroll'
import { AllocationTable } from '../design/AllocationTable'

interface DrawnHowProps {
  readonly cycle: Cycle
  readonly framework: Framework
  readonly subjects: readonly Held<Subject>[]
  readonly members: readonly Held<Member>[]
  /** Whether names of staff are shown. */
  readonly isLead: boolean
}

/** Text as one word of a shell command, whatever it holds; left alone where any shell takes it as it is. */
function quoted(text: string): string {
  if (/^[\w.-]+$/.test(text)) return text
  return `'${text.replaceAll("'", `'\\''`)}'`
}

export function DrawnHow({ cycle, framework, subjects, members, isLead }: DrawnHowProps) {
  const { frame, register, seed } = cycle
  const who = isLead ? members.find(({ id }) => id === cycle.drawnBy)?.body.name : undefined
  const when = formatTime(cycle.drawnAt)
  const command = `plumbline sample --register REGISTER.csv --as-of ${register.asOf} --design design.json --seed ${quoted(seed)}`
  return (
    <details className="govuk-details drawn-how">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{words.summary}</span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">
          {who ? words.drawnBy(who, when) : words.drawn(when)} {words.intro}
        </p>
        <Facts
          rows={[
            [words.frame, words.frameText(formatCount(frame.N), formatCount(register.plans))],
            [
              words.seed,
              <span key="seed" className="code">
                {seed}
              </span>,
            ],
            [words.framework, design.about.frameworkOption(framework.title, framework.version)],
            [words.asked, CRITERIA_WORDS[cycle.criteria]],
            [words.frameDigest, <Digest key="frame" hash={frame.digest} />],
            [words.registerDigest, <Digest key="register" hash={register.digest} />],
            [words.standardsHash, <Digest key="standards" hash={cycle.framework.hash} />],
          ]}
        />
        <h3 className="govuk-heading-s">{words.allocation}</h3>
        <AllocationTable allocation={cycle.allocation} />
        <h3 className="govuk-heading-s">{words.designTitle}</h3>
        <p className="govuk-body">{words.designHint(formatDay(register.asOf))}</p>
        <Scroll label={words.designTitle}>
          <pre className="code listing">{JSON.stringify(cycle.design, null, 2)}</pre>
        </Scroll>
        <h3 className="govuk-heading-s">{words.command}</h3>
        <Scroll label={words.command}>
          <pre className="code listing">{command}</pre>
        </Scroll>
        <Swaps subjects={subjects} members={isLead ? members : []} />
        <button type="button" className="govuk-button govuk-button--secondary no-print" onClick={() => window.print()}>
          {words.print}
        </button>
      </div>
    </details>
  )
}

function Digest({ hash }: { readonly hash: string }) {
  return <span className="code digest">{hash}</span>
}

function Swaps({ subjects, members }: Pick<DrawnHowProps, 'subjects' | 'members'>) {
  const swapped = subjects.flatMap(({ id, body }) => (body.swapped ? [{ id, code: body.code, ...body.swapped }] : []))
  const codeOf = (subjectId: string) => subjects.find(({ id }) => id === subjectId)?.body.code ?? ''
  const nameOf = (member: string) => members.find(({ id }) => id === member)?.body.name
  return (
    <>
      <h3 className="govuk-heading-s">{words.swaps}</h3>
      {swapped.length === 0 && <p className="govuk-body">{words.noSwaps}</p>}
      <ul className="govuk-list govuk-list--bullet">
        {swapped.map(({ id, code, replacement, at, by, reason }) => (
          <li key={id}>
            {words.swap(code, codeOf(replacement), formatTime(at))} {words.reason}: {reason}{' '}
            {nameOf(by) && words.swapBy(nameOf(by) ?? '')}
          </li>
        ))}
      </ul>
    </>
  )
}
