/** The worker behind cycle-sampler.ts: holds the plans and answers. Effects: messages. */
import { expose } from 'comlink'
import { createSampling, type RegisterToDraw, type Sampling } from './cycle-sampling'

let sampling: Sampling | null = null

function loaded(): Sampling {
  if (!sampling) throw new Error('the sampler was asked before it was given a register')
  return sampling
}

const answers = {
  load(register: RegisterToDraw): void {
    sampling = createSampling(register)
  },
  preview: (...args: Parameters<Sampling['preview']>) => loaded().preview(...args),
  draw: (...args: Parameters<Sampling['draw']>) => loaded().draw(...args),
  replacement: (...args: Parameters<Sampling['replacement']>) => loaded().replacement(...args),
}
export type SamplerAnswers = typeof answers

expose(answers)
