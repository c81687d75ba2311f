/** The newest register's plans, opened, with a sampler beside the screen that draws from them. */
import { useEffect, useState } from 'react'
import type { StoredPlan } from '../../../core/register/chunks'
import type { RegisterSummary } from '../../../core/register/summary'
import { ok, type Result } from '../../../core/result'
import { toDrawPlan } from '../../../core/sampling/frame'
import { openSampler, type Sampler } from '../../../store/cycle-sampler'
import type { Device } from '../../../store/device'
import { useHere } from '../../../store/hooks'
import type { Held } from '../../../store/read'
import { type PlansRefusal, registerPlans } from '../../../store/register'
import { useCurrentRegister } from '../../../store/registers'

export interface Population {
  readonly register: Held<RegisterSummary>
  readonly plans: readonly StoredPlan[]
  readonly sampler: Sampler
}

export type PopulationState =
  | { readonly type: 'loading' }
  | { readonly type: 'no-register' }
  | { readonly type: 'refused'; readonly refusal: PlansRefusal }
  | { readonly type: 'open'; readonly population: Population }

type Opened = Result<Omit<Population, 'register'>, PlansRefusal>

async function openPlans(device: Device, registerId: string, asOf: string): Promise<Opened> {
  const plans = await registerPlans(device, registerId)
  if (!plans.ok) return plans
  const sampler = await openSampler({ asOf, plans: plans.value.map((plan) => toDrawPlan(plan.rank, plan)) })
  return ok({ plans: plans.value, sampler })
}

export function usePopulation(): PopulationState {
  const { device } = useHere()
  const register = useCurrentRegister()
  const [opened, setOpened] = useState<Opened | null>(null)
  const registerId = register?.id
  const asOf = register?.body.asOf
  useEffect(() => {
    if (registerId === undefined || asOf === undefined) return
    let isLeft = false
    const opening = openPlans(device, registerId, asOf)
    void opening.then((answer) => {
      if (!isLeft) setOpened(answer)
    })
    return () => {
      isLeft = true
      void opening.then((answer) => answer.ok && answer.value.sampler.close())
    }
  }, [device, registerId, asOf])
  if (register === null) return { type: 'no-register' }
  if (!register || !opened) return { type: 'loading' }
  if (!opened.ok) return { type: 'refused', refusal: opened.error }
  return { type: 'open', population: { register, ...opened.value } }
}
