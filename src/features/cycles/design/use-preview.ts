/** What a design comes to on the register, worked out again whenever it changes. */
import { useEffect, useState } from 'react'
import type { Result } from '../../../core/result'
import { type DesignRefusal, parseDesign } from '../../../core/sampling/design'
import type { DrawPreview } from '../../../core/sampling/draw'
import type { Sampler } from '../../../store/cycle-sampler'

export type Preview = Result<DrawPreview, DesignRefusal>

/** @returns `null` while the form is not filled in; the last answer stays until the next is there. */
export function usePreview(sampler: Sampler, design: Readonly<Record<string, unknown>> | null): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null)
  const written = design && JSON.stringify(design)
  useEffect(() => {
    if (written === null) return
    const parsed = parseDesign(JSON.parse(written))
    let isOld = false
    const answered: Promise<Preview> = parsed.ok ? sampler.preview(parsed.value) : Promise.resolve(parsed)
    void answered.then((answer) => {
      if (!isOld) setPreview(answer)
    })
    return () => {
      isOld = true
    }
  }, [sampler, written])
  return written === null ? null : preview
}
