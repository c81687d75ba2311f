/** Where a file is chosen; it may also be dropped anywhere on the page. */
import { useId } from 'react'
import { registerImport } from '../../text/register-import'
import { useDroppedFiles } from './use-dropped-files'

interface ChooseFileProps {
  readonly label: string
  readonly onFiles: (files: readonly File[]) => void
}

export function ChooseFile({ label, onFiles }: ChooseFileProps) {
  const words = registerImport.file
  const id = useId()
  const isOver = useDroppedFiles(onFiles)
  return (
    <div className={isOver ? 'file-drop file-drop--over' : 'file-drop'}>
      <label className="govuk-label govuk-!-font-weight-bold" htmlFor={id}>
        {label}
      </label>
      <div className="govuk-hint" id={`${id}-hint`}>
        {isOver ? words.drop : words.hint}
      </div>
      <input
        id={id}
        type="file"
        className="govuk-file-upload"
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          // The same file, corrected and saved again, can be chosen again.
          event.target.value = ''
        }}
      />
    </div>
  )
}
