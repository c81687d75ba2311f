/** The state of the design page: answers, what they come to, the draw, and keeping it. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useMemo, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { Framework } from '../../../core/framework/schema'
import type { Subject } from '../../../core/sampling/cycle'
import { type Design, parseDesign } from '../../../core/sampling/design'
import { describeRefusal } from '../../../core/sampling/design-words'
import type { Draw } from '../../../core/sampling/draw'
import { cycleDrawData } from '../../../store/cycle-draw'
import { useHere, usePerform } from '../../../store/hooks'
import { randomBytes, today } from '../../../store/ids'
import type { Held } from '../../../store/read'
import { proposeName } from '../../../text/cycles-design'
import { refusalText } from '../../../text/refusals'
import { DesignAnswers, toDesign, whereOf } from './form'
import { countWhere } from './population'
import type { Population } from './use-population'
import { usePreview } from './use-preview'

/** Enough for a figure within some 12 points; an area that wants more says so. */
const USUAL_SIZE = 60
const WEEKS_TO_AUDIT = 4

export interface DesignSetting {
  readonly population: Population
  /** Standards for plans, newest first. */
  readonly frameworks: readonly Held<Framework>[]
  readonly names: readonly string[]
  readonly subjects: readonly Held<Subject>[]
  /** How many agencies the people on this device come from: nobody can grade twice alone. */
  readonly agencies: number
}

export interface Drawn {
  readonly answers: DesignAnswers
  readonly written: Readonly<Record<string, unknown>>
  readonly design: Design
  readonly draw: Draw
}

/** Twelve random digits in fours: easy to read out and to type again. */
function proposeSeed(): string {
  const digits = [...randomBytes(12)].map((byte) => byte % 10).join('')
  return digits.replace(/(\d{4})(?=\d)/g, '$1-')
}

function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

function firstAnswers({ population, frameworks, names, agencies }: DesignSetting): DesignAnswers {
  const startsOn = today()
  const { plans } = population
  const version = plans.some((plan) => plan.version === 'new') ? ['new'] : []
  const N = countWhere(plans, version.length > 0 ? { version } : {})
  const core = frameworks.find(({ body }) => body.id === 'ehcp-core') ?? frameworks[0]
  return {
    name: proposeName(startsOn, names),
    purpose: 'random',
    framework: core?.id ?? '',
    startsOn,
    dueOn: daysAfter(startsOn, WEEKS_TO_AUDIT * 7),
    where: { version, keyStage: [], need: [], setting: [], team: [] },
    sizeBy: 'plans',
    size: String(Math.min(USUAL_SIZE, N)),
    margin: '12',
    doublePercent: agencies > 1 ? '20' : '0',
    strata: [],
    allocation: 'proportional',
    minimum: '0',
    criteria: 'core',
    seed: proposeSeed(),
  }
}

export function useDesign(setting: DesignSetting) {
  const { population, frameworks, subjects } = setting
  const { session } = useHere()
  const perform = usePerform()
  const [first] = useState(() => firstAnswers(setting))
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const form = useForm<DesignAnswers>({
    resolver: standardSchemaResolver(DesignAnswers),
    shouldFocusError: false,
    defaultValues: first,
  })
  const answers = useWatch({ control: form.control, compute: (values) => values })
  const N = useMemo(() => countWhere(population.plans, whereOf(answers)), [population, answers])
  const preview = usePreview(population.sampler, toDesign(answers, N))
  const framework = frameworks.find(({ id }) => id === answers.framework)?.body

  async function draw(given: DesignAnswers) {
    setFailure(null)
    const written = toDesign(given, countWhere(population.plans, whereOf(given)))
    const design = parseDesign(written)
    if (!written || !design.ok) return
    const answer = await population.sampler.draw(design.value, given.seed.trim())
    if (answer.ok) setDrawn({ answers: given, written, design: design.value, draw: answer.value })
    else setFailure(describeRefusal(answer.error))
  }

  /** @returns the id of the new cycle, or `null` with the reason in `failure`. */
  async function keep({ answers: given, written, draw: sample }: Drawn): Promise<string | null> {
    if (!framework) return null
    const { name, purpose, criteria, startsOn, dueOn, seed } = given
    const data = cycleDrawData({
      choices: { name: name.trim(), purpose, criteria, startsOn, dueOn, seed: seed.trim(), design: written },
      draw: sample,
      plans: population.plans,
      register: population.register,
      framework,
      drawnBy: session.memberId,
      taken: subjects.map(({ body }) => body.code),
    })
    const kept = await perform({ kind: 'cycle.draw', data })
    if (kept.ok) return data.cycleId
    setFailure(refusalText(kept.error))
    return null
  }

  return { form, N, preview, framework, drawn, failure, draw, keep, change: () => setDrawn(null) }
}
