/**
 * The network between the devices of a run and its hub: every message waits until a step of the run lets it through, loses
 * it or lets it through twice. What passes is JSON text, read by the schemas of the wire on both sides.
 *
 * A device has at most one exchange in flight that it waits for; requests it has given up on may still arrive.
 */
import { err, type Result } from '../../src/core/result'
import type { HubRefusal, Transport } from '../../src/sync/transport'
import { PullAnswer, PullRequest, PushAnswer, PushConflict, PushRequest } from '../../src/wire/protocol'

export type Exchange = 'push' | 'pull'

export interface Request {
  readonly what: Exchange
  /** Whose device sent it, and which. */
  readonly from: string
  readonly text: string
}

/** What the hub answered: the JSON of a `Result`. */
export type Reply = string

interface Waiting {
  readonly request: Request
  reply: Reply | null
  readonly settle: (answer: unknown) => void
}

export interface Network {
  /** @param limit rows in a page, whatever the device asks for. */
  readonly transport: (from: string, limit: number) => Transport
  /** Devices that wait for something, in the order of their sending. */
  readonly waiting: () => readonly string[]
  /** Lets what this device waits for go one step on: its request to the hub, or the hub's reply to it. */
  readonly move: (from: string) => Promise<void>
  /** Loses what this device waits for, on the way there or on the way back. */
  readonly lose: (from: string) => void
  /** The device gives up waiting; its request, if it is still on its way, may arrive later (`arrive`). */
  readonly delay: (from: string) => void
  /** The request that this device waits for will arrive a second time. */
  readonly repeat: (from: string) => void
  readonly late: () => readonly Request[]
  /** A request that its device has given up on reaches the hub; nobody hears the reply. */
  readonly arrive: (index: number) => Promise<void>
  /** Resolves when the device sends its next request. */
  readonly nextRequest: (from: string) => Promise<void>
}

const OFFLINE = { ok: false, error: { type: 'Offline' } } as const

/** @param hub takes a request and answers it. */
export function createNetwork(hub: (request: Request) => Promise<Reply>): Network {
  const waiting = new Map<string, Waiting>()
  const late: Request[] = []
  const listeners = new Map<string, () => void>()

  function send(request: Request): Promise<unknown> {
    if (waiting.has(request.from)) throw new Error(`${request.from} sends while it waits for an answer`)
    return new Promise((settle) => {
      waiting.set(request.from, { request, reply: null, settle })
      listeners.get(request.from)?.()
      listeners.delete(request.from)
    })
  }

  function waitingOf(from: string): Waiting {
    const found = waiting.get(from)
    if (!found) throw new Error(`${from} waits for nothing`)
    return found
  }

  function end(from: string, answer: unknown): void {
    const { settle } = waitingOf(from)
    waiting.delete(from)
    settle(answer)
  }

  return {
    transport: (from, limit) => ({
      push: async (request) => readPush(await send({ what: 'push', from, text: write(PushRequest, request) })),
      pull: async (request) => {
        return readPull(await send({ what: 'pull', from, text: write(PullRequest, { ...request, limit }) }))
      },
      putBlob: async () => OFFLINE,
      getBlob: async () => OFFLINE,
    }),
    waiting: () => [...waiting.keys()],
    async move(from) {
      const one = waitingOf(from)
      if (one.reply === null) one.reply = await hub(one.request)
      else end(from, JSON.parse(one.reply))
    },
    lose: (from) => end(from, OFFLINE),
    delay(from) {
      const one = waitingOf(from)
      if (one.reply === null) late.push(one.request)
      end(from, OFFLINE)
    },
    repeat: (from) => {
      late.push(waitingOf(from).request)
    },
    late: () => late,
    async arrive(index) {
      const [request] = late.splice(index, 1)
      if (request) await hub(request)
    },
    nextRequest: (from) => (waiting.has(from) ? Promise.resolve() : new Promise((told) => listeners.set(from, told))),
  }
}

interface Schema<T> {
  readonly parse: (value: unknown) => T
}

function write<T>(schema: Schema<T>, value: T): string {
  return JSON.stringify(schema.parse(JSON.parse(JSON.stringify(value))))
}

function readPush(answer: unknown): Result<PushAnswer, PushConflict | HubRefusal> {
  const { ok, value, error } = answer as { ok: boolean; value: unknown; error: { type: string } }
  if (ok) return { ok, value: PushAnswer.parse(value) }
  const conflict = PushConflict.safeParse(error)
  return err(conflict.success ? conflict.data : (error as HubRefusal))
}

function readPull(answer: unknown): Result<PullAnswer, HubRefusal> {
  const { ok, value, error } = answer as { ok: boolean; value: unknown; error: HubRefusal }
  return ok ? { ok, value: PullAnswer.parse(value) } : err(error)
}
