/**
 * The last words typed before a tab is reloaded or closed. A write to IndexedDB may not survive that moment; a write to
 * localStorage does, because it is over when the call returns. It is sealed like everything else on the device.
 *
 * Effects: localStorage. What is kept here is what may be stored of a note (note-text.ts), never more.
 * Rule: issue "reload and process kill in mid-note"; architecture.md, "Everything stored passes store/vault".
 */
import * as z from 'zod/mini'
import { fromBase64, toBase64 } from './base64'
import type { Device } from './device'

const TypedWords = z.object({
  /** The fence of the tab that typed (draft-fence.ts). */
  fence: z.string(),
  /** Text by criterion, as it may be stored. */
  notes: z.record(z.string(), z.string()),
})
export type TypedWords = z.infer<typeof TypedWords>

const PREFIX = 'plumbline-typed'

const nameOf = (device: Device, auditId: string) => `${PREFIX}:${device.tables.name}:${auditId}`
const placeOf = (auditId: string) => `rescue|${auditId}`

/** Keeps the words before the call returns. A browser that refuses localStorage keeps nothing, and nothing else fails. */
export function keepTyped(device: Device, auditId: string, words: TypedWords): void {
  if (Object.keys(words.notes).length === 0) return
  const sealed = device.vault.seal(words, placeOf(auditId))
  trying(() => localStorage.setItem(nameOf(device, auditId), toBase64(sealed)))
}

/** What was kept; `null` when there is nothing, or nothing this device can open. */
export function typedWords(device: Device, auditId: string): TypedWords | null {
  const kept = trying(() => localStorage.getItem(nameOf(device, auditId)))
  if (!kept) return null
  const opened = trying(() => TypedWords.safeParse(device.vault.open(fromBase64(kept), placeOf(auditId))))
  return opened?.success ? opened.data : null
}

export function forgetTyped(device: Device, auditId: string): void {
  trying(() => localStorage.removeItem(nameOf(device, auditId)))
}

/** Forgets the words of every draft of a database that is being thrown away. */
export function forgetAllTyped(database: string): void {
  trying(() => {
    const names = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '')
    for (const name of names) if (name.startsWith(`${PREFIX}:${database}:`)) localStorage.removeItem(name)
  })
}

/** localStorage may be forbidden, full or hold what somebody else wrote: then there is simply nothing. */
function trying<T>(act: () => T): T | null {
  try {
    return act()
  } catch {
    return null
  }
}
