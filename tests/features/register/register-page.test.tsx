/** The register screen as a manager meets it: nothing is stored before it was checked, and the phrase is on paper first. */
import { readFileSync } from 'node:fs'
import { configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RegisterPage } from '../../../src/features/register/RegisterPage'
import { closeDevice, type Device, openDevice, type Session } from '../../../src/store/device'
import { HereContext } from '../../../src/store/hooks'
import { newId } from '../../../src/store/ids'
import { setUpArea } from '../../../src/store/set-up'
import { perform } from '../../../src/store/write'
import { sentToScreen, workersHere } from './worker-here'

const MINI = readFileSync('tests/fixtures/registers/mini.case-a.csv')
const truth = JSON.parse(readFileSync('tests/fixtures/registers/mini.truth.json').toString())

const user = userEvent.setup({ delay: null })

let device: Device
let session: Session

beforeEach(async () => {
  workersHere()
  device = await openDevice(`register-page-${newId()}`)
  const made = await setUpArea(device, { areaName: 'Marshire', memberName: 'A Manager', agency: 'sen-team' })
  if (!made.ok) throw new Error('the area could not be set up')
  session = made.value
})

afterEach(() => {
  closeDevice(device)
  vi.unstubAllGlobals()
})

function open(who: Session = session) {
  return render(
    <MemoryRouter>
      <HereContext value={{ device, session: who, onSession: () => undefined }}>
        <RegisterPage />
      </HereContext>
    </MemoryRouter>,
  )
}

async function chooseFile(bytes: Uint8Array | string = MINI, name = 'list.csv') {
  const field = await screen.findByLabelText(/list of plans|another file/i)
  fireEvent.change(screen.getByLabelText('As of'), { target: { value: '2026-01-15' } })
  const file = new File([], name)
  // jsdom's own reading of a file gives a buffer of another realm, which no message channel takes.
  file.arrayBuffer = async () =>
    new Uint8Array(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes).buffer
  await user.upload(field, file)
}

vi.setConfig({ testTimeout: 60_000 })
configure({ asyncUtilTimeout: 10_000 })

const registersStored = () => device.tables.rows.where('kind').equals('register').count()

async function typeBack(words: readonly string[]) {
  const labels = (await screen.findAllByText(/^Word \d$/)).map((label) => label.textContent ?? '')
  for (const label of labels) await user.type(screen.getByLabelText(label), words[Number(label.slice(-1)) - 1] ?? '')
}

async function importFirst() {
  await chooseFile()
  await user.click(await screen.findByText('Store 60 plans'))
  const words = (await screen.findAllByRole('listitem')).slice(0, 6).map((item) => item.textContent ?? '')
  await user.click(screen.getByRole('button', { name: /words on paper/ }))
  await typeBack(words)
  await user.click(screen.getByText('Store 60 plans'))
  await screen.findByText(/The register is stored: 60 plans/)
  return words
}

describe('the register screen', () => {
  it('shows the register to managers only', async () => {
    await perform(device, session, {
      kind: 'member.set',
      data: {
        areaId: session.areaId,
        memberId: 'b',
        member: { name: 'B Auditor', agency: 'health', roles: ['auditor'], active: true },
      },
    })
    open({ ...session, memberId: 'b' })
    expect(await screen.findByText(/held by managers only/)).toBeInTheDocument()
    expect(screen.queryByLabelText(/list of plans/i)).toBeNull()
  })

  it('shows what was read and stores nothing until it is confirmed', async () => {
    open()
    await chooseFile()
    expect(await screen.findByText('60 plans in 63 rows')).toBeInTheDocument()
    expect(screen.getByText('Another row holds a later version of the same plan.')).toBeInTheDocument()
    expect(await registersStored()).toBe(0)
    await user.click(screen.getByText('Cancel'))
    expect(await screen.findByLabelText(/list of plans/i)).toBeInTheDocument()
    expect(await registersStored()).toBe(0)
    expect(await device.tables.blobs.count()).toBe(0)
  })

  it('stores the first register only when two words of the phrase were typed back rightly', async () => {
    open()
    await chooseFile()
    await user.click(await screen.findByText('Store 60 plans'))
    await user.click(await screen.findByRole('button', { name: /words on paper/ }))
    for (const field of await screen.findAllByLabelText(/^Word \d$/)) await user.type(field, 'wrong')
    await user.click(screen.getByText('Store 60 plans'))
    expect(await screen.findAllByText(/is not the one on the sheet/)).not.toHaveLength(0)
    expect(await registersStored()).toBe(0)
  })

  it('asks for no phrase on this device again', async () => {
    open()
    await importFirst()
    expect(await registersStored()).toBe(1)
    await user.click(screen.getByRole('button', { name: 'Import a newer file' }))
    await chooseFile()
    await user.click(await screen.findByText('Store 60 plans'))
    await waitFor(async () => expect(await registersStored()).toBe(2))
    expect(await screen.findByText(/The register is stored/)).toBeInTheDocument()
  })

  it('asks for the phrase where the key is missing, and takes only the right one', async () => {
    open()
    const words = await importFirst()
    await device.tables.local.delete('register-key')
    await user.click(await screen.findByRole('button', { name: 'Type the register phrase' }))
    await user.type(screen.getByLabelText('Register phrase'), [...words].reverse().join(' '))
    await user.click(screen.getByRole('button', { name: 'Unlock' }))
    expect(await screen.findAllByText(/do not open this area’s register/)).not.toHaveLength(0)
    await user.clear(screen.getByLabelText('Register phrase'))
    await user.type(screen.getByLabelText('Register phrase'), words.join(' '))
    await user.click(screen.getByRole('button', { name: 'Unlock' }))
    expect(await screen.findByText(/unlocked on this device/)).toBeInTheDocument()
    expect(await device.tables.local.get('register-key')).toBeDefined()
  })

  it('says of a wrong file what is wrong and that the register stays as it is', async () => {
    open()
    await importFirst()
    await user.click(screen.getByRole('button', { name: 'Import a newer file' }))
    await chooseFile('%PDF-1.7 something', 'list.csv')
    expect(await screen.findByText(/This file is a PDF/)).toBeInTheDocument()
    expect(screen.getByText(/Your register of 60 plans .* stays as it is/)).toBeInTheDocument()
    expect(await registersStored()).toBe(1)
  })

  it('stores no register whose column for the team names people', async () => {
    open()
    await chooseFile()
    await user.selectOptions(await screen.findByLabelText(/Team or area/), 'Lead Caseworker')
    expect(await screen.findByText(/names people/)).toBeInTheDocument()
    expect(screen.getByText('Store 60 plans')).toBeDisabled()
  })

  it('counts again at once when a column is corrected', async () => {
    open()
    await chooseFile()
    await user.selectOptions(await screen.findByLabelText(/Latest plan issued/), 'Not in this file')
    await waitFor(() => expect(screen.queryByText('Amended')).toBeNull())
    expect(screen.getByText(/plans in 63 rows/)).toBeInTheDocument()
  })

  it('gets nothing of any child, member of staff or case number from the worker', async () => {
    open()
    await importFirst()
    const sent = sentToScreen.join('\n')
    expect(sent.length).toBeGreaterThan(1000)
    const { surnames, staff, postcodePrefix } = truth.pii
    expect([...surnames, ...staff].filter((name) => sent.includes(name))).toEqual([])
    expect(sent.includes(postcodePrefix)).toBe(false)
    const references = MINI.toString().match(/^\d{6}(?=,)/gm) ?? []
    expect(references.length).toBeGreaterThan(50)
    expect(references.filter((reference) => sent.includes(reference))).toEqual([])
  })
})
