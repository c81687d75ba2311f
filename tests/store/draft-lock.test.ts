import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDraftLock, createOpenLock, type DraftLock, type Holder } from '../../src/store/draft-lock'
import { fakeBrowser } from './fake-tabs'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

interface Tab {
  readonly lock: DraftLock
  readonly log: string[]
  readonly tabs: ReturnType<ReturnType<typeof fakeBrowser>['openTab']>
  leave: () => void
}

type Browser = ReturnType<typeof fakeBrowser>

function openTab(browser: Browser, names: readonly string[] = [], handOver = async () => {}): Tab {
  const log: string[] = []
  const holder: Holder = {
    async gain(how) {
      log.push(`gain${how.isTaken ? ' taken' : ''}${how.names.length > 0 ? ` with ${how.names.join()}` : ''}`)
    },
    async handOver() {
      log.push('hand over')
      await handOver()
      return names
    },
    async settle() {
      log.push('settle')
    },
    release: () => void log.push('release'),
    lose: () => void log.push('lose'),
  }
  const tabs = browser.openTab()
  const lock = createDraftLock('draft', holder, tabs)
  return { lock, log, tabs, leave: lock.enter() }
}

const is = (tab: Tab) => tab.lock.store.getState()
const type = (tab: Tab) => is(tab).type

async function pass(ms = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
}

/** AbortSignal.timeout runs on the real clock. */
async function untilReadOnly(tab: Tab): Promise<void> {
  await vi.waitFor(() => expect(type(tab)).toBe('elsewhere'), { timeout: 3_000 })
}

describe('the lock of a draft', () => {
  it('is had at once by the only tab', async () => {
    const tab = openTab(fakeBrowser())
    await pass()
    expect(type(tab)).toBe('editing')
    expect(tab.log).toEqual(['gain'])
  })

  it('makes a second tab one that reads', async () => {
    const browser = fakeBrowser()
    const first = openTab(browser)
    await pass()
    const second = openTab(browser)
    await untilReadOnly(second)
    expect(is(second)).toEqual({ type: 'elsewhere', cause: 'opened', isFree: false })
    expect(type(first)).toBe('editing')
    expect(second.log).toEqual([])
  })

  it('is handed over after everything is saved, with the child’s names, and back again', async () => {
    const browser = fakeBrowser()
    const saved = resolvers()
    const first = openTab(browser, ['Ottoline'], () => saved.promise)
    await pass()
    const second = openTab(browser)
    await untilReadOnly(second)
    const taken = second.lock.take()
    await pass(1_500)
    // A slow disk is waited for.
    await pass(3_000)
    expect(type(second)).toBe('taking')
    expect(is(first)).toEqual({ type: 'elsewhere', cause: 'handed', isFree: false })
    saved.resolve()
    await pass(500)
    await taken
    expect(type(second)).toBe('editing')
    expect(second.log).toEqual(['gain with Ottoline'])
    expect(first.log).toEqual(['gain', 'hand over', 'release'])
    await pass(5_000)
    expect(is(first)).toEqual({ type: 'elsewhere', cause: 'handed', isFree: false })
    const back = first.lock.take()
    await pass(500)
    await back
    expect([type(first), type(second)]).toEqual(['editing', 'elsewhere'])
  })

  it('is taken from a tab that does not answer, which learns of it when it wakes', async () => {
    const browser = fakeBrowser()
    const first = openTab(browser)
    await pass()
    const second = openTab(browser)
    await untilReadOnly(second)
    first.tabs.sleep()
    const taken = second.lock.take()
    await pass(1_900)
    expect(type(second)).toBe('taking')
    await pass(200)
    await taken
    expect(second.log).toEqual(['gain taken'])
    first.tabs.wake()
    await pass()
    expect(is(first)).toEqual({ type: 'elsewhere', cause: 'taken', isFree: false })
    expect(first.log).toEqual(['gain', 'lose'])
    expect(type(second)).toBe('editing')
  })

  it('is offered, never forced, when the writing tab is closed', async () => {
    const browser = fakeBrowser()
    const first = openTab(browser)
    await pass()
    const second = openTab(browser)
    await untilReadOnly(second)
    first.leave()
    await pass()
    expect(first.log).toEqual(['gain', 'settle', 'release'])
    await pass(2_000)
    expect(is(second)).toEqual({ type: 'elsewhere', cause: 'opened', isFree: true })
    const third = openTab(browser)
    await pass()
    expect(type(third)).toBe('editing')
    expect(is(second)).toEqual({ type: 'elsewhere', cause: 'opened', isFree: false })
  })

  it('stays with a tab that goes to another page and straight back', async () => {
    const browser = fakeBrowser()
    const tab = openTab(browser)
    await pass()
    tab.leave()
    tab.leave = tab.lock.enter()
    await pass()
    expect(type(tab)).toBe('editing')
    tab.leave()
    await pass()
    tab.leave = tab.lock.enter()
    await pass()
    expect(type(tab)).toBe('editing')
    expect(tab.log.filter((step) => step === 'gain')).toHaveLength(2)
  })

  it('lets every tab write where a browser has no locks', async () => {
    const gained: boolean[] = []
    const lock = createOpenLock({
      gain: async ({ isTaken }) => void gained.push(isTaken),
      handOver: async () => [],
      settle: async () => {},
      release: () => {},
      lose: () => {},
    })
    expect(lock.store.getState().type).toBe('editing')
    lock.enter()()
    expect(gained).toEqual([false])
  })
})

function resolvers() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
