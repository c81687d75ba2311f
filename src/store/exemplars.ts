/**
 * The exemplars that come with the app, fetched when an explanation is first unfolded and then held for the tab.
 *
 * Effects: loads bundled files, nothing else. They are no frameworks and are never adopted (frameworks.ts).
 */
import { useEffect, useState } from 'react'
import { type CriterionExemplars, Exemplars, illustrates } from '../core/framework/exemplars'
import type { Framework } from '../core/framework/schema'

const bundled = import.meta.glob<unknown>('../../audit-frameworks/*/exemplars/*.json', { import: 'default' })

type ByCriterion = Readonly<Record<string, CriterionExemplars>>

let loading: Promise<readonly Exemplars[]> | null = null
let loaded: readonly Exemplars[] | null = null

/** The exemplars of one criterion; `null` when there are none, or until they are here. */
export function useExemplars(framework: Framework, criterionId: string, isWanted: boolean): CriterionExemplars | null {
  const [all, setAll] = useState(loaded)
  useEffect(() => {
    if (!isWanted || all) return undefined
    let isLeft = false
    void loadExemplars().then((them) => {
      if (!isLeft) setAll(them)
    })
    return () => {
      isLeft = true
    }
  }, [isWanted, all])
  return all && (exemplarsFor(all, framework)[criterionId] ?? null)
}

async function loadExemplars(): Promise<readonly Exemplars[]> {
  loading ??= Promise.all(Object.values(bundled).map(async (load) => Exemplars.parse(await load())))
  try {
    loaded = await loading
    return loaded
  } catch {
    // Not fetched this time, as when the network went in the middle of an update: an audit does without, and may try again.
    loading = null
    return []
  }
}

function exemplarsFor(all: readonly Exemplars[], framework: Framework): ByCriterion {
  return all.find((one) => illustrates(one, framework))?.criteria ?? {}
}
