import { screen, waitFor } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AuditPage } from '../../../src/features/audit/AuditPage'
import { addTimeTaken, countActiveTime, readTimeTaken } from '../../../src/store/time-taken'
import { learning } from '../../../src/text/audit-learning'
import { freshDevice, showScreen } from '../open-screen'
import { ASSIGNMENT, AUDIT, act, giveAssignment, openAudit, rateAll, storedAudit } from './assigned'

const SECOND = 1_000
const MINUTE = 60 * SECOND

describe('counting', () => {
  let counted: number
  let stop: () => void

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] })
    counted = 0
    stop = countActiveTime((ms) => {
      counted += ms
    })
  })
  afterEach(() => {
    stop()
    see('visible')
    vi.useRealTimers()
  })
  const pass = (ms: number) => vi.setSystemTime(Date.now() + ms)
  const touch = () => document.dispatchEvent(new Event('keydown'))
  function see(state: 'visible' | 'hidden'): void {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }

  it('adds up the time between one sign of work and the next', () => {
    pass(30 * SECOND)
    touch()
    pass(90 * SECOND)
    touch()
    stop()
    expect(counted).toBe(2 * MINUTE)
  })

  it('counts two minutes of a longer pause, as nobody reads one criterion for an hour', () => {
    touch()
    pass(60 * MINUTE)
    touch()
    pass(10 * SECOND)
    stop()
    expect(counted).toBe(2 * MINUTE + 10 * SECOND)
  })

  it('counts nothing while the page is out of sight', () => {
    pass(20 * SECOND)
    see('hidden')
    expect(counted).toBe(20 * SECOND)
    pass(30 * MINUTE)
    touch()
    see('visible')
    pass(5 * SECOND)
    stop()
    expect(counted).toBe(25 * SECOND)
  })

  it('counts nothing when the clock of the device is set back, and goes on from there', () => {
    pass(-60 * MINUTE)
    touch()
    pass(15 * SECOND)
    touch()
    stop()
    expect(counted).toBe(15 * SECOND)
  })
})

describe('what is said', () => {
  it.each([
    [0, 'You spent less than a minute on this. Only you see this.'],
    [1, 'You spent about 1 minute on this. Only you see this.'],
    [24, 'You spent about 24 minutes on this. Only you see this.'],
    [60, 'You spent about 1 hour on this. Only you see this.'],
    [125, 'You spent about 2 hours and 5 minutes on this. Only you see this.'],
  ])('%i minutes', (minutes, sentence) => {
    expect(learning.time(minutes)).toBe(sentence)
  })
})

describe('the time taken', () => {
  it('is shown to its auditor before and after submitting, and stands in no row', async () => {
    const { device, session } = await freshDevice()
    const { criteria } = await giveAssignment(device, session)
    await openAudit(device, session)
    await rateAll(device, session, criteria)
    const before = await storedAudit(device)
    await addTimeTaken(device, session, AUDIT, 10 * MINUTE)
    await addTimeTaken(device, session, AUDIT, 14 * MINUTE)
    expect(await storedAudit(device)).toEqual(before)
    expect(await readTimeTaken(device, { ...session, memberId: 'a-manager' }, AUDIT)).toBe(0)

    const page = <Route path="/audits/:assignmentId/:section?" element={<AuditPage />} />
    const { unmount } = showScreen(device, session, <Routes>{page}</Routes>, `/audits/${ASSIGNMENT}/check`)
    expect(await screen.findByText(/^You spent about 24 minutes/)).toBeInTheDocument()
    unmount()
    const framework = { id: 'ehcp-core', version: '1.0.0' }
    await act(device, session, {
      kind: 'audit.submit',
      data: { auditId: AUDIT, assignmentId: ASSIGNMENT, framework, copiesDeleted: true },
    })
    showScreen(device, session, <Routes>{page}</Routes>, `/audits/${ASSIGNMENT}`)
    await screen.findByRole('heading', { level: 1, name: /is submitted/ })
    await waitFor(() => expect(screen.getByText(/^You spent about 24 minutes/)).toBeInTheDocument())
  })
})
