import { beforeAll, expect, it } from 'vitest'
import { verify } from '../../../src/hub/admin/verify'
import { forEachDatabase } from '../databases'
import {
  AT,
  bodyAt,
  CRITERIA,
  drawCycle,
  MEMBERS,
  opening,
  openRoom,
  type Room,
  recordOf,
  registerOf,
  submitting,
  trailOf,
} from './room'

const met = { rating: 'met' as const }
const partly = { rating: 'partly' as const }

forEachDatabase('push', (database) => {
  let room: Room
  beforeAll(async () => {
    room = await openRoom(await database.open())
    await drawCycle(room, 12, ['m2', 'm3'])
  })

  async function audits(): Promise<unknown> {
    return verify(room.db.kysely, room.area)
  }

  it('answers each op with its outcome and counts them for the device', async () => {
    const device = room.device('m2')
    const pushed = await device.push(...opening(device, 's1'))
    expect(pushed).toEqual({
      ok: true,
      value: {
        last: 2,
        results: [
          { n: 1, outcome: 'applied' },
          { n: 2, outcome: 'applied' },
        ],
      },
    })
    expect(await recordOf(room, 'audit/m2-s1')).toMatchObject({ kind: 'audit', scope: 'author:m2', rev: 1, v: 1 })
    expect(await bodyAt(room, 'assignment/m2-s1')).toMatchObject({ state: 'started', declared: 'none' })
  })

  it('writes a row once for a batch and counts every op in its rev', async () => {
    const device = room.device('m2')
    await device.does(...opening(device, 's2'))
    const before = await recordOf(room, 'audit/m2-s2')
    const first = await room.db.kysely.selectFrom('area').selectAll().where('area', '=', room.area).execute()
    await device.does(
      ...CRITERIA.slice(0, 5).map((criterionId) =>
        device.op('rating.set', { auditId: 'm2-s2', criterionId, rated: met }),
      ),
    )
    const after = await recordOf(room, 'audit/m2-s2')
    expect(after?.rev).toBe((before?.rev ?? 0) + 5)
    expect(JSON.parse(after?.body ?? '').ratings).toEqual(
      Object.fromEntries(CRITERIA.slice(0, 5).map((id) => [id, met])),
    )
    expect(after?.seq).toBeGreaterThan(first[0]?.seq ?? 0)
    const ops = (await trailOf(room)).filter(({ device: id }) => id === device.id)
    expect(ops.map(({ key, rev }) => `${key} ${rev}`)).toEqual([
      'assignment/m2-s2 2',
      ...[1, 2, 3, 4, 5, 6].map((rev) => `audit/m2-s2 ${rev}`),
    ])
  })

  it('keeps the time of the device beside its own, in the row the device’s', async () => {
    const device = room.device('m2')
    room.clock = '2026-03-03T08:00:00.000Z'
    await device.does(...opening(device, 's3'))
    const op = (await trailOf(room)).at(-1)
    expect(op).toMatchObject({ at_device: AT, at_hub: '2026-03-03T08:00:00.000Z', actor: 'm2' })
    expect(await bodyAt(room, 'audit/m2-s3')).toMatchObject({ openedAt: AT })
  })

  it('answers a batch that comes again with what became of it then, and does nothing twice (rule 2)', async () => {
    const device = room.device('m2')
    const ops = [
      ...opening(device, 's4'),
      device.op('rating.set', { auditId: 'nobody', criterionId: 'F1', rated: met }),
    ]
    const first = await device.push(...ops)
    const trail = (await trailOf(room)).length
    expect(await device.push(...ops)).toEqual(first)
    expect(await device.push(...ops.slice(1))).toMatchObject({ value: { last: 3 } })
    expect((await trailOf(room)).length).toBe(trail)
    expect(first).toMatchObject({ value: { results: [{}, {}, { outcome: 'refused', refusal: { type: 'Missing' } }] } })
  })

  it('goes on after a refused op, which is counted and logged without its words (rule 2)', async () => {
    const device = room.device('m2')
    const note = {
      auditId: 'm2-s1',
      criterionId: CRITERIA[0] ?? '',
      text: 'Call 01632 960 001, UPN A123456789012',
    }
    expect(await device.try('note.set', note)).toBe('NoteStopped')
    expect(await device.try('note.set', { ...note, text: 'Needs are clear' })).toBe('applied')
    const [refused, applied] = (await trailOf(room)).slice(-2)
    expect(refused).toMatchObject({ n: 1, outcome: 'refused', salt: null, payload: null, key: null, rev: null })
    expect(refused?.refusal).not.toContain('A123456789012')
    expect(applied).toMatchObject({
      n: 2,
      outcome: 'applied',
      payload: JSON.stringify({ ...note, text: 'Needs are clear' }),
    })
    expect(await audits()).toMatchObject({ ok: true })
  })

  it('takes nothing of a batch that leaves a number out, and says which it waits for (rule 2)', async () => {
    const device = room.device('m2')
    const [first, second, third] = [
      ...opening(device, 's5'),
      device.op('assignment.declare', { assignmentId: 'x', declared: 'none' }),
    ]
    if (!first || !second || !third) throw new Error('three ops')
    expect(await device.push(second, third)).toEqual({ ok: false, error: { type: 'Gap', expected: 1 } })
    expect(await device.push(first, third)).toEqual({ ok: false, error: { type: 'Gap', expected: 1 } })
    expect(await recordOf(room, 'audit/m2-s5')).toBeUndefined()
    await device.does(first, second)
  })

  it('tells two browsers with one device’s number apart, and each op goes in once (rule 3)', async () => {
    const original = room.device('m2', 'd-twin')
    const copy = room.device('m2', 'd-twin')
    const shared = opening(original, 's6')
    copy.n = original.n
    await original.does(...shared)
    await original.does(original.op('rating.set', { auditId: 'm2-s6', criterionId: CRITERIA[0] ?? '', rated: met }))
    const own = copy.op('rating.set', { auditId: 'm2-s6', criterionId: CRITERIA[1] ?? '', rated: partly })
    expect(await copy.push(...shared, own)).toEqual({ ok: false, error: { type: 'Forked' } })
    const trail = (await trailOf(room)).length

    const anew = room.device('m2', 'd-twin-2')
    const renumbered = [...shared, own].map((op, i) => ({ ...op, n: i + 1 }))
    expect(await anew.push(...renumbered)).toMatchObject({ value: { last: 3 } })
    expect((await trailOf(room)).length).toBe(trail + 1)
    expect(await bodyAt(room, 'audit/m2-s6')).toMatchObject({
      ratings: { [CRITERIA[0] ?? '']: met, [CRITERIA[1] ?? '']: partly },
    })
    expect(await anew.push(...renumbered)).toMatchObject({ value: { last: 3 } })
  })

  it('takes an op that stands twice in a batch once', async () => {
    const device = room.device('m3')
    const [declare, open] = opening(device, 's6')
    if (!declare || !open) throw new Error('two ops')
    const pushed = await device.push(declare, { ...declare, n: 2 }, { ...open, n: 3 })
    expect(pushed).toMatchObject({ value: { last: 3, results: [{ n: 1 }, { n: 2, outcome: 'applied' }, { n: 3 }] } })
    expect((await trailOf(room)).filter(({ device: id }) => id === device.id).map(({ n }) => n)).toEqual([1, 3])
    expect(await audits()).toMatchObject({ ok: true })
  })

  it('never tells one member what became of another’s op', async () => {
    const [one, two] = [room.device('m2'), room.device('m3')]
    const op = one.op('rating.set', { auditId: 'm2-s1', criterionId: CRITERIA[2] ?? '', rated: met })
    await one.does(op)
    expect(await two.push({ ...op, n: 1 })).toMatchObject({
      value: { last: 1, results: [{ n: 1, outcome: 'refused', refusal: { type: 'Forbidden' } }] },
    })
    expect(await two.push({ ...op, n: 1 })).toMatchObject({ value: { last: 1 } })
  })

  it('treats a device that another member uses as a copied profile, and one that was revoked as such', async () => {
    const device = room.device('m2')
    await device.does(...opening(device, 's7'))
    const thief = room.device('m3', device.id)
    expect(await thief.push()).toEqual({ ok: false, error: { type: 'Forked' } })
    expect(await room.device('m2', 'hub').push()).toEqual({ ok: false, error: { type: 'Forked' } })
    await room.db.kysely.updateTable('device').set({ revoked: 1 }).where('id', '=', device.id).execute()
    expect(await device.push()).toEqual({ ok: false, error: { type: 'Revoked' } })
  })

  it('refuses what a newer app does and what makes no sense, and goes on', async () => {
    const device = room.device('m2')
    const pushed = await device.push(
      device.raw('plan.improve', {}),
      device.raw('toString', {}),
      device.raw('rating.set', { auditId: 7 }),
      { ...device.op('rating.set', { auditId: 'm2-s1', criterionId: 'F1', rated: met }), at: 'yesterday' },
      device.op('rating.set', { auditId: 'a\u0000b', criterionId: 'F1', rated: met }),
      device.op('rating.set', { auditId: 'x'.repeat(300), criterionId: 'F1', rated: met }),
      device.op('rating.set', { auditId: 'm2-s1', criterionId: CRITERIA[0] ?? '', rated: met }),
    )
    const types = pushed.ok
      ? pushed.value.results.map((r) => (r.outcome === 'refused' ? r.refusal.type : r.outcome))
      : []
    expect(types).toEqual(['UnknownKind', 'UnknownKind', 'Malformed', 'Malformed', 'Malformed', 'Malformed', 'applied'])
    expect(await audits()).toMatchObject({ ok: true })
  })

  it('takes no ids that no device makes', async () => {
    const device = room.device('m2')
    const op = device.op('rating.set', { auditId: 'm2-s1', criterionId: 'F1', rated: met })
    for (const bad of ['a\u0000b', '\ud800', 'a\nb', 'x'.repeat(201)]) {
      expect(await device.push({ ...op, opId: bad })).toEqual({ ok: false, error: { type: 'Malformed' } })
      expect(await device.push({ ...op, kind: bad })).toEqual({ ok: false, error: { type: 'Malformed' } })
      expect(await room.device('m2', bad).push(op)).toEqual({ ok: false, error: { type: 'Malformed' } })
    }
  })

  it('refuses members who left or never were, op by op, whatever they held before', async () => {
    const manager = room.device('m1')
    await manager.does(
      manager.op('member.set', { areaId: room.area, memberId: 'm9', member: { ...MEMBERS.m2, active: false } }),
    )
    for (const member of ['m9', 'm-nobody']) {
      const device = room.device(member)
      expect(await device.try('assignment.declare', { assignmentId: 'm2-s8', declared: 'none' })).toBe('Forbidden')
      expect(await device.try('assignment.declare', { assignmentId: 'm2-s8', declared: 'none' })).toBe('Forbidden')
    }
  })

  it('judges by the roles of the moment, not by those of the day the op was made', async () => {
    const manager = room.device('m1')
    const set = (by: typeof manager, memberId: string, roles: ('manager' | 'auditor')[]) =>
      by.op('member.set', { areaId: room.area, memberId, member: { ...MEMBERS.m2, roles } })
    await manager.does(set(manager, 'm5', ['manager']))
    const fifth = room.device('m5')
    const [early, late] = [set(fifth, 'm6', ['auditor']), set(fifth, 'm7', ['auditor'])]
    await fifth.does(early)
    await manager.does(set(manager, 'm5', ['auditor']))
    expect(await fifth.push(early, late)).toMatchObject({
      value: { results: [{ outcome: 'applied' }, { outcome: 'refused', refusal: { type: 'NotAllowed' } }] },
    })
  })

  it('lets no device make an area', async () => {
    const device = room.device('m1')
    const data = { areaId: 'other', areaName: 'Other', memberId: 'm1', memberName: 'One', agency: 'health' }
    expect(await device.try('area.create', data)).toBe('Forbidden')
  })

  it('takes nothing of another area or a fictional one', async () => {
    const device = room.device('m1')
    const { hub, area } = room
    const { push } = await import('../../../src/hub/sync/push')
    const request = (name: string) => ({ protocol: 1, area: name, device: device.id, ops: [] })
    expect(await push(hub, device.caller, request('elsewhere'))).toEqual({ ok: false, error: { type: 'UnknownArea' } })
    expect(await push(hub, { ...device.caller, area: 'demo-1' }, request('demo-1'))).toMatchObject({ ok: false })
    expect(await push(hub, { ...device.caller, area: 'none' }, request('none'))).toMatchObject({ ok: false })
    expect(await push(hub, device.caller, request(area))).toMatchObject({ ok: true })
  })

  it('says when another device set the same field meanwhile, and never of one’s own earlier changes', async () => {
    const [first, second] = [room.device('m2'), room.device('m2')]
    const criterionId = CRITERIA[3] ?? ''
    await first.does(...opening(first, 's8'))
    const base = (await recordOf(room, 'audit/m2-s8'))?.rev ?? 0
    const rate = (device: typeof first, at: number) =>
      device.try('rating.set', { auditId: 'm2-s8', criterionId, rated: met }, at)
    expect(await rate(first, base)).toBe('applied')
    expect(await rate(first, base)).toBe('applied')
    expect(await rate(second, base + 2)).toBe('applied')
    expect(await rate(first, base)).toBe('overlap')
    expect(await rate(first, base + 4)).toBe('applied')
    expect(await second.try('rating.set', { auditId: 'm2-s8', criterionId: CRITERIA[4] ?? '', rated: met }, base)).toBe(
      'applied',
    )
  })

  it('draws the consequences with the op, in one transaction: the last blind audit releases both (rule 5)', async () => {
    const [two, three] = [room.device('m2'), room.device('m3')]
    await two.does(...opening(two, 's9'), ...submitting(two, 's9'))
    expect(await recordOf(room, 'audit/m2-s9')).toMatchObject({ scope: 'author:m2' })
    await three.does(...opening(three, 's9'), ...submitting(three, 's9'))
    for (const member of ['m2', 'm3']) {
      expect(await recordOf(room, `audit/${member}-s9`)).toMatchObject({ scope: 'auditors' })
    }
    const markers = await room.db.kysely
      .selectFrom('gone')
      .selectAll()
      .where('area', '=', room.area)
      .where('key', 'like', 'audit/m_-s9')
      .execute()
    // The audit of m3 was made and released in one batch: nobody ever held it elsewhere.
    expect(markers).toMatchObject([{ key: 'audit/m2-s9', scope: 'author:m2', reason: 'moved' }])
    expect(await audits()).toMatchObject({ ok: true })
  })

  it('keeps of the notes of a submitted audit only those it was submitted with, and the chain verifies', async () => {
    const device = room.device('m2')
    const [criterionId = '', otherId = ''] = CRITERIA
    const note = (id: string, text: string) => device.op('note.set', { auditId: 'm2-s10', criterionId: id, text })
    await device.does(
      ...opening(device, 's10'),
      note(criterionId, 'first'),
      note(otherId, 'only'),
      note(criterionId, 'second'),
    )
    await device.does(note(criterionId, 'third'), ...submitting(device, 's10'))
    const notes = (await trailOf(room)).filter(({ kind, key }) => kind === 'note.set' && key === 'audit/m2-s10')
    expect(notes.map(({ payload }) => payload && JSON.parse(payload).text)).toEqual([null, 'only', null, 'third'])
    expect(notes.map(({ salt }) => salt === null)).toEqual([true, false, true, false])
    expect(await audits()).toMatchObject({ ok: true })
  })

  it('takes an op that names blobs once they are there, and nothing of its batch before', async () => {
    const { putBlob } = await import('../../../src/hub/sync/blobs')
    const { createHash } = await import('node:crypto')
    const manager = room.device('m1')
    const bytes = Buffer.from('sealed chunk')
    const hash = createHash('sha256').update(bytes).digest('hex')
    const op = manager.op('register.import', { registerId: 'r2', summary: registerOf([hash]) })
    expect(await manager.push(op)).toEqual({ ok: false, error: { type: 'MissingBlobs', hashes: [hash] } })
    expect(await putBlob(room.hub, manager.caller, hash, bytes)).toEqual({ ok: true, value: true })
    expect(await manager.push(op)).toMatchObject({ ok: true })
    // Whom the op would be refused anyway is told so: they could not bring the blobs.
    const auditor = room.device('m2')
    const absent = registerOf(['f'.repeat(64)])
    expect(await auditor.try('register.import', { registerId: 'r3', summary: absent })).toBe('NotAllowed')
  })

  it('takes the whole batch back when anything unexpected happens (rule 1)', async () => {
    const device = room.device('m2')
    const ops = opening(device, 's11')
    const broken = {
      ...room.hub,
      newId: () => {
        throw new Error('no more ids')
      },
    }
    const { push } = await import('../../../src/hub/sync/push')
    const request = { protocol: 1, area: room.area, device: device.id, ops: [...ops] }
    await expect(push(broken, device.caller, request)).rejects.toThrow('no more ids')
    expect(await recordOf(room, 'audit/m2-s11')).toBeUndefined()
    expect(await room.db.kysely.selectFrom('device').select('id').where('id', '=', device.id).execute()).toEqual([])
    await device.does(...ops)
    expect(await audits()).toMatchObject({ ok: true })
  })

  it('keeps two areas apart', async () => {
    const other = await openRoom(room.db)
    const before = await room.db.kysely.selectFrom('area').selectAll().where('area', '=', room.area).execute()
    await drawCycle(other, 2, ['m2'])
    const device = other.device('m2', 'd-shared')
    await device.does(...opening(device, 's1'))
    expect(await room.db.kysely.selectFrom('area').selectAll().where('area', '=', room.area).execute()).toEqual(before)
    expect(await room.device('m2', 'd-shared').push()).toMatchObject({ value: { last: 0 } })
    expect(await verify(room.db.kysely)).toMatchObject({ ok: true })
  })
})
