/**
 * Why the device could not store something, as a value: a full disk or a closed database is nobody's bug.
 *
 * Pure. Anything else is a bug and thrown on. Rule: style.md, "Errors".
 */
export type StorageRefusal =
  | { readonly type: 'StorageFull' }
  | { readonly type: 'StorageClosed' }
  /** The database was made by a newer version of the app. */
  | { readonly type: 'StorageNewer' }
  /** Another tab of this browser writes this draft now. */
  | { readonly type: 'TakenOver' }

/** @throws the cause itself when it is not a failure of the device's storage. */
export function storageRefusal(cause: unknown): StorageRefusal {
  const names = namesOf(cause)
  if (names.includes('QuotaExceededError')) return { type: 'StorageFull' }
  if (names.includes('VersionError')) return { type: 'StorageNewer' }
  const closed = [
    'DatabaseClosedError',
    'InvalidStateError',
    'OpenFailedError',
    'AbortError',
    'UnknownError',
    'TimeoutError',
  ]
  if (names.some((name) => closed.includes(name))) return { type: 'StorageClosed' }
  throw cause
}

function namesOf(cause: unknown): readonly string[] {
  if (!(cause instanceof Error)) return []
  const inner = 'inner' in cause ? namesOf(cause.inner) : []
  return [cause.name, ...inner]
}
