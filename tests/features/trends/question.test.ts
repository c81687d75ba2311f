import { describe, expect, it } from 'vitest'
import { answerOf } from '../../../src/features/trends/answer'
import { measuresOf, questionOf } from '../../../src/features/trends/question'
import { resultRows } from '../../../src/store/results-rows'
import { type CycleOf, type PlanOf, recordsOf, released } from '../../store/results-records'

const graded = (grade: string, facts: PlanOf['facts'] = {}): PlanOf => ({
  audits: [
    { agency: 'education', grade },
    { agency: 'health', grade },
  ],
  facts,
})

function ask(query: string, cycles: readonly CycleOf[]) {
  const records = released(recordsOf(cycles))
  const { rows } = resultRows(records)
  const question = questionOf(new URLSearchParams(query), records.cycles, rows)
  return { question, answer: answerOf(question, rows, null), records }
}

const random: CycleOf = { startsOn: '2026-03-01', plans: [graded('good'), graded('good', { version: 'amended' })] }
const themed: CycleOf = { startsOn: '2026-09-01', purpose: 'themed', plans: [graded('inadequate')] }

describe('the measure', () => {
  it('is the one the area holds itself to: new plans of random samples', () => {
    const { question, answer } = ask('', [random, themed])
    expect(question.measure.id).toBe('new-plans-good')
    expect(answer.headline).toMatchObject({ drawn: 1, n: 1, good: 1 })
  })
  it('counts all plans of the random samples when that is asked, never those of another purpose', () => {
    expect(ask('measure=sampled-plans-good', [random, themed]).answer.headline).toMatchObject({ drawn: 2, good: 2 })
  })
  it('offers a series of its own for every other purpose in use', () => {
    expect(measuresOf(ask('', [random, themed]).records.cycles).map(({ id }) => id)).toEqual([
      'new-plans-good',
      'sampled-plans-good',
      'themed',
    ])
  })
  it('is the cycle’s own series when a cycle that is no random sample is asked for', () => {
    const { question, answer } = ask('cycle=c2', [random, themed])
    expect(question.measure.id).toBe('themed')
    expect(answer.headline).toMatchObject({ drawn: 1, good: 0, target: null })
  })
})

describe('the period', () => {
  const months = (...starts: readonly string[]) =>
    starts.map((startsOn): CycleOf => ({ startsOn, plans: [graded('good')] }))

  it('is the rolling year unless another is asked for', () => {
    const { question, answer } = ask('', months('2024-01-01', '2026-01-05', '2026-03-01'))
    expect(question.period).toEqual({ from: '2025-04', to: '2026-03' })
    expect(answer.headline.drawn).toBe(2)
  })
  it('is what was asked for, and months without a sample are gaps in it', () => {
    const { answer } = ask('from=2026-01&to=2026-03', months('2026-01-05', '2026-03-01', '2026-04-01'))
    expect(answer.months.map(({ month, drawn }) => [month, drawn])).toEqual([
      ['2026-01', 1],
      ['2026-02', 0],
      ['2026-03', 1],
    ])
  })
  it('reaches a year back when only its end is asked for', () => {
    expect(ask('to=2026-03', months('2020-01-01', '2026-03-01')).question.period).toEqual({
      from: '2025-04',
      to: '2026-03',
    })
  })
  it('is put the right way round', () => {
    expect(ask('from=2026-03&to=2026-01', months('2026-02-01')).question.period).toEqual({
      from: '2026-01',
      to: '2026-03',
    })
  })
  it('is the cycle’s own when a cycle is asked for, however old', () => {
    const { answer } = ask('cycle=c1', months('2020-01-01', '2026-03-01'))
    expect(answer.headline.drawn).toBe(1)
  })
})

describe('facts of the plans', () => {
  const cycles: CycleOf[] = [
    { plans: [graded('good', { need: 'ASD' }), graded('good', { need: 'SEMH' }), graded('good', { team: 'North' })] },
  ]
  it('narrow the figure down', () => {
    expect(ask('need=SEMH', cycles).answer.headline.drawn).toBe(1)
    expect(ask('need=ASD&team=North', cycles).answer.headline.drawn).toBe(1)
  })
  it('never contradict the measure: new plans stay new', () => {
    expect(ask('version=amended', cycles).question.facts).toEqual({})
  })
})

describe('a plan an auditor saw to be a draft', () => {
  it('is left out of the figure and counted as left out, never in silence', () => {
    const seen: PlanOf = { audits: [{ agency: 'health', grade: 'good', saw: { status: 'draft' } }] }
    const { answer } = ask('', [{ plans: [graded('good'), seen] }])
    expect(answer.headline.drawn).toBe(1)
    expect(answer.otherStatus).toBe(1)
  })
})

describe('an address that asks what does not exist', () => {
  it('still answers', () => {
    const { question } = ask('measure=best&cycle=gone&from=soon&to=2026-13', [random])
    expect(question).toMatchObject({ cycle: null, isRollingYear: true, measure: { id: 'new-plans-good' } })
  })
})

describe('grade by minimum standard', () => {
  it('counts every plan with a result once', () => {
    const plan = (grade: string, one: 'met' | 'not-met', other: 'met' | 'not-met'): PlanOf => ({
      audits: [
        { agency: 'education', grade, floor: one },
        { agency: 'health', grade, floor: other },
      ],
    })
    const plans = [plan('good', 'met', 'met'), plan('good', 'not-met', 'not-met'), plan('inadequate', 'met', 'not-met')]
    const { floor, gradeByFloor } = ask('', [{ plans }]).answer
    expect(floor).toEqual({ met: 1, 'at-risk': 0, 'not-met': 1, differs: 1, unknown: 0 })
    expect(gradeByFloor.map(({ grade }) => grade)).toEqual([
      'outstanding',
      'good',
      'requires-improvement',
      'inadequate',
    ])
    expect(gradeByFloor[1]?.floors).toMatchObject({ met: 1, 'not-met': 1 })
    expect(gradeByFloor[3]?.floors.differs).toBe(1)
  })
})
