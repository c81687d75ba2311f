import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { kindOf } from '../../../src/core/ops/op'
import { registerPlans } from '../../../src/store/register'
import { openFile, readHeader, sealFile } from '../../../src/store/sealed-file'
import { adoptSolo, batchesOf } from '../../../src/store/solo-adoption'
import { openWork, type SoloWork, soloFile, soloWork, waitingFile, waitingWork } from '../../../src/store/work-file'
import { syncOnce } from '../../../src/sync/cycle'
import { takeInWaiting } from '../../../src/sync/take-in'
import { ask, deviceWithRegister, drawCycle, join, subjectsOf, submitAudit } from '../../store/cycles-device'
import { ANN, hubWithDraft, joinedDevice, member, note, rate, ratingsShown, room } from './room'
import { AREA, ScriptedHub } from './scripted-hub'

const PHRASE = 'six words that nobody guesses'
const text = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)

describe('a sealed file', () => {
  it('opens with its passphrase, however the passphrase was typed, and shows nothing without', async () => {
    const file = await sealFile('solo', { words: 'Plumbed and true' }, `${PHRASE} é`)
    expect(text(file)).not.toContain('Plumbed')
    expect(readHeader(file)).toEqual({ ok: true, value: { kind: 'solo' } })
    const opened = await openFile(file, ` ${PHRASE} e\u0301`)
    expect(opened).toEqual({ ok: true, value: { kind: 'solo', content: { words: 'Plumbed and true' } } })
  })

  it('says what is wrong with it: another passphrase, cut short, damaged, no such file, a newer one', async () => {
    const file = await sealFile('waiting', { words: 'Plumbed and true' }, PHRASE)
    const type = async (bytes: Uint8Array, phrase = PHRASE) => {
      const opened = await openFile(bytes, phrase)
      return opened.ok ? 'opened' : opened.error.type
    }
    expect(await type(file, 'other')).toBe('WrongPassphrase')
    for (const length of [30, 100, file.length - 1]) expect(await type(file.subarray(0, length))).toBe('FileCutShort')
    const damaged = file.slice()
    damaged[file.length - 3] = (damaged[file.length - 3] ?? 0) ^ 1
    expect(await type(damaged)).toBe('FileDamaged')
    expect(await type(new Uint8Array([...file, 1]))).toBe('FileDamaged')
    expect(await type(new TextEncoder().encode('name,plan\n1,2\n'))).toBe('NotAWorkFile')
    expect(await type(new Uint8Array())).toBe('NotAWorkFile')
    const newer = text(file).replace('"format":1', '"format":2')
    expect(await type(Uint8Array.from(newer, (letter) => letter.charCodeAt(0)))).toBe('NewerFile')
    const asOther = text(file).replace('"kind":"waiting"', '"kind":"solo"')
    expect(await type(Uint8Array.from(asOther, (letter) => letter.charCodeAt(0)))).toBe('WrongPassphrase')
  })

  it('of another program’s making is not understood, and nothing of it is used', async () => {
    const file = await sealFile('solo', { kind: 'solo', areaId: 'a' }, PHRASE)
    expect(await openWork(file, PHRASE)).toEqual({ ok: false, error: { type: 'NotUnderstood', kind: 'solo' } })
  })
})

describe('what a device could not send', () => {
  it('is taken in on another device of the same member, and done once though both come to the hub', async () => {
    const hub = hubWithDraft()
    const first = await room(hub)
    await rate(first.device, 'F2', 'partly')
    await note(first.device, 'F2', 'Hours are given.')
    const opened = await openWork(await waitingFile(first.device, ANN, PHRASE), PHRASE)
    if (!opened.ok || opened.value.kind !== 'waiting') throw new Error('the file was not opened')

    const second = await room(hub)
    expect(await takeInWaiting(second.device, ANN, opened.value)).toEqual({ ok: true, value: 2 })
    expect(await ratingsShown(second.device)).toEqual({ F2: 'partly' })
    expect(await takeInWaiting(second.device, ANN, opened.value)).toEqual({ ok: true, value: 0 })
    await second.sync()
    await first.sync()
    await second.sync()
    expect(hub.state.ops.size).toBe(2)
    expect(hub.state.records.get('audit/x1')?.rev).toBe(3)
    expect(await ratingsShown(first.device)).toEqual({ F2: 'partly' })
    expect(await takeInWaiting(second.device, ANN, opened.value)).toEqual({ ok: true, value: 0 })
  })

  it('is not taken in for somebody else, nor in another area', async () => {
    const { device } = await room()
    await rate(device, 'F2', 'partly')
    const work = await waitingWork(device, ANN)
    const other = await joinedDevice({ areaId: AREA, memberId: 'bo' })
    const notYours = { ok: false, error: { type: 'NotYours' } }
    expect(await takeInWaiting(other, { areaId: AREA, memberId: 'bo' }, work)).toEqual(notYours)
    expect(await takeInWaiting(other, { areaId: 'area-2', memberId: 'ann' }, work)).toEqual(notYours)
    expect(await other.tables.ops.count()).toBe(0)
  })
})

/** A quarter of an hour of a manager alone: a register, a cycle, one plan audited by two people, one by the first of two. */
async function aloneWithWork() {
  const { device, session } = await deviceWithRegister()
  const drawn = await drawCycle(device, session)
  const other = await join(device, session, { name: 'Second', agency: 'health' })
  const [first, second] = (await subjectsOf(device, drawn.cycle)).filter(({ body }) => body.double)
  if (!first || !second) throw new Error('no plan was drawn')
  const agencies = [
    { session, agency: 'sen-team' },
    { session: other, agency: 'health' },
  ]
  const [own, theirs] = await ask(device, session, drawn, first.id, agencies)
  await submitAudit(device, session, own ?? '')
  await submitAudit(device, other, theirs ?? '')
  const [waiting] = await ask(device, session, drawn, second.id, agencies.slice(1))
  await submitAudit(device, other, waiting ?? '')
  return { device, session, other }
}

function opened(work: Awaited<ReturnType<typeof openWork>>): SoloWork {
  if (!work.ok || work.value.kind !== 'solo') throw new Error('the file was not opened')
  return work.value
}

describe('the work of a device alone', () => {
  it('comes into the area of a hub in the order in which each record finds what it belongs to', async () => {
    const alone = await aloneWithWork()
    const work = opened(await openWork(await soloFile(alone.device, alone.session, PHRASE), PHRASE))
    expect(work.unreadable).toEqual([])
    expect(Object.keys(work.members)).toHaveLength(2)

    const hub = new ScriptedHub(['area', 'managers', 'auditors', 'author:ann'])
    hub.put(member('ann', ['manager', 'chair', 'auditor']))
    hub.put(member('bo'))
    const device = await joinedDevice()
    const transport = hub.transport('ann')
    await syncOnce(device, transport)
    const members = { [alone.session.memberId]: 'ann', [alone.other.memberId]: 'bo' }
    const adopted = await adoptSolo(device, ANN, work, members)
    expect(await syncOnce(device, transport)).toMatchObject({ type: 'complete' })

    // What is not released yet is its author's to bring.
    expect(adopted.notCarried).toMatchObject([{ why: { type: 'NotAuthor' } }])
    expect(adopted.carried).toBe(work.records.length - 1)
    expect(await device.tables.refused.count()).toBe(0)
    const kinds = hub.arrived.map(({ op }) => (op.data as { records: { kind: string }[] }).records.at(-1)?.kind ?? '')
    expect(kinds).toEqual([...kinds].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)))
    // The plans of its register came with it, and open.
    const [register] = work.records.filter(({ kind }) => kind === 'register')
    expect(hub.blobs.size).toBe(work.blobs.length)
    expect((await registerPlans(device, register?.id ?? '')).ok).toBe(true)
  })

  it('is listed record by record where nobody here stands for a member of it', async () => {
    const alone = await aloneWithWork()
    const work = await soloWork(alone.device, alone.session)
    const device = await joinedDevice()
    const hub = new ScriptedHub(['area', 'managers', 'auditors', 'author:ann'])
    hub.put(member('ann', ['manager', 'chair', 'auditor']))
    await syncOnce(device, hub.transport('ann'))
    const { notCarried } = await adoptSolo(device, ANN, work, { [alone.session.memberId]: 'ann' })
    const theirs = notCarried.filter(({ why }) => why.type === 'UnmappedMember').map(({ key }) => kindOf(key))
    expect([...new Set(theirs)].sort()).toEqual(['assignment', 'audit'])
  })

  it('is sent by the hundred, and never more at once than a hub takes', async () => {
    const { device, session } = await deviceWithRegister()
    await drawCycle(device, session)
    const { records } = await soloWork(device, session)
    const subject = records.find(({ kind }) => kind === 'subject')
    if (!subject) throw new Error('no plan was drawn')
    const many = Array.from({ length: 250 }, (_, at) => ({ ...subject, id: `s${at}` }))
    expect(batchesOf(many).map(({ length }) => length)).toEqual([100, 100, 50])
    const large = many
      .slice(0, 3)
      .map((one) => ({ ...one, body: { ...one.body, stratum: { word: 'x'.repeat(600_000) } } }))
    expect(batchesOf(large as typeof records).map(({ length }) => length)).toEqual([1, 1, 1])
  })
})

const ORDER = ['framework', 'register', 'cycle', 'sample', 'subject', 'assignment', 'audit', 'moderation', 'alert']
