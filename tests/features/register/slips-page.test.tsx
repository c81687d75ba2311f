/** The slips screen: case numbers are shown for the drawn plans alone, and are nowhere once the page is left or cleared. */
import { readFileSync } from 'node:fs'
import { configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { contentHash } from '../../../src/core/framework/content-hash'
import { Framework } from '../../../src/core/framework/schema'
import { frameworkKey } from '../../../src/core/ops/keys'
import { RegisterSummary } from '../../../src/core/register/summary'
import type { Subject } from '../../../src/core/sampling/cycle'
import { SlipsPage } from '../../../src/features/register/SlipsPage'
import { closeDevice, type Device, openDevice, type Session } from '../../../src/store/device'
import { HereContext } from '../../../src/store/hooks'
import { newId } from '../../../src/store/ids'
import { readRow } from '../../../src/store/read'
import { registerPlans } from '../../../src/store/register'
import { createRegisterDesk } from '../../../src/store/register-desk'
import { importRegister } from '../../../src/store/register-import'
import { setUpArea } from '../../../src/store/set-up'
import { perform } from '../../../src/store/write'
import { sentToScreen, workersHere } from './worker-here'

vi.setConfig({ testTimeout: 60_000 })
configure({ asyncUtilTimeout: 10_000 })

const MINI = readFileSync('tests/fixtures/registers/mini.case-a.csv')
const REFERENCES = MINI.toString().match(/^\d{6}(?=,)/gm) ?? []
const user = userEvent.setup({ delay: null })

let device: Device
let session: Session

beforeEach(async () => {
  workersHere()
  device = await openDevice(`slips-page-${newId()}`)
  const made = await setUpArea(device, { areaName: 'Marshire', memberName: 'A Manager', agency: 'sen-team' })
  if (!made.ok) throw new Error('the area could not be set up')
  session = made.value
  await drawTwoPlans()
})

afterEach(() => {
  closeDevice(device)
  vi.unstubAllGlobals()
})

const subjectOf = (code: string): Subject => ({
  cycleId: 'c1',
  kind: 'plan',
  code,
  facts: { keyStage: 'KS1', need: 'ASD', version: 'new', setting: 'MAIN', team: null, yearGroup: 1, finalisedOn: null },
  stratum: {},
  double: false,
  swapped: null,
  outcome: null,
})

/** Imports the register and draws its plans of rank 0 and 1: those of the two smallest references. */
async function drawTwoPlans() {
  const desk = createRegisterDesk()
  await desk.open(new Uint8Array(MINI).buffer, { asOf: '2026-01-15' })
  const key = new Uint8Array(32).fill(7)
  const imported = await importRegister(device, session, { key, seal: desk.seal })
  if (!imported.ok) throw new Error(imported.error.type)
  const plans = await registerPlans(device, imported.value)
  if (!plans.ok) throw new Error(plans.error.type)
  const drawn = plans.value.slice(0, 2)
  const codes = ['A1A-111', 'B2B-222']
  const register = await readRow(device, `register/${imported.value}`, RegisterSummary)
  const framework = await readRow(device, frameworkKey('ehcp-core', '1.0.0'), Framework)
  if (!register || !framework) throw new Error('the device was not set up')
  const cycle = await perform(device, session, {
    kind: 'cycle.draw',
    data: {
      cycleId: 'c1',
      cycle: {
        name: 'January',
        purpose: 'random',
        framework: { id: 'ehcp-core', version: '1.0.0', hash: contentHash(framework.body) ?? '' },
        register: { id: imported.value, asOf: '2026-01-15', plans: 60, digest: register.body.digest },
        design: {},
        seed: 'plumb',
        frame: { N: 60, digest: 'd' },
        allocation: [],
        criteria: 'core',
        startsOn: '2026-01-20',
        dueOn: '2026-02-20',
        drawnAt: '2026-01-20T10:00:00Z',
        drawnBy: session.memberId,
      },
      subjects: codes.map((code, at) => ({ id: `s${at}`, subject: subjectOf(code) })),
      sampleKey: {
        cycleId: 'c1',
        plans: drawn.map(({ rank, pseudonym }, at) => ({ subjectId: `s${at}`, rank, pseudonym })),
      },
    },
  })
  if (!cycle.ok) throw new Error(cycle.error.type)
}

async function openSlips() {
  const shown = render(
    <MemoryRouter initialEntries={['/cycles/c1/slips']}>
      <HereContext value={{ device, session, onSession: () => undefined }}>
        <Routes>
          <Route path="/cycles/:cycleId/slips" element={<SlipsPage />} />
        </Routes>
      </HereContext>
    </MemoryRouter>,
  )
  const file = new File([], 'list.csv')
  file.arrayBuffer = async () => new Uint8Array(MINI).buffer
  await user.upload(await screen.findByLabelText('The register file'), file)
  await screen.findByText('A1A-111')
  return shown
}

const referencesIn = (text: string) => REFERENCES.filter((reference) => text.includes(reference))

describe('the slips screen', () => {
  it('pairs audit codes with the case numbers of the drawn plans, and asks the worker for no others', async () => {
    await openSlips()
    const [first = '', second = ''] = [...new Set(REFERENCES)].sort()
    expect(screen.getByRole('row', { name: `A1A-111 ${first}` })).toBeInTheDocument()
    expect(screen.getByRole('row', { name: `B2B-222 ${second}` })).toBeInTheDocument()
    expect(new Set(referencesIn(sentToScreen.join('\n')))).toEqual(new Set([first, second]))
  })

  it('stores nothing of the pairing', async () => {
    const before = await countRecords()
    await openSlips()
    expect(await countRecords()).toEqual(before)
  })

  it('shows no case number once they are cleared', async () => {
    await openSlips()
    expect(referencesIn(document.body.textContent ?? '')).toHaveLength(2)
    await user.click(screen.getByText('Clear the case numbers'))
    expect(referencesIn(document.body.textContent ?? '')).toEqual([])
    expect(screen.getByText('The case numbers are cleared.')).toBeInTheDocument()
  })

  it('forgets the case numbers when the browser puts the page away', async () => {
    await openSlips()
    window.dispatchEvent(new Event('pagehide'))
    expect(await screen.findByLabelText(/register file/)).toBeInTheDocument()
    expect(referencesIn(document.body.textContent ?? '')).toEqual([])
  })
})

async function countRecords() {
  const counts = await Promise.all(device.tables.tables.map(async (table) => [table.name, await table.count()]))
  return Object.fromEntries(counts)
}
