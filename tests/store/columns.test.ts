import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { standingOfEntry } from '../../src/core/audit/audit-list'
import { perform } from '../../src/store/write'
import {
  type Asked,
  as,
  begin,
  CRITERIA,
  drawPlans,
  listed,
  openRoom,
  type Room,
  rateAll,
  scanned,
  submit,
} from './columns-room'

const rooms: Room[] = []
afterEach(() => {
  for (const { device } of rooms.splice(0)) device.tables.close()
})

async function room(): Promise<Room> {
  const opened = await openRoom()
  rooms.push(opened)
  return opened
}

const entryOf = async (opened: Room, { auditId }: Asked) => (await listed(opened))?.find(({ id }) => id === auditId)

describe('the list of audits', () => {
  it('says the same as all rows after anything people do, whatever the order', async () => {
    const opened = await room()
    const seen = new Set<string>()
    const acts = fc.array(
      fc.record({
        act: fc.constantFrom('begin', 'note', 'facts', 'submit', 'recall', 'incident', 'return', 'withdraw'),
        at: fc.nat({ max: 5 }),
      }),
      { minLength: 5, maxLength: 25 },
    )
    await fc.assert(
      fc.asyncProperty(acts, async (done) => {
        // Refused acts are part of it: they must change nothing.
        const asked = await drawPlans(opened, [['ann', 'bo'], ['ann'], ['bo', 'cy', 'ann']])
        for (const { act, at } of done) await tryAct(opened, act, asked[at])
        // Nothing listed yet is no list yet: the first audit begins it.
        const entries = (await listed(opened)) ?? []
        expect(entries).toEqual(await scanned(opened))
        for (const entry of entries) seen.add(`${standingOfEntry(entry)}${entry.incident ? ' with incident' : ''}`)
      }),
      { numRuns: 25 },
    )
    expect([...seen]).toEqual(expect.arrayContaining(['draft', 'draft with incident', 'waiting', 'released']))
  }, 60_000)

  it('holds an opened draft with the code of its plan, and nothing that rating changes', async () => {
    const opened = await room()
    const [asked] = await drawPlans(opened, [['ann', 'bo']])
    if (!asked) throw new Error('no plan was drawn')
    await begin(opened, asked)
    const before = await opened.device.tables.columns.toArray()
    expect(await entryOf(opened, asked)).toMatchObject({
      code: 'K7F-100',
      state: 'draft',
      scope: 'author:ann',
      grade: null,
    })
    await rateAll(opened, asked)
    expect(await opened.device.tables.columns.toArray()).toEqual(before)
  })

  it('shows an audit as released in the moment its last blind auditor submits', async () => {
    const opened = await room()
    const [one, other] = await drawPlans(opened, [['ann', 'bo']])
    if (!one || !other) throw new Error('no plan was drawn')
    await begin(opened, one)
    await begin(opened, other)
    await submit(opened, one)
    expect(await entryOf(opened, one)).toMatchObject({ state: 'submitted', scope: 'author:ann' })
    await submit(opened, other)
    expect((await listed(opened))?.map(({ scope }) => scope)).toEqual(['auditors', 'auditors'])
  })

  it('changes with the row or not at all', async () => {
    const opened = await room()
    const [asked] = await drawPlans(opened, [['ann']])
    if (!asked) throw new Error('no plan was drawn')
    await begin(opened, asked)
    const before = await listed(opened)
    const fails = new Error('the disk is gone')
    opened.device.tables.ops.hook('creating', () => {
      throw fails
    })
    const { assignmentId, auditId } = asked
    const who = as(opened, asked)
    await expect(
      perform(opened.device, who, { kind: 'audit.recall', data: { auditId, assignmentId } }),
    ).resolves.toEqual({
      ok: false,
      error: { type: 'NotDraft' },
    })
    const data = { alertId: 'i1', auditId, alert: { ...ALERT, type: 'incident' as const, ...asked } }
    await expect(perform(opened.device, who, { kind: 'alert.raise', data })).rejects.toThrow()
    expect(await listed(opened)).toEqual(before)
    expect(await scanned(opened)).toEqual(before)
  })

  it('leaves no code, agency or name readable in the database', async () => {
    const opened = await room()
    const [asked] = await drawPlans(opened, [['ann']])
    if (!asked) throw new Error('no plan was drawn')
    await begin(opened, asked)
    await submit(opened, asked)
    const columns = await opened.device.tables.columns.toArray()
    const lists = JSON.stringify(await opened.device.tables.lists.toArray())
    const text = columns.map(({ id, sealed }) => id + new TextDecoder('latin1').decode(sealed)).join() + lists
    for (const secret of ['K7F-100', 'health', 'ann', 'submitted', asked.subjectId]) expect(text).not.toContain(secret)
  })
})

const ALERT = { foundAt: '2026-11-02T10:00:00.000Z', told: 'Data protection officer', done: 'Copies recalled' }

/** Does what is asked where it can be done; a refusal is an answer as well. */
async function tryAct(opened: Room, act: string, asked: Asked | undefined): Promise<void> {
  if (!asked) return
  const { device, manager } = opened
  const { assignmentId, auditId, subjectId, cycleId } = asked
  const who = as(opened, asked)
  const alert = { ...ALERT, subjectId, cycleId }
  switch (act) {
    case 'begin': {
      await perform(device, who, { kind: 'assignment.declare', data: { assignmentId, declared: 'none' } })
      const data = { auditId, assignmentId, subjectId, cycleId, facts: {} }
      await perform(device, who, { kind: 'audit.open', data })
      return
    }
    case 'note':
      await perform(device, who, { kind: 'note.set', data: { auditId, criterionId: 'F2', text: 'Hours are given.' } })
      return
    case 'facts':
      await perform(device, who, { kind: 'facts.set', data: { auditId, facts: { yearGroup: 9 } } })
      return
    case 'submit': {
      await tryAct(opened, 'begin', asked)
      for (const criterionId of CRITERIA) {
        const rated = { rating: 'partly' as const }
        await perform(device, who, { kind: 'rating.set', data: { auditId, criterionId, rated } })
      }
      const data = { auditId, assignmentId, framework: opened.framework, copiesDeleted: true }
      await perform(device, who, { kind: 'audit.submit', data })
      return
    }
    case 'recall':
      await perform(device, who, { kind: 'audit.recall', data: { auditId, assignmentId } })
      return
    case 'incident':
      await tryAct(opened, 'begin', asked)
      await perform(device, who, {
        kind: 'alert.raise',
        data: { alertId: `${act}-${auditId}`, auditId, alert: { ...alert, type: act } },
      })
      return
    case 'return':
      await perform(device, who, { kind: 'assignment.declare', data: { assignmentId, declared: 'own-work' } })
      return
    case 'withdraw':
      await perform(device, manager, { kind: 'assignment.withdraw', data: { assignmentId } })
      return
  }
}
