/**
 * The locks and messages of one browser for tabs that a test opens: exclusive and shared requests in order, abort, steal.
 * Only what the draft's lock uses. A tab that sleeps hears nothing until it wakes.
 */
import type { Tabs } from '../../src/store/draft-lock'

interface Asked {
  readonly mode: LockMode
  readonly grant: () => void
}

interface HeldLock {
  readonly mode: LockMode
  readonly fail: (cause: Error) => void
}

type Port = ReturnType<Tabs['openChannel']>

const aborted = () => new DOMException('the request was aborted', 'AbortError')

export function fakeBrowser(): { readonly openTab: () => Tabs & { sleep: () => void; wake: () => void } } {
  let held: HeldLock[] = []
  let waiting: Asked[] = []
  const ports = new Map<Port, (data: unknown) => void>()

  function grantNext(): void {
    const next = waiting[0]
    if (!next) return
    const isFree = held.length === 0 || (next.mode === 'shared' && held.every(({ mode }) => mode === 'shared'))
    if (!isFree) return
    waiting = waiting.slice(1)
    next.grant()
    grantNext()
  }

  function request(options: LockOptions, act: (lock: object | null) => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const mode = options.mode ?? 'exclusive'
      const grant = () => {
        const mine: HeldLock = { mode, fail: reject }
        held = [...held, mine]
        Promise.resolve(act({})).then((value) => {
          held = held.filter((one) => one !== mine)
          resolve(value)
          grantNext()
        }, reject)
      }
      if (options.steal) {
        for (const { fail } of held) fail(aborted())
        held = []
        grant()
        return
      }
      if (options.ifAvailable && held.length > 0) {
        resolve(act(null))
        return
      }
      const asked: Asked = { mode, grant }
      options.signal?.addEventListener('abort', () => {
        if (!waiting.includes(asked)) return
        waiting = waiting.filter((one) => one !== asked)
        reject(aborted())
        grantNext()
      })
      waiting = [...waiting, asked]
      grantNext()
    })
  }

  return {
    openTab() {
      let isAsleep = false
      let unheard: (() => void)[] = []
      const openChannel = (): Port => {
        const port: Port = {
          onmessage: null,
          postMessage(data: unknown) {
            for (const [other, hear] of ports) if (other !== port) hear(structuredClone(data))
          },
          close: () => void ports.delete(port),
        }
        const hear = (data: unknown) => {
          const deliver = () => {
            // The lock calls it without a receiver.
            const listen: ((event: MessageEvent) => unknown) | null = port.onmessage
            listen?.(new MessageEvent('message', { data }))
          }
          if (isAsleep) unheard.push(deliver)
          else queueMicrotask(deliver)
        }
        ports.set(port, hear)
        return port
      }
      const locks: Tabs['locks'] = {
        request: (_name: string, ...rest: unknown[]) => {
          const [options, act] = rest.length === 2 ? rest : [{}, rest[0]]
          return request(options as LockOptions, act as () => unknown) as Promise<never>
        },
      }
      return {
        locks,
        openChannel,
        sleep: () => {
          isAsleep = true
        },
        wake: () => {
          isAsleep = false
          for (const deliver of unheard) deliver()
          unheard = []
        },
      }
    },
  }
}
