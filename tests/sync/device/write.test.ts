import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { putAside, readAttention } from '../../../src/store/attention'
import { exportAttention } from '../../../src/store/attention-file'
import { perform } from '../../../src/store/write'
import { ANN, did, hubWithDraft, note, rate, room, shown } from './room'
import { ScriptedHub } from './scripted-hub'

describe('an act on a joined device', () => {
  it('puts the hub’s row by at its first touch, and never again', async () => {
    const { device } = await room()
    const before = await device.tables.rows.get('audit/x1')
    await rate(device, 'F2', 'met')
    await rate(device, 'E2', 'met')
    expect(await device.tables.truth.toArray()).toEqual([{ key: 'audit/x1', scope: 'author:ann', row: before }])
    expect(await device.tables.rows.get('audit/x1')).toMatchObject({ hub: 1, ahead: true, rev: (before?.rev ?? 0) + 2 })
  })

  it('is stored with what it puts by, or not at all', async () => {
    const { device } = await room()
    const refused = await perform(device, ANN, {
      kind: 'rating.set',
      data: { auditId: 'x1', criterionId: 'Z9', rated: { rating: 'met' } },
    })
    expect(refused).toEqual({ ok: false, error: { type: 'UnknownCriterion', criterionId: 'Z9' } })
    expect([await device.tables.truth.count(), await device.tables.ops.count()]).toEqual([0, 0])
  })

  it('leaves what follows to the hub', async () => {
    const { device } = await room()
    await did(device, { kind: 'facts.set', data: { auditId: 'x1', facts: { yearGroup: 9 } } })
    expect(await device.tables.ops.count()).toBe(1)
    expect((await device.tables.rows.toArray()).filter(({ ahead }) => ahead).map(({ key }) => key)).toEqual([
      'audit/x1',
    ])
  })

  it('is not done on a record of a newer app', async () => {
    const { device } = await room()
    const row = await device.tables.rows.get('audit/x1')
    if (!row) throw new Error('the draft is not here')
    await device.tables.rows.put({ ...row, v: 2 })
    const refused = await perform(device, ANN, {
      kind: 'note.set',
      data: { auditId: 'x1', criterionId: 'F2', text: 'Hours' },
    })
    expect(refused).toEqual({ ok: false, error: { type: 'NotHeldHere', key: 'audit/x1' } })
    expect(await device.tables.ops.count()).toBe(0)
  })
})

describe('an act that only the hub can decide', () => {
  /** Ann, who reads no subjects. */
  async function blindRoom() {
    const hub = new ScriptedHub(['area', 'author:ann'])
    for (const row of hubWithDraft().state.records.values()) hub.put(row)
    return room(hub)
  }

  it('stays pending, changes nothing on the screen, and the person is told', async () => {
    const { device } = await blindRoom()
    const done = await perform(device, ANN, {
      kind: 'assignment.declare',
      data: { assignmentId: 'a-9', declared: 'none' },
    })
    expect(done).toEqual({ ok: true, value: true })
    expect(await readAttention(device)).toMatchObject([
      { type: 'undecided', kind: 'assignment.declare', refusal: null, about: { assignmentId: 'a-9', code: null } },
    ])
    expect(await device.tables.truth.count()).toBe(0)
  })

  it('is judged by the hub with the next sync', async () => {
    const { device, sync } = await blindRoom()
    await perform(device, ANN, { kind: 'assignment.declare', data: { assignmentId: 'a-9', declared: 'none' } })
    await sync()
    expect(await readAttention(device)).toMatchObject([{ type: 'refused', refusal: { type: 'Missing' } }])
  })

  it('is refused at once where everything that is to be known is here', async () => {
    const { device } = await room()
    const done = await perform(device, ANN, {
      kind: 'assignment.declare',
      data: { assignmentId: 'a-9', declared: 'none' },
    })
    expect(done).toMatchObject({ ok: false, error: { type: 'Missing' } })
  })
})

describe('what the hub refused', () => {
  async function refused() {
    const here = await room()
    here.hub.refuses.add('note.set')
    await note(here.device, 'F2', 'Hours <are> "given".')
    await here.sync()
    return here
  }

  it('stays with why, when, and what it was about', async () => {
    const { device } = await refused()
    expect(await readAttention(device)).toMatchObject([
      {
        type: 'refused',
        kind: 'note.set',
        refusal: { type: 'NotDraft' },
        about: { code: 'K7F-s1', criterionId: 'F2', auditId: 'x1', assignmentId: 'a-x1', subjectId: 's1' },
        data: { text: 'Hours <are> "given".' },
      },
    ])
    expect((await shown(device))?.notes).toEqual({})
  })

  it('stays through restarts of the area, and is not sent again', async () => {
    const { hub, device, sync } = await refused()
    hub.restore(hub.backup(), 'e2')
    await sync()
    await sync()
    expect(await readAttention(device)).toHaveLength(1)
    expect(hub.arrived).toHaveLength(1)
  })

  it('goes only when the person puts it aside', async () => {
    const { device, sync } = await refused()
    const [item] = await readAttention(device)
    await sync({ now: () => '2027-01-01T00:00:00.000Z' })
    expect(await readAttention(device)).toHaveLength(1)
    await putAside(device, item?.opId ?? '')
    expect(await readAttention(device)).toEqual([])
  })

  it('is exported as a page that holds every word, as text and as data', async () => {
    const { device } = await refused()
    const items = await readAttention(device)
    const html = exportAttention(items, {
      lang: 'en-GB',
      title: 'What was not taken',
      intro: 'Kept on this device.',
      headings: { at: 'Done', kind: 'What', about: 'Of', why: 'Why not', said: 'What it said' },
      time: (iso) => iso,
      kind: () => 'A note',
      why: () => 'The audit was submitted <already>.',
      unknown: 'not known',
    })
    expect(html).toContain('<td>K7F-s1, F2</td>')
    expect(html).toContain('Hours &lt;are&gt; \\&quot;given\\&quot;.')
    expect(html).toContain('The audit was submitted &lt;already&gt;.')
    const data = /<script type="application\/json" id="items">(.*?)<\/script>/s.exec(html)?.[1]
    expect(JSON.parse(data ?? '')).toEqual(JSON.parse(JSON.stringify(items)))
  })
})
