/**
 * Workers for tests: jsdom has none, so the register desk answers at the other end of a message channel, as a worker would.
 * What crosses it is copied, so nothing reaches the screen that could not come from a worker.
 */
import { expose } from 'comlink'
import { vi } from 'vitest'
import { createRegisterDesk } from '../../../src/store/register-desk'

/** Every message that a desk sent to the screen, as text. */
export const sentToScreen: string[] = []

export function workersHere(): void {
  sentToScreen.length = 0
  vi.stubGlobal('Worker', DeskWorker)
}

class DeskWorker {
  private readonly channel = new MessageChannel()

  constructor() {
    const { port1, port2 } = this.channel
    const recorded = {
      postMessage(message: unknown, transfer: Transferable[] = []) {
        sentToScreen.push(JSON.stringify(message))
        port2.postMessage(message, transfer)
      },
      addEventListener: port2.addEventListener.bind(port2),
      removeEventListener: port2.removeEventListener.bind(port2),
      start: () => port2.start(),
    }
    expose(createRegisterDesk(), recorded)
    port1.start()
  }

  postMessage(message: unknown, transfer: Transferable[] = []) {
    this.channel.port1.postMessage(message, transfer)
  }

  addEventListener(type: string, listener: EventListener) {
    this.channel.port1.addEventListener(type, listener)
  }

  removeEventListener(type: string, listener: EventListener) {
    this.channel.port1.removeEventListener(type, listener)
  }

  terminate() {
    this.channel.port1.close()
  }
}
