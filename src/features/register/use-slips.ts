/**
 * From the register file opened again to the case numbers of the drawn plans. They are held in this screen's memory alone:
 * gone on leaving, on clearing, and when the browser puts the page away.
 */
import { useEffect, useEffectEvent, useState } from 'react'
import type { FieldId } from '../../core/register/fields'
import { RegisterSummary } from '../../core/register/summary'
import type { Cycle } from '../../core/sampling/cycle'
import { useHere } from '../../store/hooks'
import { type Held, readRow } from '../../store/read'
import { opensRegister } from '../../store/register'
import { rememberedColumns } from '../../store/register-columns'
import type { Columns, MatchedPlan, OpenedFile } from '../../store/register-desk'
import { keepRegisterKey, registerKeyOf } from '../../store/register-key'
import { registerImport } from '../../text/register-import'
import { useRegisterFile } from './use-register-file'

type Step =
  | { readonly type: 'file' }
  | { readonly type: 'phrase' }
  | { readonly type: 'matched'; readonly plans: readonly MatchedPlan[] }

const FILE: Step = { type: 'file' }

export function useSlips(cycle: Held<Cycle>, pseudonyms: readonly string[]) {
  const { device, session } = useHere()
  const file = useRegisterFile({ warm: true })
  const [step, setStep] = useState<Step>(FILE)
  const [corrected, setCorrected] = useState<Columns>({})
  const [wasCleared, setCleared] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const forget = useEffectEvent(clear)
  useEffect(() => {
    const put = () => forget()
    window.addEventListener('pagehide', put)
    return () => window.removeEventListener('pagehide', put)
  }, [])

  async function ask(columns: Columns) {
    return { asOf: cycle.body.register.asOf, corrected: columns, remembered: await rememberedColumns(device) }
  }

  /** Whether a key is that of the register the sample was drawn from, as far as this device can tell. */
  async function isRight(key: Uint8Array): Promise<boolean> {
    const register = await readRow(device, `register/${cycle.body.register.id}`, RegisterSummary)
    return !register || (await opensRegister(device, register, key)) !== false
  }

  async function go(opened: OpenedFile | null) {
    if (!opened?.reading.ok) return
    const key = await registerKeyOf(device)
    if (key && (await isRight(key))) await match(key)
    else setStep({ type: 'phrase' })
  }

  async function match(key: Uint8Array) {
    try {
      setStep({ type: 'matched', plans: await file.reader().match(key, pseudonyms) })
    } catch {
      setFailure(registerImport.failed)
    }
  }

  function clear() {
    setStep(FILE)
    setCorrected({})
    setFailure(null)
    file.cancel()
  }

  return {
    state: file.state,
    step,
    corrected,
    failure,
    wasCleared,
    async choose(files: readonly File[]) {
      setCleared(false)
      setFailure(null)
      setCorrected({})
      await go(await file.choose(files, await ask({})))
    },
    async changeColumn(field: FieldId, column: number | null) {
      const columns = { ...corrected, [field]: column }
      setCorrected(columns)
      await go(await file.reread(await ask(columns)))
    },
    /** @returns whether the phrase is the one of this area; if so, the key is kept and the plans are looked up. */
    async usePhrase(phrase: string): Promise<boolean> {
      const key = await file.reader().keyFrom(phrase, session.areaId)
      if (!(await isRight(key))) return false
      await keepRegisterKey(device, key)
      await match(key)
      return true
    },
    cancel: clear,
    clear() {
      clear()
      setCleared(true)
    },
  }
}

export type SlipsWork = ReturnType<typeof useSlips>
