/** A sealed file and its passphrase; what it is shows once it is open. */
import { type FormEvent, useState } from 'react'
import { openWork, type Work } from '../../../store/work-file'
import { common } from '../../../text/common'
import { FILE_REFUSALS, sealForm, workFiles } from '../../../text/work-files'
import { ErrorSummary } from '../../../ui/ErrorSummary'
import { Field } from '../../../ui/Field'
import { Notice } from '../../../ui/Notice'
import { PasswordField } from '../../../ui/PasswordField'

const words = workFiles.open

interface Wrong {
  readonly file?: string
  readonly passphrase?: string
}

export function OpenFileForm({ onOpened }: { readonly onOpened: (work: Work) => void }) {
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [wrong, setWrong] = useState<Wrong>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function open(event: FormEvent) {
    event.preventDefault()
    setFailure(null)
    setWrong({
      ...(!file && { file: words.missing }),
      ...(passphrase === '' && { passphrase: words.passphraseMissing }),
    })
    if (!file || passphrase === '') return
    setBusy(true)
    const opened = await openWork(new Uint8Array(await file.arrayBuffer()), passphrase)
    setBusy(false)
    if (opened.ok) onOpened(opened.value)
    else setFailure(FILE_REFUSALS[opened.error.type])
  }

  const problems = (['file', 'passphrase'] as const).flatMap((name) => {
    const message = wrong[name]
    return message ? [{ fieldId: name, message }] : []
  })
  return (
    <form noValidate onSubmit={(event) => void open(event)}>
      <ErrorSummary title={common.errorSummary} errors={problems} />
      {failure && (
        <Notice tone="stop" live="assertive">
          {failure}
        </Notice>
      )}
      <p className="govuk-body">{words.body}</p>
      <Field id="file" label={words.choose} hint={words.chooseHint} error={wrong.file}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            className="govuk-file-upload"
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        )}
      </Field>
      <PasswordField
        id="passphrase"
        label={words.passphrase}
        error={wrong.passphrase}
        autoComplete="current-password"
        words={sealForm}
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
      />
      <button type="submit" className="govuk-button govuk-button--secondary" disabled={isBusy}>
        {isBusy ? words.busy : words.action}
      </button>
    </form>
  )
}
