/**
 * The arithmetic of sampling by its published names, as `stats` answers it.
 *
 * Pure. Inputs, answers and the words of refusals are those of the reference cases for sampling from a register.
 */
import * as z from 'zod/mini'
import { Confidence, field, inputOf, type Method, method } from '../statistics/method'
import { ALLOCATIONS, type AllocationRefusal, allocate } from './allocation'
import { clopperPearson, discovery, exactFinite, noneFound, wilsonFinite } from './exact'
import { margin, sampleSize } from './size'
import { domain, ONE_PLAN, stratified } from './stratified'

const REFUSALS: Readonly<Record<AllocationRefusal['type'], string>> = {
  SampleLargerThanFrame: 'sample larger than the register',
  MinimumsExceedSample: 'minimums exceed the sample',
}

const X_IN_SAMPLE = z.refine<{ x: number; n: number }>(({ x, n }) => x <= n, 'x must not be more than n')
const SAMPLE_IN_REGISTER = z.refine<{ n: number; N: number }>(({ n, N }) => n <= N, REFUSALS.SampleLargerThanFrame)
const DRAWN = { n: field.whole(1), x: field.whole(0), confidence: Confidence }
const REGISTER = { N: field.whole(1) }
const FiniteSample = inputOf({ ...REGISTER, ...DRAWN }).check(X_IN_SAMPLE, SAMPLE_IN_REGISTER)
const SOME_STRATA = z.minLength(1, 'must name at least one stratum')

const Stratum = inputOf({ ...REGISTER, n: field.whole(1), x: field.whole(0) }).check(X_IN_SAMPLE, SAMPLE_IN_REGISTER)
const DomainStratum = inputOf({
  ...REGISTER,
  n: field.whole(1),
  nDomain: field.whole(0),
  xDomain: field.whole(0),
}).check(
  SAMPLE_IN_REGISTER,
  z.refine(({ nDomain, n }) => nDomain <= n, 'nDomain must not be more than n'),
  z.refine(({ xDomain, nDomain }) => xDomain <= nDomain, 'xDomain must not be more than nDomain'),
)

export const SAMPLING_METHODS: Readonly<Record<string, Method>> = {
  sampleSize: method(
    inputOf({
      ...REGISTER,
      p: field.share,
      margin: field.number.check(z.gt(0, 'must be more than 0')),
      confidence: Confidence,
    }),
    sampleSize,
  ),
  margin: method(
    inputOf({ ...REGISTER, n: field.whole(1), p: field.share, confidence: Confidence }).check(SAMPLE_IN_REGISTER),
    (input) => ({ margin: margin(input) }),
  ),
  allocation: method(
    inputOf({
      method: z.enum(ALLOCATIONS, `must be one of ${ALLOCATIONS.join(', ')}`),
      n: field.whole(0),
      minimum: z.optional(field.whole(0)),
      strata: field.list(
        inputOf({ N: field.whole(0), s: z.optional(field.number.check(z.gte(0, 'must not be negative'))) }),
      ),
    }).check(
      z.refine(
        (input) => input.method !== 'neyman' || input.strata.every((stratum) => stratum.s !== undefined),
        'Neyman allocation needs s, the standard deviation, of every stratum',
      ),
    ),
    (input) => {
      const allocated = allocate(input)
      if (!allocated.ok) return { error: REFUSALS[allocated.error.type] }
      return { n: allocated.value, total: allocated.value.reduce((total, n) => total + n, 0) }
    },
  ),
  stratified: method(inputOf({ strata: field.list(Stratum).check(SOME_STRATA), confidence: Confidence }), stratified),
  domain: method(
    inputOf({ strata: field.list(DomainStratum).check(SOME_STRATA), confidence: Confidence }).check(
      z.refine(({ strata }) => strata.some((stratum) => stratum.nDomain > 0), 'no drawn plan is of this kind'),
      z.refine(({ strata }) => strata.every((stratum) => stratum.n > 1 || stratum.N === 1), ONE_PLAN),
    ),
    domain,
  ),
  exactFinite: method(FiniteSample, exactFinite),
  wilsonFinite: method(FiniteSample, wilsonFinite),
  clopperPearson: method(inputOf(DRAWN).check(X_IN_SAMPLE), clopperPearson),
  discovery: method(
    inputOf({ ...REGISTER, bad: field.whole(1), assurance: field.inside }).check(
      z.refine(({ bad, N }) => bad <= N, 'bad must not be more than N'),
    ),
    discovery,
  ),
  noneFound: method(
    inputOf({ ...REGISTER, n: field.whole(1), assurance: field.inside }).check(SAMPLE_IN_REGISTER),
    noneFound,
  ),
}
