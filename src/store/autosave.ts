/**
 * Holds back the saving of something that is being typed: until the typing pauses, and never longer than a moment.
 *
 * Effects: timers. Rule: issue "reload and process kill in mid-note (nothing older than the last second lost)".
 */

/** Saved this long after the last key … */
export const QUIET_MS = 300
/** … and this long after the first key that is not saved, however fast one types; the write itself comes on top. */
export const LONGEST_MS = 700

export interface Autosave {
  /** Something changed: `save` will be called soon. */
  readonly touch: () => void
  /** Forgets what is due; the caller saves by itself. */
  readonly cancel: () => void
}

export function createAutosave(save: () => void): Autosave {
  let quiet: ReturnType<typeof setTimeout> | undefined
  let longest: ReturnType<typeof setTimeout> | undefined
  const cancel = () => {
    clearTimeout(quiet)
    clearTimeout(longest)
    quiet = undefined
    longest = undefined
  }
  const fire = () => {
    cancel()
    save()
  }
  return {
    touch() {
      clearTimeout(quiet)
      quiet = setTimeout(fire, QUIET_MS)
      longest ??= setTimeout(fire, LONGEST_MS)
    },
    cancel,
  }
}
