/** The fictional county of one day, made once for all tests of it, and its records by kind. */
import type * as z from 'zod/mini'
import { type FictionalCounty, fictionalCounty } from '../../../src/core/demo/county'
import { idOf, type Key, kindOf, type Scope } from '../../../src/core/ops/op'
import { readFramework } from '../../frameworks/bundled'

export const TODAY = '2026-07-29'
export const FRAMEWORK = readFramework('ehcp-core/1.0.0.json')

export function quillshire(today = TODAY, seed = 'quillshire'): FictionalCounty {
  return fictionalCounty({ seed, today, frameworks: [FRAMEWORK] })
}

export interface Record<T> {
  readonly id: string
  readonly key: Key
  readonly scope: Scope
  readonly rev: number
  readonly refs: readonly Key[]
  readonly body: T
}

/** The records of a kind under its schema; fails when one does not fit. */
export function recordsOf<T>(county: FictionalCounty, kind: string, schema: z.ZodMiniType<T>): readonly Record<T>[] {
  return county.rows
    .filter(({ key }) => kindOf(key) === kind)
    .map(({ key, scope, refs, body }) => ({ id: idOf(key), key, scope, rev: 1, refs, body: schema.parse(body) }))
}
