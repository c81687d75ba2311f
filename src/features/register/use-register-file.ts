/**
 * One chosen file and what was read of it. The file lives in a worker that ends with the screen, on cancel and when
 * another file is chosen; this page never holds a cell of it.
 */
import { useEffect, useRef, useState } from 'react'
import type { ReadProgress } from '../../core/register/types'
import { refuse } from '../../core/register/words'
import type { OpenAnswer, OpenedFile, ReadAsk } from '../../store/register-desk'
import { openRegisterReader, type RegisterReader } from '../../store/register-reader'
import { registerImport } from '../../text/register-import'

export type FileState =
  | { readonly type: 'none'; readonly wasCancelled: boolean }
  | { readonly type: 'reading'; readonly bytes: number; readonly progress: ReadProgress }
  | { readonly type: 'refused'; readonly message: string }
  | { readonly type: 'open'; readonly file: OpenedFile; readonly isRereading: boolean }

export interface RegisterFile {
  readonly state: FileState
  /** @returns what was read, or null when there is nothing to show for it: refused, cancelled, or asked again meanwhile. */
  readonly choose: (files: readonly File[], ask: ReadAsk) => Promise<OpenedFile | null>
  readonly reread: (ask: ReadAsk) => Promise<OpenedFile | null>
  readonly cancel: () => void
  /** The worker that holds the file that is open. @throws when none is: a bug. */
  readonly reader: () => RegisterReader
  /** A worker to derive keys in, with or without a file. */
  readonly anyReader: () => RegisterReader
}

const MOST_BYTES = 256 * 1024 * 1024
const NONE: FileState = { type: 'none', wasCancelled: false }
const START: ReadProgress = { step: 'decode', share: 0 }

/** @param options.warm starts the worker at once, so that a file chosen in a moment is read without delay */
export function useRegisterFile({ warm = false } = {}): RegisterFile {
  const [state, setState] = useState<FileState>(NONE)
  const current = useRef<RegisterReader | null>(null)
  const asked = useRef(0)
  const isOpen = useRef(false)
  useEffect(() => {
    if (warm) current.current ??= openRegisterReader()
    return () => {
      current.current?.close()
      current.current = null
    }
  }, [warm])

  function replace(reader: RegisterReader | null) {
    isOpen.current = false
    current.current?.close()
    current.current = reader
  }

  /** Shows an answer, unless the worker it came from was closed or asked again meanwhile. */
  async function show(reader: RegisterReader, answer: Promise<OpenAnswer>): Promise<OpenedFile | null> {
    asked.current += 1
    const mine = asked.current
    const opened = await answer.catch(() => null)
    if (current.current !== reader || asked.current !== mine) return null
    if (!opened?.ok) return refused(opened ? opened.error.message : registerImport.failed)
    isOpen.current = true
    setState({ type: 'open', file: opened.value, isRereading: false })
    return opened.value
  }

  function refused(message: string): null {
    replace(null)
    setState({ type: 'refused', message })
    return null
  }

  async function choose(files: readonly File[], ask: ReadAsk): Promise<OpenedFile | null> {
    const [file] = files
    if (!file) return null
    if (files.length > 1) return refused(refuse('several-files').error.message)
    if (file.size > MOST_BYTES) return refused(refuse('too-large').error.message)
    if (state.type !== 'none') replace(null)
    isOpen.current = false
    const reader = anyReader()
    setState({ type: 'reading', bytes: file.size, progress: START })
    const bytes = await file.arrayBuffer().catch(() => null)
    if (current.current !== reader) return null
    if (!bytes) return refused(refuse('unreadable-file').error.message)
    const onProgress = (progress: ReadProgress) => {
      if (current.current === reader) setState((state) => (state.type === 'reading' ? { ...state, progress } : state))
    }
    return show(reader, reader.open(bytes, ask, onProgress))
  }

  async function reread(ask: ReadAsk): Promise<OpenedFile | null> {
    const reader = current.current
    if (!reader || !isOpen.current) return null
    setState((before) => (before.type === 'open' ? { ...before, isRereading: true } : before))
    return show(reader, reader.reread(ask))
  }

  function anyReader(): RegisterReader {
    current.current ??= openRegisterReader()
    return current.current
  }

  return {
    state,
    choose,
    reread,
    cancel() {
      const wasCancelled = state.type === 'reading' || state.type === 'open'
      replace(null)
      setState({ type: 'none', wasCancelled })
    },
    reader() {
      if (!current.current) throw new Error('no register file is open')
      return current.current
    },
    anyReader,
  }
}
