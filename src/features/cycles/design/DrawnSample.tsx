/** What was drawn, in counts: looked over before it is kept. Which plans they are is not shown. */
import { useEffect, useState } from 'react'
import type { Framework } from '../../../core/framework/schema'
import { describeSample } from '../../../core/sampling/design-words'
import { PURPOSES } from '../../../text/cycles'
import { CRITERIA_WORDS, design as words } from '../../../text/cycles-design'
import { Facts } from '../../../ui/Facts'
import { formatCount, formatDay } from '../../../ui/format'
import { Notice } from '../../../ui/Notice'
import { AllocationTable } from './AllocationTable'
import type { Drawn } from './use-design'

interface DrawnSampleProps {
  readonly drawn: Drawn
  readonly framework: Framework | undefined
  readonly asOf: string
  readonly failure: string | null
  readonly onKeep: () => Promise<void>
  readonly onChange: () => void
}

export function DrawnSample({ drawn, framework, asOf, failure, onKeep, onChange }: DrawnSampleProps) {
  const { check } = words
  const { answers, draw } = drawn
  const [isKeeping, setKeeping] = useState(false)
  // The form's button is gone: whoever pressed it goes on at the top of what it led to.
  useEffect(() => document.querySelector<HTMLElement>('#main h1')?.focus(), [])
  async function keep() {
    setKeeping(true)
    await onKeep()
    setKeeping(false)
  }
  return (
    <>
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      <p className="govuk-body-l">{check.intro}</p>
      <Facts
        rows={[
          [words.about.name, answers.name],
          [check.plans, formatCount(draw.plans.length)],
          [check.twice, formatCount(draw.plans.filter(({ double }) => double).length)],
          [check.from, check.fromText(formatCount(draw.frame.N), formatDay(asOf))],
          [check.precision, describeSample(draw)],
          [check.purpose, PURPOSES[answers.purpose].label],
          [check.standards, framework ? words.about.frameworkOption(framework.title, framework.version) : ''],
          [check.asked, CRITERIA_WORDS[answers.criteria]],
          [check.dates, check.datesText(formatDay(answers.startsOn), formatDay(answers.dueOn))],
          [check.seed, answers.seed],
        ]}
      />
      <AllocationTable allocation={draw.allocation} />
      <div className="govuk-button-group">
        <button type="button" className="govuk-button" disabled={isKeeping} onClick={() => void keep()}>
          {check.keep}
        </button>
        <button type="button" className="govuk-button govuk-button--secondary" onClick={onChange}>
          {check.change}
        </button>
      </div>
    </>
  )
}
