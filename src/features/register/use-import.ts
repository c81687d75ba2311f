/**
 * The way of a register from a chosen file to the device: read, check, phrase, store. Nothing is stored before the last
 * step, and what goes wrong in it leaves everything as it was.
 */
import { useRef, useState } from 'react'
import type { FieldId } from '../../core/register/fields'
import { makePhrase, PHRASE_BYTES } from '../../core/register/phrase'
import type { RegisterSummary } from '../../core/register/summary'
import { useHere } from '../../store/hooks'
import { randomBytes, today } from '../../store/ids'
import type { Held } from '../../store/read'
import { opensRegister } from '../../store/register'
import { rememberColumns, rememberedColumns } from '../../store/register-columns'
import type { Columns } from '../../store/register-desk'
import { importRegister } from '../../store/register-import'
import { registerKeyOf } from '../../store/register-key'
import { refusalText } from '../../text/refusals'
import { registerImport } from '../../text/register-import'
import { useRegisterFile } from './use-register-file'

export type ImportStep =
  | { readonly type: 'file' }
  | { readonly type: 'new-phrase'; readonly phrase: string; readonly key: Promise<Uint8Array> }
  | { readonly type: 'known-phrase' }
  | { readonly type: 'storing' }

const FILE: ImportStep = { type: 'file' }

export function useImport(current: Held<RegisterSummary> | null, onImported: (registerId: string) => void) {
  const { device, session } = useHere()
  const file = useRegisterFile({ warm: true })
  const [asOf, setAsOf] = useState(today)
  /** The day on the screen, also for a reading that began before it was changed. */
  const wanted = useRef(asOf)
  const [corrected, setCorrected] = useState<Columns>({})
  const [step, setStep] = useState<ImportStep>(FILE)
  const [failure, setFailure] = useState<string | null>(null)

  async function ask(day: string, columns: Columns) {
    return { asOf: day, corrected: columns, remembered: await rememberedColumns(device) }
  }

  function startPhrase() {
    const phrase = makePhrase(randomBytes(PHRASE_BYTES))
    // The key takes a moment: it is worked out while the words are being printed.
    setStep({ type: 'new-phrase', phrase, key: file.anyReader().keyFrom(phrase, session.areaId) })
  }

  async function store(key: Uint8Array | Promise<Uint8Array>) {
    const { state } = file
    if (state.type !== 'open') return
    setStep({ type: 'storing' })
    const known = await Promise.resolve(key).catch(() => null)
    if (!known) return fail(registerImport.storing.stopped)
    const imported = await importRegister(device, session, { key: known, seal: file.reader().seal })
    if (!imported.ok)
      return fail(
        imported.error.type === 'SealingStopped' ? registerImport.storing.stopped : refusalText(imported.error),
      )
    await rememberColumns(device, state.file.headingsDigest, corrected)
    onImported(imported.value)
  }

  function fail(message: string) {
    setFailure(message)
    setStep(FILE)
  }

  return {
    state: file.state,
    asOf,
    corrected,
    step,
    failure,
    async choose(files: readonly File[]) {
      setFailure(null)
      setCorrected({})
      const day = wanted.current
      const opened = await file.choose(files, await ask(day, {}))
      const isOutdated = opened !== null && wanted.current !== day && wanted.current !== ''
      if (isOutdated) await file.reread(await ask(wanted.current, {}))
    },
    async changeAsOf(day: string) {
      setAsOf(day)
      wanted.current = day
      if (day !== '') await file.reread(await ask(day, corrected))
    },
    async changeColumn(field: FieldId, column: number | null) {
      const columns = { ...corrected, [field]: column }
      setCorrected(columns)
      await file.reread(await ask(asOf, columns))
    },
    /** Back from the phrase to what was read. */
    back() {
      setStep(FILE)
    },
    cancel() {
      setStep(FILE)
      setFailure(null)
      file.cancel()
    },
    /** What was read is right: stores it, after the register phrase where it is needed. */
    async confirm() {
      setFailure(null)
      const key = await registerKeyOf(device)
      if (!current || current.body.chunks.length === 0) return key ? store(key) : startPhrase()
      if (key && (await opensRegister(device, current, key)) !== false) return store(key)
      setStep({ type: 'known-phrase' })
    },
    startPhrase,
    store,
    /** @returns whether the phrase is the one of this area; if so, the register is being stored. */
    async usePhrase(phrase: string): Promise<boolean> {
      const key = await file.anyReader().keyFrom(phrase, session.areaId)
      if (current && (await opensRegister(device, current, key)) === false) return false
      void store(key)
      return true
    },
  }
}

export type Import = ReturnType<typeof useImport>
