/**
 * The register imports of the area, live: when, how many plans, what was left out. Their plans are opened in register.ts.
 *
 * Effects: IndexedDB through live queries. Rule: product.md, "Register".
 */
import { useMemo } from 'react'
import { RegisterSummary } from '../core/register/summary'
import { useRows } from './hooks'
import type { Held } from './read'

/** All imports, newest first. */
export function useRegisters(): readonly Held<RegisterSummary>[] | undefined {
  const registers = useRows('register', RegisterSummary)
  return useMemo(() => registers && newestFirst(registers), [registers])
}

/** The newest import: the population new samples are drawn from. `null`: nothing was imported yet. */
export function useCurrentRegister(): Held<RegisterSummary> | null | undefined {
  const registers = useRegisters()
  return registers && (registers[0] ?? null)
}

export function newestFirst(registers: readonly Held<RegisterSummary>[]): readonly Held<RegisterSummary>[] {
  return [...registers].sort((a, b) => (a.body.importedAt < b.body.importedAt ? 1 : -1))
}
