/**
 * One tab at a time writes a draft. The tab that writes holds a Web Lock; the others read, and can ask for the draft: the
 * writer saves what it holds back and lets go. From a writer that does not answer (a frozen tab) the lock is taken.
 *
 * Effects: Web Locks, messages between tabs, timers. Browsers without Web Locks let every tab write, as before.
 * Rule: issue "Several tabs and devices of one person".
 */
import * as z from 'zod/mini'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** A reloaded tab waits this long for its own former self to let go. */
const ASK_MS = 250
/** A writer that says nothing for so long is asleep … */
const ANSWER_MS = 2_000
/** … and one that has begun to hand over may take this long. */
const HAND_OVER_MS = 10_000
/** What was said on the way arrives at once or not at all. */
const PARCEL_MS = 200
/** A writer that reloads is back by then, so nobody is told that the draft is free. */
const FREE_AFTER_MS = 1_200

/** Why this tab only reads: another had the draft, or this one handed it over, or it was taken from this one. */
export type ReadOnlyCause = 'opened' | 'handed' | 'taken'

export type DraftLockState =
  | { readonly type: 'asking' }
  | { readonly type: 'editing' }
  /** `isFree`: no tab has it any more. */
  | { readonly type: 'elsewhere'; readonly cause: ReadOnlyCause; readonly isFree: boolean }
  /** "Go on here" was pressed. */
  | { readonly type: 'taking'; readonly cause: ReadOnlyCause }

/** What the draft does at each step (draft-tabs.ts). */
export interface Holder {
  /** The draft is this tab's from now on. `names`: the child's names as typed in the tab it comes from. */
  readonly gain: (how: { readonly isTaken: boolean; readonly names: readonly string[] }) => Promise<void>
  /** Ends writing at once. @returns the names for the next tab, when everything is durable. */
  readonly handOver: () => Promise<readonly string[]>
  /** Saves what is held back. */
  readonly settle: () => Promise<void>
  /** The lock is let go of. */
  readonly release: () => void
  /** Another tab has taken the draft. */
  readonly lose: () => void
}

/** What a tab needs of its browser. */
export interface Tabs {
  readonly locks: Pick<LockManager, 'request'>
  readonly openChannel: (name: string) => Pick<BroadcastChannel, 'postMessage' | 'onmessage' | 'close'>
}

export interface DraftLock {
  readonly store: StoreApi<DraftLockState>
  /** The draft is on the screen. @returns called when it no longer is. */
  readonly enter: () => () => void
  /** Makes this tab the one that writes. */
  readonly take: () => Promise<void>
}

const Message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ask') }),
  z.object({ type: z.literal('handing') }),
  z.object({ type: z.literal('handed'), names: z.array(z.string()) }),
  z.object({ type: z.literal('held') }),
])
type Message = z.infer<typeof Message>

interface Grant {
  readonly release: () => void
}

/** What the browser gives; `null` where there are no Web Locks (an old browser, an address without HTTPS). */
export function tabsOfBrowser(): Tabs | null {
  // The types promise locks that an insecure page does not have.
  const locks: LockManager | undefined = navigator.locks
  if (!locks || typeof BroadcastChannel === 'undefined') return null
  return { locks, openChannel: (name) => new BroadcastChannel(name) }
}

/** A lock for browsers without locks: every tab writes. */
export function createOpenLock(holder: Holder): DraftLock {
  return {
    store: createStore<DraftLockState>(() => ({ type: 'editing' })),
    enter() {
      void holder.gain({ isTaken: false, names: [] })
      return () => void holder.settle()
    },
    take: () => Promise.resolve(),
  }
}

export function createDraftLock(name: string, holder: Holder, { locks, openChannel }: Tabs): DraftLock {
  const store = createStore<DraftLockState>(() => ({ type: 'asking' }))
  let visitors = 0
  let channel: ReturnType<Tabs['openChannel']> | null = null
  let grant: Grant | null = null
  let watching: AbortController | null = null
  let freeTimer: ReturnType<typeof setTimeout> | undefined
  let onHanding = () => {}
  let onHanded = (_names: readonly string[]) => {}
  let turn: Promise<unknown> = Promise.resolve()

  /** One step after the other, whatever comes in between. */
  function inTurn(step: () => Promise<void>): Promise<void> {
    const done = turn.then(step)
    turn = done.catch(() => undefined)
    return done
  }
  const show = (state: DraftLockState) => store.setState(state, true)
  const tell = (message: Message) => channel?.postMessage(message)

  /** @returns whether the lock is this tab's; it stays so until it is let go of or taken. */
  function request(options: LockOptions): Promise<boolean> {
    return new Promise((answer) => {
      let mine: Grant | null = null
      const hold = () =>
        new Promise<void>((release) => {
          mine = { release }
          grant = mine
          answer(true)
        })
      locks.request(name, options, hold).catch(() => {
        if (mine === null) answer(false)
        else if (grant === mine) lose()
      })
    })
  }

  function letGo(): void {
    holder.release()
    grant?.release()
    grant = null
  }

  function lose(): void {
    grant = null
    holder.lose()
    show({ type: 'elsewhere', cause: 'taken', isFree: false })
    watch()
  }

  function watch(): void {
    stopWatching()
    const stop = new AbortController()
    watching = stop
    const offer = () => {
      const state = store.getState()
      if (state.type === 'elsewhere' && watching === stop) show({ ...state, isFree: true })
    }
    locks
      .request(name, { mode: 'shared', signal: stop.signal }, () => undefined)
      .then(
        () => {
          if (watching === stop) freeTimer = setTimeout(offer, FREE_AFTER_MS)
        },
        () => undefined,
      )
  }

  function stopWatching(): void {
    clearTimeout(freeTimer)
    watching?.abort()
    watching = null
  }

  async function begin(isTaken: boolean, names: readonly string[]): Promise<void> {
    stopWatching()
    await holder.gain({ isTaken, names })
    // Taken by another tab in the meantime: `lose` has said so.
    if (grant === null) return
    show({ type: 'editing' })
    tell({ type: 'held' })
  }

  async function arrive(): Promise<void> {
    if (visitors === 0 || grant !== null) return
    channel ??= open()
    show({ type: 'asking' })
    if (await request({ signal: AbortSignal.timeout(ASK_MS) })) return begin(false, [])
    show({ type: 'elsewhere', cause: 'opened', isFree: false })
    watch()
  }

  async function depart(): Promise<void> {
    if (visitors > 0) return
    if (grant !== null) await holder.settle()
    // Back again before everything was saved: nothing to let go of.
    if (visitors > 0) return
    stopWatching()
    if (grant !== null) letGo()
    channel?.close()
    channel = null
    show({ type: 'asking' })
  }

  async function handOver(): Promise<void> {
    if (grant === null) return
    tell({ type: 'handing' })
    show({ type: 'elsewhere', cause: 'handed', isFree: false })
    const names = await holder.handOver()
    if (grant === null) return
    tell({ type: 'handed', names: [...names] })
    letGo()
    watch()
  }

  async function take(): Promise<void> {
    const state = store.getState()
    if (visitors === 0 || grant !== null || state.type !== 'elsewhere') return
    const { cause } = state
    show({ type: 'taking', cause })
    stopWatching()
    const impatience = new AbortController()
    let timer = setTimeout(() => impatience.abort(), ANSWER_MS)
    let parcel: Promise<readonly string[]> = Promise.resolve([])
    onHanding = () => {
      clearTimeout(timer)
      timer = setTimeout(() => impatience.abort(), HAND_OVER_MS)
      parcel = new Promise((resolve) => {
        onHanded = resolve
      })
    }
    tell({ type: 'ask' })
    const isHanded = await request({ signal: impatience.signal })
    clearTimeout(timer)
    onHanding = () => {}
    if (isHanded) return begin(false, await soon(parcel))
    if (await request({ steal: true })) return begin(true, [])
    show({ type: 'elsewhere', cause, isFree: false })
    watch()
  }

  function open() {
    const opened = openChannel(name)
    opened.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = Message.safeParse(data)
      if (message.success) hear(message.data)
    }
    return opened
  }

  function hear(message: Message): void {
    switch (message.type) {
      case 'ask':
        void inTurn(handOver)
        break
      case 'handing':
        onHanding()
        break
      case 'handed':
        onHanded(message.names)
        break
      case 'held': {
        const state = store.getState()
        if (state.type !== 'elsewhere') break
        show({ ...state, isFree: false })
        watch()
        break
      }
    }
  }

  return {
    store,
    enter() {
      visitors += 1
      void inTurn(arrive)
      return () => {
        visitors -= 1
        void inTurn(depart)
      }
    },
    take: () => inTurn(take),
  }
}

/** What was sent with the draft, if it comes at all. */
function soon(parcel: Promise<readonly string[]>): Promise<readonly string[]> {
  return Promise.race([parcel, new Promise<readonly string[]>((resolve) => setTimeout(() => resolve([]), PARCEL_MS))])
}
