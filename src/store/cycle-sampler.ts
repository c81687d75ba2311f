/**
 * A sampler for one register: the same answers as cycle-sampling.ts, worked out beside the screen.
 *
 * Effects: a worker, ended by `close`. Where there are no workers it answers in place.
 */
import { wrap } from 'comlink'
import type { SamplerAnswers } from './cycle-sampler.worker'
import { createSampling, type RegisterToDraw, type Sampling } from './cycle-sampling'

type Later<F> = F extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never

export type Sampler = { readonly [K in keyof Sampling]: Later<Sampling[K]> } & { readonly close: () => void }

export async function openSampler(register: RegisterToDraw): Promise<Sampler> {
  if (typeof Worker === 'undefined') {
    const here = createSampling(register)
    return {
      preview: async (...args) => here.preview(...args),
      draw: async (...args) => here.draw(...args),
      replacement: async (...args) => here.replacement(...args),
      close: () => undefined,
    }
  }
  const worker = new Worker(new URL('./cycle-sampler.worker.ts', import.meta.url), { type: 'module' })
  const answers = wrap<SamplerAnswers>(worker)
  await answers.load(register)
  return {
    preview: (...args) => answers.preview(...args),
    draw: (...args) => answers.draw(...args),
    replacement: (...args) => answers.replacement(...args),
    close: () => worker.terminate(),
  }
}
