/**
 * The draw with a register's plans at hand: previews a design, draws with a seed, finds the replacement for a swap.
 *
 * Pure; run inside a worker (cycle-sampler.worker.ts), because a large register takes longer than a screen may wait.
 * The facts a plan can be drawn by are named once, here. Rule: product.md, "Cycle" and "Sample".
 */

import { err, type Result } from '../core/result'
import type { Design, DesignRefusal } from '../core/sampling/design'
import { type Draw, type DrawnPlan, type DrawPreview, drawSample, previewDraw } from '../core/sampling/draw'
import type { DrawPlan } from '../core/sampling/frame'
import { replacementFor, type SwapRefusal } from '../core/sampling/swap'

/** What plans can be filtered and parted into strata by. */
export const DRAW_FACTS = ['version', 'keyStage', 'need', 'setting', 'team'] as const
export type DrawFact = (typeof DRAW_FACTS)[number]

export interface RegisterToDraw {
  /** Sampling date of the register, YYYY-MM-DD. */
  readonly asOf: string
  readonly plans: readonly DrawPlan[]
}

/** A draw as it was made: with the same register it gives the same plans. */
export interface DrawnWith {
  readonly design: Design
  readonly seed: string
  readonly frameDigest: string
}

/** The register is not the one the sample was drawn from, or the swap cannot be made. */
export type ReplacementRefusal = DesignRefusal | SwapRefusal | { readonly type: 'AnotherRegister' }

export interface Sampling {
  preview(design: Design): Result<DrawPreview, DesignRefusal>
  draw(design: Design, seed: string): Result<Draw, DesignRefusal>
  /** @param used ranks that are subjects of the cycle: the drawn plans and those that came in by earlier swaps. */
  replacement(drawn: DrawnWith, rank: number, used: readonly number[]): Result<DrawnPlan, ReplacementRefusal>
}

export function createSampling({ plans, asOf }: RegisterToDraw): Sampling {
  const draw = (design: Design, seed: string) => drawSample({ plans, asOf, design, seed })
  return {
    preview: (design) => previewDraw({ plans, asOf, design }),
    draw,
    replacement({ design, seed, frameDigest }, rank, used) {
      const again = draw(design, seed)
      if (!again.ok) return again
      if (again.value.frame.digest !== frameDigest) return err({ type: 'AnotherRegister' })
      return replacementFor(again.value, rank, used)
    },
  }
}
