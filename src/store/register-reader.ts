/**
 * A register desk in a worker of its own. Closing it ends the worker at once, whatever it is doing, and with it
 * everything it held of the file.
 *
 * Effects: worker. Rule: interface.md, "States" (progress with counts for long work, and cancel).
 */
import { proxy, transfer, wrap } from 'comlink'
import type { OpenAnswer, RegisterDesk } from './register-desk'

export interface RegisterReader extends RegisterDesk {
  /** Ends the worker; what it was asked and has not answered is never answered. */
  readonly close: () => void
}

/** The bytes given to `open` are handed over to the worker: the page holds none of them afterwards. */
export function openRegisterReader(): RegisterReader {
  const worker = new Worker(new URL('./register-worker.ts', import.meta.url), { type: 'module' })
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('the register worker stopped')), { once: true })
  })
  failed.catch(() => undefined)
  const desk = wrap<RegisterDesk>(worker)
  // A worker that broke answers nothing: without this a screen would wait for ever.
  const orFailed = async <T>(answer: Promise<T>): Promise<T> => Promise.race([answer, failed])
  return {
    open: (bytes, ask, onProgress = ignore) =>
      orFailed<OpenAnswer>(desk.open(transfer(bytes, [bytes]), ask, proxy(onProgress))),
    reread: (ask, onProgress = ignore) => orFailed<OpenAnswer>(desk.reread(ask, proxy(onProgress))),
    keyFrom: (phrase, areaId) => orFailed(desk.keyFrom(phrase, areaId)),
    seal: (ask) => orFailed(desk.seal(ask)),
    match: (key, pseudonyms) => orFailed(desk.match(key, pseudonyms)),
    close: () => worker.terminate(),
  }
}

const ignore = () => undefined
