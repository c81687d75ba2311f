/**
 * The frameworks the area holds, live for screens.
 *
 * Effects: IndexedDB. Rule: product.md, "Framework".
 */
import { Framework } from '../core/framework/schema'
import { frameworkKey } from '../core/ops/keys'
import { useRow, useRows } from './hooks'
import type { Held } from './read'

export function useFramework(
  ref: { readonly id: string; readonly version: string } | null,
): Held<Framework> | null | undefined {
  return useRow(ref && frameworkKey(ref.id, ref.version), Framework)
}

export function useFrameworks(): readonly Held<Framework>[] | undefined {
  return useRows('framework', Framework)
}
