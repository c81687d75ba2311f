/** The register on the device: what is stored of a file, what never is, and that an import is all or nothing. */
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { afterEach, describe, expect, it } from 'vitest'
import { countCodes } from '../../src/core/register/counts'
import { RegisterSummary } from '../../src/core/register/summary'
import { closeDevice, type Device, openDevice, openRow, type Session } from '../../src/store/device'
import { newId } from '../../src/store/ids'
import { registerPlans } from '../../src/store/register'
import { openChunks } from '../../src/store/register-chunks'
import { createRegisterDesk } from '../../src/store/register-desk'
import { importRegister } from '../../src/store/register-import'
import { forgetRegisterKey, keepRegisterKey } from '../../src/store/register-key'
import { setUpArea } from '../../src/store/set-up'
import { createVault } from '../../src/store/vault'
import { perform } from '../../src/store/write'

const PHRASE = 'acorn badger cactus daisy eagle fabric'
const KEY = new Uint8Array(32).fill(7)
const AS_OF = '2026-01-15'

const fixture = (name: string) => readFileSync(`tests/fixtures/registers/${name}`)
const truth = JSON.parse(fixture('mini.truth.json').toString())

const opened: Device[] = []
afterEach(() => {
  for (const device of opened.splice(0)) closeDevice(device)
})

async function freshArea(): Promise<{ device: Device; session: Session }> {
  const device = await openDevice(`register-${newId()}`)
  opened.push(device)
  const session = await setUpArea(device, { areaName: 'Marshire', memberName: 'A Manager', agency: 'sen-team' })
  if (!session.ok) throw new Error('the area could not be set up')
  return { device, session: session.value }
}

async function readFile(name: string) {
  const desk = createRegisterDesk()
  const file = fixture(name)
  const opened = await desk.open(new Uint8Array(file).buffer, { asOf: AS_OF })
  if (!opened.ok || !opened.value.reading.ok) throw new Error('the file was not read')
  return { desk, opened: opened.value, reading: opened.value.reading.value }
}

async function importFile(device: Device, session: Session, name = 'mini.case-a.csv', key = KEY) {
  const { desk } = await readFile(name)
  return importRegister(device, session, { key, seal: desk.seal })
}

/** Everything the database holds: as it lies there, and opened with every key there is. */
async function everythingStored(device: Device, key: Uint8Array): Promise<{ raw: string; opened: string }> {
  const raw: string[] = []
  for (const table of device.tables.tables) raw.push(...(await table.toArray()).map(asLatin1))
  const opened: unknown[] = []
  for (const row of await device.tables.rows.toArray()) {
    const { body, key: name } = openRow(device, row)
    opened.push(name, row.kind, row.scope, row.refs, body)
    if (row.kind !== 'register') continue
    const { chunks } = RegisterSummary.parse(body)
    const blobs = await device.tables.blobs.bulkGet(chunks)
    const values = blobs.flatMap((blob) => (blob ? [device.vault.open(blob.sealed, `blob|${blob.hash}`)] : []))
    opened.push(openChunks(key, name.slice('register/'.length), values))
  }
  for (const op of await device.tables.ops.toArray())
    opened.push(op.field, device.vault.open(op.sealed, `op|${op.area}|${op.opId}`))
  for (const local of await device.tables.local.toArray())
    opened.push(local.id, device.vault.open(local.sealed, `local|${local.id}`))
  return { raw: raw.join('\n'), opened: JSON.stringify(opened) }
}

function asLatin1(record: unknown): string {
  return JSON.stringify(record, (_name, part) => {
    if (part instanceof CryptoKey) return 'key'
    if (part instanceof ArrayBuffer) return Buffer.from(part).toString('latin1')
    if (ArrayBuffer.isView(part)) return Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1')
    return part
  })
}

/** Which of the words stand in a text as words of their own; ids and digests are one word. */
function wordsIn(text: string, words: readonly string[]): readonly string[] {
  const lower = text.toLowerCase()
  return words.filter((word) => {
    const pattern = word.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'u').test(lower)
  })
}

/** What the file says of children and staff that must go nowhere. */
function plantedIn(file: string) {
  const { data, meta } = Papa.parse<Record<string, string>>(file.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  })
  expect(meta.fields).toContain('DOB')
  const column = (name: string) => [...new Set(data.map((row) => row[name] ?? '').filter((cell) => cell.trim() !== ''))]
  const births = column('DOB').filter((cell) => /^\d\d\/\d\d\/\d{4}$/.test(cell))
  return {
    pupilNumbers: [...column('UPN'), ...column('ULN')],
    postcodes: column('Home Postcode'),
    births: births.flatMap((cell) => [cell, cell.split('/').reverse().join('-')]),
    references: column('Student ID'),
    schools: column('Base Name'),
    notes: column('Notes'),
  }
}

describe('importing a register', () => {
  it('keeps every plan in rank order, under a pseudonym, with the facts a draw needs', async () => {
    const { device, session } = await freshArea()
    const imported = await importFile(device, session)
    if (!imported.ok) throw new Error(imported.error.type)
    const plans = await registerPlans(device, imported.value)
    if (!plans.ok) throw new Error(plans.error.type)
    expect(plans.value).toHaveLength(60)
    expect(plans.value.map(({ rank }) => rank)).toEqual(plans.value.map((_, rank) => rank))
    expect(new Set(plans.value.map(({ pseudonym }) => pseudonym)).size).toBe(60)
    const counted = countCodes(plans.value.map(({ keyStage }) => keyStage))
    expect(counted).toEqual(truth.files['case-a'].marginals.keyStage)
  })

  it('stores no name, pupil number, postcode, birth date, member of staff or case number', async () => {
    const { device, session } = await freshArea()
    await importFile(device, session)
    const stored = await everythingStored(device, KEY)
    const file = fixture('mini.case-a.csv').toString()
    const planted = plantedIn(file)
    expect(planted.births.length).toBeGreaterThan(100)
    expect(planted.references.length).toBeGreaterThan(55)
    const { surnames, forenames, staff, postcodePrefix } = truth.pii
    const needles = [surnames, forenames, staff, ...Object.values(planted)].flat()
    // The search finds all of it in the file, and nothing of it in the store.
    expect(wordsIn(file, needles).length).toBeGreaterThan(needles.length * 0.8)
    expect(wordsIn(stored.opened, needles)).toEqual([])
    expect(stored.opened.includes(postcodePrefix)).toBe(false)
    expect(/[A-HJ-NP-RT-Z]999\d{9}/.test(stored.opened)).toBe(false)
    // As it lies in the database, only what is long enough not to turn up in sealed bytes by chance.
    const long = needles.map((needle) => Buffer.from(needle).toString('latin1')).filter(({ length }) => length > 5)
    expect(long.filter((needle) => stored.raw.includes(needle))).toEqual([])
    // The plans themselves were looked into, not only what lies around them.
    expect(stored.opened.includes('"keyStage":[')).toBe(true)
  })

  it('drops the column for the team when it names people, even if somebody chose it', async () => {
    const { device, session } = await freshArea()
    const { desk, opened } = await readFile('mini.case-a.csv')
    await desk.reread({ asOf: AS_OF, corrected: { team: opened.headings.indexOf('Lead Caseworker') } })
    await importRegister(device, session, { key: KEY, seal: desk.seal })
    const stored = await everythingStored(device, KEY)
    expect(wordsIn(stored.opened, truth.pii.staff)).toEqual([])
    expect(stored.opened.includes('"keyStage":[')).toBe(true)
  })

  it('keeps the facts only under the register key: the device key alone opens no plan', async () => {
    const { device, session } = await freshArea()
    await importFile(device, session)
    const blobs = await device.tables.blobs.toArray()
    expect(blobs.length).toBe(1)
    for (const blob of blobs) {
      const value = device.vault.open(blob.sealed, `blob|${blob.hash}`)
      expect(/^[A-Za-z0-9+/]+=*$/.test(String(value))).toBe(true)
      expect(openChunks(new Uint8Array(32), 'any', [value])).toBeUndefined()
    }
  })

  it('changes nothing when the person may not import', async () => {
    const { device, session } = await freshArea()
    const added = await perform(device, session, {
      kind: 'member.set',
      data: {
        areaId: session.areaId,
        memberId: 'auditor-1',
        member: { name: 'B Auditor', agency: 'health', roles: ['auditor'], active: true },
      },
    })
    expect(added.ok).toBe(true)
    const result = await importFile(device, { ...session, memberId: 'auditor-1' })
    expect(result).toEqual({ ok: false, error: { type: 'NotAllowed', needs: 'manager' } })
    expect(await device.tables.blobs.count()).toBe(0)
    expect(await device.tables.rows.where('kind').equals('register').count()).toBe(0)
    expect(await device.tables.local.get('register-key')).toBeUndefined()
  })

  it('removes the plans of the import before, unless a cycle was drawn from them', async () => {
    const { device, session } = await freshArea()
    const first = await importFile(device, session)
    const second = await importFile(device, session, 'mini.case-b.csv')
    if (!first.ok || !second.ok) throw new Error('not imported')
    expect((await registerPlans(device, first.value)).ok).toBe(false)
    expect((await registerPlans(device, second.value)).ok).toBe(true)
    const stored = await device.tables.rows.get(`register/${second.value}`)
    if (!stored) throw new Error('no register')
    await device.tables.rows.add({ ...stored, key: 'cycle/c1', kind: 'cycle', refs: [`register/${second.value}`] })
    const third = await importFile(device, session)
    if (!third.ok) throw new Error('not imported')
    expect((await registerPlans(device, second.value)).ok).toBe(true)
    expect((await registerPlans(device, third.value)).ok).toBe(true)
  })

  it('says that the key is missing or another one, never a wrong plan', async () => {
    const { device, session } = await freshArea()
    const imported = await importFile(device, session)
    if (!imported.ok) throw new Error('not imported')
    await keepRegisterKey(device, new Uint8Array(32).fill(8))
    expect(await registerPlans(device, imported.value)).toEqual({ ok: false, error: { type: 'RegisterKeyWrong' } })
    await forgetRegisterKey(device)
    expect(await registerPlans(device, imported.value)).toEqual({ ok: false, error: { type: 'RegisterKeyMissing' } })
    expect(await registerPlans(device, 'another')).toEqual({ ok: false, error: { type: 'RegisterNotHere' } })
  })
})

describe('the register desk', () => {
  it('tells a screen counts and headings, and nothing of any child or member of staff', async () => {
    const { opened, reading } = await readFile('mini.case-a.csv')
    const shown = JSON.stringify(opened)
    const { surnames, staff, postcodePrefix } = truth.pii
    for (const name of [...surnames, ...staff]) expect(shown).not.toContain(name)
    expect(shown).not.toContain(postcodePrefix)
    expect(shown).not.toMatch(/999\d{9}/)
    expect(opened.headings).toContain('Student ID')
    expect(reading.plans).toBe(60)
    expect(reading.excluded).toEqual(truth.files['case-a'].excluded)
  })

  it('shows no heading when the first row may be somebody’s record', async () => {
    const rows = fixture('mini.case-a.csv').toString().split(/\r?\n/).slice(1)
    const bytes = new TextEncoder().encode(rows.join('\n')).buffer
    const opened = await createRegisterDesk().open(bytes, { asOf: AS_OF })
    for (const name of truth.pii.surnames) expect(JSON.stringify(opened)).not.toContain(name)
  })

  it('reads the same bytes again when a column is corrected', async () => {
    const { desk, opened } = await readFile('mini.case-a.csv')
    const team = opened.mapping.team
    expect(team).not.toBeNull()
    const again = await desk.reread({ asOf: AS_OF, corrected: { team: null } })
    expect(again.ok && again.value.mapping.team).toBeNull()
    const remembered = await desk.reread({
      asOf: AS_OF,
      remembered: { [opened.headingsDigest]: { needPrimary: null } },
    })
    expect(remembered.ok && remembered.value.reading.ok && remembered.value.reading.value.marginals.need).toEqual({
      UNK: 60,
    })
  })

  it('lets a person name the column when none is known for the start date', async () => {
    const text = fixture('mini.case-a.csv').toString().replace('EHCP Start Date', 'Column of ours')
    const desk = createRegisterDesk()
    const opened = await desk.open(new TextEncoder().encode(text).buffer, { asOf: AS_OF })
    if (!opened.ok) throw new Error(opened.error.reason)
    expect(opened.value.reading).toMatchObject({ ok: false, error: { reason: 'no-start-date-column' } })
    const column = opened.value.headings.indexOf('Column of ours')
    const again = await desk.reread({ asOf: AS_OF, corrected: { startDate: column } })
    expect(again.ok && again.value.reading.ok && again.value.reading.value.plans).toBe(60)
  })

  it('gives back the case numbers of the plans asked for, as they stand in the file, and of no other', async () => {
    const { device, session } = await freshArea()
    const { desk } = await readFile('mini.case-a.csv')
    const key = await desk.keyFrom(PHRASE, session.areaId)
    const imported = await importRegister(device, session, { key, seal: desk.seal })
    if (!imported.ok) throw new Error('not imported')
    const plans = await registerPlans(device, imported.value)
    if (!plans.ok) throw new Error('not read')
    const asked = plans.value.slice(3, 5).map(({ pseudonym }) => pseudonym)
    const matched = await desk.match(key, [...asked, 'A'.repeat(22)])
    expect(matched.map(({ pseudonym }) => pseudonym)).toEqual(asked)
    for (const { written } of matched) expect(written).toMatch(/^2\d{5}$/)
  })

  it('makes the same key from the same phrase and area, and another for another area', async () => {
    const desk = createRegisterDesk()
    const key = await desk.keyFrom(PHRASE, 'area-1')
    expect(await desk.keyFrom('Acorn, badger  CACTUS daisy eagle fabric', 'area-1')).toEqual(key)
    expect(await desk.keyFrom(PHRASE, 'area-2')).not.toEqual(key)
    expect(() => createVault(key).seal({}, 'place')).not.toThrow()
  })
})
