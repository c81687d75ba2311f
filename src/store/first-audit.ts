/**
 * The guide through a person's first audit: whether it is wanted, and which of its steps were taken. It is on until it is
 * turned off or an audit was gone through with it.
 *
 * Effects: IndexedDB, sealed, of this device alone and of one person.
 */
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import * as z from 'zod/mini'
import type { Device, Session } from './device'
import { useHere } from './hooks'
import { getLocal, setLocal } from './local'
import { storageRefusal } from './storage-refusal'

export const GUIDE_STEPS = ['read', 'rate', 'note', 'shortfall', 'submit'] as const
const GuideStep = z.enum(GUIDE_STEPS)
export type GuideStep = z.infer<typeof GuideStep>

const Guide = z.object({
  isOn: z.boolean(),
  done: z.array(GuideStep),
  /** The audit in which only the last step is left: the guide ends with it. */
  endsWith: z.nullable(z.string()),
})
export type Guide = z.infer<typeof Guide>

const START: Guide = { isOn: true, done: [], endsWith: null }

export interface GuideVerbs {
  /** Takes note that steps were taken in an audit. */
  readonly take: (steps: readonly GuideStep[], auditId: string) => Promise<void>
  readonly turnOff: () => Promise<void>
  readonly restart: () => Promise<void>
}

/** The step to take now in an audit; `null` when the guide is off or through. */
export function currentStep({ isOn, done, endsWith }: Guide, auditId: string): GuideStep | null {
  if (!isOn || (endsWith !== null && endsWith !== auditId)) return null
  return GUIDE_STEPS.find((step) => !done.includes(step)) ?? null
}

/** `undefined` while it is being read. */
export function useGuide(): Guide | undefined {
  const { device, session } = useHere()
  return useLiveQuery(() => readGuide(device, session), [device, session])
}

export function useGuideVerbs(): GuideVerbs {
  const { device, session } = useHere()
  return useMemo(() => createGuideVerbs(device, session), [device, session])
}

export function createGuideVerbs(device: Device, session: Session): GuideVerbs {
  return {
    take(steps, auditId) {
      return change(device, session, (before) => {
        const done = GUIDE_STEPS.filter((step) => before.done.includes(step) || steps.includes(step))
        const isLast = done.length >= GUIDE_STEPS.length - 1 && !done.includes('submit')
        return { isOn: before.isOn, done, endsWith: isLast ? (before.endsWith ?? auditId) : before.endsWith }
      })
    },
    turnOff: () => change(device, session, (before) => ({ ...before, isOn: false })),
    restart: () => change(device, session, () => START),
  }
}

export async function readGuide(device: Device, session: Session): Promise<Guide> {
  const held = Guide.safeParse(await getLocal(device, settingOf(session)))
  return held.success ? held.data : START
}

async function change(device: Device, session: Session, make: (before: Guide) => Guide): Promise<void> {
  try {
    await device.tables.transaction('rw', device.tables.local, async () => {
      await setLocal(device, settingOf(session), make(await readGuide(device, session)))
    })
  } catch (cause) {
    // A device that cannot store it just now shows the step once more.
    storageRefusal(cause)
  }
}

function settingOf({ memberId }: Session): string {
  return `first-audit|${memberId}`
}
