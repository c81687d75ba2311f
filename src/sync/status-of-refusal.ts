/** What a person is told when an exchange did not take place. Pure. */
import type { SyncState } from './status'
import type { HubRefusal } from './transport'

export function stateOfRefusal(refusal: HubRefusal): { readonly state: SyncState; readonly message: string | null } {
  switch (refusal.type) {
    case 'Offline':
      return { state: 'offline', message: null }
    case 'SignedOut':
      return { state: 'signed-out', message: null }
    case 'Revoked':
      return { state: 'revoked', message: null }
    case 'ClientTooOld':
      return { state: 'too-old', message: null }
    case 'Busy':
      return { state: 'busy', message: refusal.message ?? null }
    case 'Rejected':
      return { state: 'rejected', message: refusal.message }
  }
}
