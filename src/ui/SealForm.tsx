/** Asks for the passphrase of a file to be saved, has the file made, and hands it to the browser. Words come from the page. */
import { type FormEvent, useState } from 'react'
import { PasswordField, type PasswordWords } from './PasswordField'
import { Said, type SaidWords, saidDone, saidStop } from './Said'
import { saveFile } from './save-file'

const LEAST = 12

interface SealFormProps {
  readonly id: string
  readonly action: string
  readonly fileName: string
  readonly make: (passphrase: string) => Promise<Uint8Array<ArrayBuffer>>
  readonly onSaved?: () => void
  readonly words: PasswordWords & {
    readonly passphrase: string
    readonly hint: string
    readonly short: string
    readonly busy: string
    readonly failed: string
    readonly done: (fileName: string) => string
  }
}

export function SealForm({ id, action, fileName, make, onSaved, words }: SealFormProps) {
  const [passphrase, setPassphrase] = useState('')
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState<SaidWords | null>(null)

  async function seal(event: FormEvent) {
    event.preventDefault()
    const isShort = passphrase.length < LEAST
    setError(isShort ? words.short : undefined)
    setSaid(null)
    if (isShort) return document.getElementById(id)?.focus()
    setBusy(true)
    try {
      saveFile(fileName, new Blob([await make(passphrase)], { type: 'application/octet-stream' }))
      setSaid(saidDone(words.done(fileName)))
      setPassphrase('')
      onSaved?.()
    } catch {
      setSaid(saidStop(words.failed))
    }
    setBusy(false)
  }

  return (
    <form noValidate onSubmit={(event) => void seal(event)}>
      <Said said={said} />
      <PasswordField
        id={id}
        label={words.passphrase}
        hint={words.hint}
        error={error}
        autoComplete="new-password"
        words={words}
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
      />
      <button type="submit" className="govuk-button govuk-button--secondary" disabled={isBusy}>
        {isBusy ? words.busy : action}
      </button>
    </form>
  )
}
