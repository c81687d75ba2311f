/**
 * Whether everything a person did is durable: what the "Saved on this device" line says.
 *
 * Screen state in zustand; counts only. Rule: interface.md, "Saved on this device appears only after the write is durable".
 */
import { create } from 'zustand'

interface SaveState {
  /** Writes on their way to the disk, and edits a screen holds back for a moment. */
  readonly inFlight: number
  readonly unsaved: ReadonlySet<string>
  readonly failed: boolean
  readonly lastSavedAt: number | null
}

export const useSaveState = create<SaveState>(() => ({
  inFlight: 0,
  unsaved: new Set<string>(),
  failed: false,
  lastSavedAt: null,
}))

/** Counts a write in; call the answer with whether it became durable. */
export function beginSaving(): (durable: boolean) => void {
  useSaveState.setState((state) => ({ inFlight: state.inFlight + 1 }))
  return (durable) =>
    useSaveState.setState((state) => ({
      inFlight: state.inFlight - 1,
      failed: !durable,
      lastSavedAt: durable ? Date.now() : state.lastSavedAt,
    }))
}

/** What marks words that cannot be saved where they were typed; they stay on the screen to be copied. */
const ASIDE = 'aside:'

export function markAside(auditId: string, isAside: boolean): void {
  markUnsaved(`${ASIDE}${auditId}`, isAside)
}

/** Whether something typed waits for its writer, not for the disk. */
export function hasAside(unsaved: ReadonlySet<string>): boolean {
  return [...unsaved].some((id) => id.startsWith(ASIDE))
}

/** Marks text that stands on the screen and is not written yet, so that nobody is told it is saved. */
export function markUnsaved(id: string, isUnsaved: boolean): void {
  useSaveState.setState((state) => {
    const unsaved = new Set(state.unsaved)
    if (isUnsaved) unsaved.add(id)
    else unsaved.delete(id)
    return { unsaved }
  })
}
