/**
 * What is known of a new version: nothing, that one waits, or that this device is ready for work without a network.
 *
 * Screen state in zustand; updates.ts fills it.
 */
import { create } from 'zustand'

interface UpdateState {
  /** Takes the waiting version in every tab; `null` while none waits. Answers false when another tab is still saving. */
  readonly take: (() => Promise<boolean>) | null
  readonly offlineReady: boolean
}

export const useUpdate = create<UpdateState>(() => ({ take: null, offlineReady: false }))
