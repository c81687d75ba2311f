import { configure, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FormPage } from '../../../src/features/records/FormPage'
import { RecordPage } from '../../../src/features/records/RecordPage'
import type { Device, Session } from '../../../src/store/device'
import {
  ASSIGNMENT,
  AUDIT,
  act,
  addSecond,
  giveAssignment,
  OTHER_ASSIGNMENT,
  openAudit,
  rateAll,
} from '../audit/assigned'
import { freshDevice, showScreen } from '../open-screen'

let device: Device
let me: Session

configure({ asyncUtilTimeout: 5_000 })

beforeEach(async () => {
  const fresh = await freshDevice()
  device = fresh.device
  me = fresh.session
})

function show(path: string, who: Session = me) {
  return showScreen(
    device,
    who,
    <Routes>
      <Route path="/records/:auditId" element={<RecordPage />} />
      <Route path="/frameworks/:id/:version/form" element={<FormPage />} />
    </Routes>,
    path,
  )
}

const submit = (who: Session, auditId = AUDIT, assignmentId = ASSIGNMENT) =>
  act(device, who, {
    kind: 'audit.submit',
    data: { auditId, assignmentId, framework: { id: 'ehcp-core', version: '1.0.0' }, copiesDeleted: true },
  })

/** What stands against a name in a table of the record. */
const against = async (name: string) =>
  (await screen.findByRole('rowheader', { name })).parentElement?.querySelector('td')?.textContent

describe('the record of an audit', () => {
  it('shows one’s own draft as a draft', async () => {
    await giveAssignment(device, me)
    await openAudit(device, me)
    await act(device, me, { kind: 'note.set', data: { auditId: AUDIT, criterionId: 'F2', text: 'Hours are missing.' } })
    show(`/records/${AUDIT}`)
    expect(await screen.findByRole('heading', { level: 1, name: 'Record of audit K7F-2Q9' })).toBeInTheDocument()
    expect(screen.getByText(/This audit is a draft/)).toBeInTheDocument()
    expect(screen.getByText('Hours are missing.')).toBeInTheDocument()
  })

  it('shows nothing of somebody else’s audit until everyone asked has submitted the plan', async () => {
    const second = await addSecond(device, me)
    const { criteria } = await giveAssignment(device, me, { second })
    await openAudit(device, me)
    await act(device, me, { kind: 'note.set', data: { auditId: AUDIT, criterionId: 'F2', text: 'Seen by me alone.' } })
    await rateAll(device, me, criteria)
    await submit(me)
    const view = show(`/records/${AUDIT}`, second)
    expect(await screen.findByText(/belongs to somebody else and is not open yet/)).toBeInTheDocument()
    expect(document.body.textContent).not.toMatch(/K7F-2Q9|Seen by me alone/)
    view.unmount()

    await openAudit(device, second, OTHER_ASSIGNMENT, 'x2')
    await rateAll(device, second, criteria, 'x2')
    await submit(second, 'x2', OTHER_ASSIGNMENT)
    show(`/records/${AUDIT}`, second)
    expect(await screen.findByText('Seen by me alone.')).toBeInTheDocument()
  })

  it('names the agency, and the auditor only once that is ticked', async () => {
    await giveAssignment(device, me)
    await openAudit(device, me)
    show(`/records/${AUDIT}`)
    expect(await against('Audited by')).toBe('An auditor for SEN team')
    await userEvent.click(screen.getByLabelText('Put the auditor’s name on it'))
    await waitFor(async () => expect(await against('Audited by')).toBe('First manager, for SEN team'))
  })

  it('says so when there is no such audit here', async () => {
    show('/records/unknown')
    expect(await screen.findByText(/This audit is not on this device/)).toBeInTheDocument()
  })
})

/** jsdom’s blobs have no text() of their own. */
function textOf(blob: Blob): Promise<string> {
  return new Promise((done) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.readAsText(blob)
  })
}

describe('keeping a record', () => {
  const files: { name: string; blob: Blob }[] = []

  beforeEach(() => {
    files.length = 0
    const blobs = new Map<string, Blob>()
    vi.stubGlobal(
      'URL',
      Object.assign(URL, {
        createObjectURL: (blob: Blob) => {
          const address = `blob:${blobs.size}`
          blobs.set(address, blob)
          return address
        },
        revokeObjectURL: () => undefined,
      }),
    )
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function take(this: HTMLAnchorElement) {
      const blob = blobs.get(this.href)
      if (blob) files.push({ name: this.download, blob })
    })
  })
  afterEach(() => {
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  })

  it('saves a web page that says what the page says, under the audit’s code', async () => {
    await giveAssignment(device, me)
    await openAudit(device, me)
    show(`/records/${AUDIT}`)
    await userEvent.click(await screen.findByRole('button', { name: 'Save as a web page' }))
    expect(screen.getByText('Saved as audit-K7F-2Q9-draft.html.')).toBeInTheDocument()
    const [file] = files
    expect(file?.name).toBe('audit-K7F-2Q9-draft.html')
    const saved = new DOMParser().parseFromString(file ? await textOf(file.blob) : '', 'text/html')
    const shown = document.querySelector('.paper')?.textContent?.replace(/\s/g, '')
    saved.querySelector('h1')?.remove()
    expect(saved.querySelector('main')?.textContent?.replace(/\s/g, '')).toBe(shown)
  })

  it('says what to do when the PDF cannot be made', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new Error('no network')))
    await giveAssignment(device, me)
    await openAudit(device, me)
    show(`/records/${AUDIT}`)
    await userEvent.click(await screen.findByRole('button', { name: 'Save as PDF' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(/Save the record as a web page instead/)
  })
})

describe('the form on paper', () => {
  const statements = () => within(document.body).getAllByRole('heading', { level: 4 }).length

  it('asks the core and the minimum standard, or all, and leaves the code to be written in', async () => {
    show('/frameworks/ehcp-plan/1.0.0/form')
    await screen.findByRole('heading', { level: 1, name: 'Form on paper: EHC plan: full audit' })
    // 18 core criteria and the 4 of the legal floor outside it: E1, F10, I1, W2 (standards.md 3.1 and 3.2).
    expect(statements()).toBe(22)
    await userEvent.click(screen.getByLabelText(/All statements/))
    await waitFor(() => expect(statements()).toBe(74)) // 75 without the incident check, which has a button of its own
    expect(screen.getByText(/type it in/)).toBeInTheDocument()
  })

  it('carries the code and the criteria of one’s own assignment', async () => {
    await giveAssignment(device, me, { criteria: ['F1', 'F2', 'G1'] })
    show(`/frameworks/ehcp-core/1.0.0/form?assignment=${ASSIGNMENT}`)
    await screen.findByRole('heading', { level: 1 })
    expect(statements()).toBe(3)
    expect(screen.getByText('K7F-2Q9')).toBeInTheDocument()
  })

  it('gives nothing of somebody else’s assignment', async () => {
    const second = await addSecond(device, me)
    await giveAssignment(device, me, { second })
    show(`/frameworks/ehcp-core/1.0.0/form?assignment=${OTHER_ASSIGNMENT}`)
    expect(await screen.findByText(/belongs to somebody else/)).toBeInTheDocument()
    expect(screen.queryByText('K7F-2Q9')).not.toBeInTheDocument()
  })
})
