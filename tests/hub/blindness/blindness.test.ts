/**
 * Nobody learns what an auditor thinks of a plan before its release: not by any address, any state of a cursor, any op that
 * guesses an id, any refusal, count, length or event. Two hubs on which only that differs must answer alike.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PullAnswer } from '../../../src/wire/protocol'
import { pullOf } from '../accounts/area'
import { testDatabase } from '../databases'
import { addressProbes, craftedOps, type Probe, pullProbes, pushProbes } from './probes'
import { CRITERIA, deviceOf, drawCycle, FRAMEWORK_NAME, noteOn, PEOPLE, rateAll, ratedOn } from './story'
import { type Side, startTwin, type Twin } from './twin'

/** Everybody but the author: the manager, each role, one who has left, and strangers without and with a token. */
const EYES: readonly (string | null)[] = [
  'manager',
  ...Object.keys(PEOPLE).filter((who) => who !== 'author'),
  null,
  'a token of nobody at all',
]
const READERS: ReadonlySet<string | null> = new Set(['manager', 'second', 'third', 'chair', 'everything'])

describe('what an auditor thinks of a plan that is not released', () => {
  const database = testDatabase('sqlite')
  let twin: Twin
  const author = () => deviceOf(twin, 'author')
  let act: ReturnType<typeof author>
  const epochs = new Map<Side, string>()

  beforeAll(async () => {
    twin = await startTwin(database)
    for (const [id, member] of Object.entries(PEOPLE)) await twin.join(id, member)
    for (const side of [twin.left, twin.right])
      await side.place.setMember('former', { ...PEOPLE.former, active: false })
    await drawCycle(twin)
    act = author()
    await rateAll(twin, { auditor: 'author', assignmentId: 'given0', subjectId: 'subject0', auditId: 'audit0' }, act)
    await rateAll(twin, { auditor: 'author', assignmentId: 'given3', subjectId: 'subject2', auditId: 'audit3' }, act)
    for (const side of [twin.left, twin.right]) epochs.set(side, (await pullAs(side, 'second')).epoch)
    // What the author is told so far is the same too; from here on the differences are about everybody else.
    expect(twin.differences).toEqual([])
  })
  afterAll(() => twin.close())

  async function probe(who: string | null, phase: string): Promise<void> {
    const device = `d-probe-${who}-${phase}`.replaceAll(' ', '-')
    const ops = craftedOps('audit0', 'given0', 'subject0')
    const probes: readonly Probe[] = [
      ...addressProbes(twin),
      ...pullProbes((side) => epochs.get(side) ?? ''),
      ...pushProbes(device, ops),
    ]
    for (const { path, sent } of probes) {
      const replies = await twin.ask(who, path, sent)
      for (const { text } of replies) expect(text).not.toMatch(/Leftword|Rightword/)
    }
  }

  for (const [phase, begin] of [
    ['while it is a draft', async () => {}],
    ['once it is submitted', () => submit()],
    ['after it was recalled and written again', () => writeAgain()],
  ] as const) {
    it(`is told to nobody ${phase}`, { timeout: 600_000 }, async () => {
      await begin()
      const before = twin.compared
      for (const who of EYES) await probe(who, phase)
      expect(twin.differences).toEqual([])
      expect(twin.compared - before).toBeGreaterThan(EYES.length * 90)
    })
  }

  async function submit(): Promise<void> {
    const override = (side: Side) =>
      side === twin.left ? null : { grade: 'requires-improvement', reason: 'Rightword' }
    await act('grade.override', (side) => ({ auditId: 'audit0', framework: FRAMEWORK_NAME, override: override(side) }))
    for (const [auditId, assignmentId] of [
      ['audit0', 'given0'],
      ['audit3', 'given3'],
    ] as const) {
      await act('audit.submit', () => ({ auditId, assignmentId, framework: FRAMEWORK_NAME, copiesDeleted: true }))
    }
  }

  async function writeAgain(): Promise<void> {
    await act('audit.recall', () => ({ auditId: 'audit0', assignmentId: 'given0' }))
    for (const [at, criterionId] of CRITERIA.entries()) {
      await act('rating.set', (side) => ({ auditId: 'audit0', criterionId, rated: ratedOn(twin, side, at + 1) }))
      if (at % 5 === 0)
        await act('note.set', (side) => ({ auditId: 'audit0', criterionId, text: noteOn(twin, side, at) }))
    }
    await submit0()
  }

  function submit0(): Promise<void> {
    return act('audit.submit', () => {
      return { auditId: 'audit0', assignmentId: 'given0', framework: FRAMEWORK_NAME, copiesDeleted: true }
    })
  }

  it('is told to the author, whose answers do differ: the comparison can fail', async () => {
    const own = await twin.ask('author', '/sync/pull', ({ place }) => ({
      json: { ...pullOf(place.area, 'd-own'), limit: 2000 },
    }))
    expect(own.map(({ text }) => [text.includes('Leftword'), text.includes('Rightword')])).toEqual([
      [true, false],
      [false, true],
    ])
    expect(twin.differences.splice(0)).toHaveLength(1)
  })

  it('shows in no event: every change is the same empty poke', async () => {
    const heard = await Promise.all(
      [twin.left, twin.right].flatMap((side) => ['second', 'board'].map((who) => listen(side, who))),
    )
    await act('audit.recall', () => ({ auditId: 'audit0', assignmentId: 'given0' }))
    for (const [at, criterionId] of CRITERIA.slice(0, 4).entries()) {
      await act('rating.set', (side) => ({ auditId: 'audit0', criterionId, rated: ratedOn(twin, side, at) }))
      // Longer than pokes are gathered for.
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    await submit0()
    await new Promise((resolve) => setTimeout(resolve, 250))
    const texts = heard.map((one) => one.end())
    expect(new Set(texts)).toEqual(new Set(['data: {}'.repeat(6)]))
  })

  it('is open to every auditor, chair and manager once the last one has submitted, and to nobody else', async () => {
    const before = new Map<string, PullAnswer>()
    const eyes = EYES.filter((who): who is string => who !== null && twin.left.tokens.has(who))
    for (const side of [twin.left, twin.right]) {
      for (const who of eyes) before.set(keyOf(side, who), await pullAs(side, who))
    }
    await rateAll(
      twin,
      { auditor: 'second', assignmentId: 'given1', subjectId: 'subject0', auditId: 'audit1' },
      second(),
    )
    await second(40)('audit.submit', () => {
      return { auditId: 'audit1', assignmentId: 'given1', framework: FRAMEWORK_NAME, copiesDeleted: true }
    })
    for (const side of [twin.left, twin.right]) {
      for (const who of eyes) {
        const told = await pullAs(side, who, cursorsOf(before.get(keyOf(side, who))))
        const puts = told.scopes.flatMap(({ entries }) => entries).filter((entry) => entry.op === 'put')
        const keys = puts.map(({ key }) => key).sort()
        const opened = ['assignment/given1', 'audit/audit0', 'audit/audit1', 'comparison/subject0', 'subject/subject0']
        const isReader = READERS.has(who)
        expect([who, keys.filter((key) => key !== 'result/subject0')]).toEqual([who, isReader ? opened : []])
        expect([who, JSON.stringify(told).includes(side === twin.left ? 'Leftword' : 'Rightword')]).toEqual([
          who,
          isReader,
        ])
        const drops = told.scopes.flatMap(({ id, entries }) =>
          entries.filter(({ op }) => op === 'drop').map(({ key }) => [id, key]),
        )
        expect([who, drops]).toEqual([who, who === 'second' ? [['author:second', 'audit/audit1']] : []])
      }
    }
    // The plan that waits for its other auditor stays closed.
    for (const side of [twin.left, twin.right]) {
      for (const who of eyes) expect(JSON.stringify(await pullAs(side, who))).not.toContain('"audit/audit3"')
    }
  })

  /** The second auditor's own device; `n` goes on where another call of it ended. */
  function second(_from = 0): ReturnType<typeof deviceOf> {
    return deviceOf(twin, 'second', `d-second-${_from}`)
  }

  async function pullAs(side: Side, who: string, more: object = {}): Promise<PullAnswer> {
    const json = { ...pullOf(side.place.area, `d-reads-${who}`), limit: 2000, ...more }
    return (await side.hub.ask('/sync/pull', { json, token: side.tokens.get(who) })).as(PullAnswer)
  }

  function cursorsOf(answer: PullAnswer | undefined): object {
    const cursors = Object.fromEntries((answer?.scopes ?? []).map(({ id, seq }) => [id, seq]))
    return { epoch: answer?.epoch, cursors }
  }

  const keyOf = (side: Side, who: string): string => `${side.place.area} ${who}`
})

/** Reads a stream of events until `end`. */
async function listen(side: Side, who: string): Promise<{ readonly end: () => string }> {
  const stop = new AbortController()
  const reply = await fetch(`${side.hub.url}/sync/poke?area=${side.place.area}`, {
    headers: { authorization: `Bearer ${side.tokens.get(who)}` },
    signal: stop.signal,
  })
  let heard = ''
  const reading = (async () => {
    const decoder = new TextDecoder()
    for await (const chunk of reply.body ?? []) heard += decoder.decode(chunk as Uint8Array)
  })().catch(() => undefined)
  return {
    end: () => {
      stop.abort()
      void reading
      return heard.replaceAll(': \n\n', '').replaceAll('\n', '')
    },
  }
}
