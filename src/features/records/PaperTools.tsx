/** Printing a document and saving it as a web page or as a PDF. */
import type { Paper } from '../../core/record/paper'
import { recordPage as words } from '../../text/records'
import { Notice } from '../../ui/Notice'
import { useKeep } from './use-keep'

interface PaperToolsProps {
  readonly paper: Paper
  /** Without its ending. */
  readonly fileName: string
  readonly label: string
  /** Which of them to choose. */
  readonly hint: string
}

export function PaperTools({ paper, fileName, label, hint }: PaperToolsProps) {
  const { saved, isMaking, failed, print, saveHtml, savePdf } = useKeep(paper, fileName)
  return (
    <section className="paper-tools no-print" aria-label={label}>
      <div className="row">
        <button type="button" className="govuk-button" onClick={print}>
          {words.print}
        </button>
        <button type="button" className="govuk-button govuk-button--secondary" onClick={saveHtml}>
          {words.saveHtml}
        </button>
        <button
          type="button"
          className="govuk-button govuk-button--secondary"
          aria-disabled={isMaking}
          onClick={() => void savePdf()}
        >
          {words.savePdf}
        </button>
      </div>
      <p className="govuk-hint">{hint}</p>
      <div role="status">
        {isMaking && <p className="govuk-body">{words.saving}</p>}
        {saved !== null && <Notice tone="done">{saved}</Notice>}
      </div>
      {failed && (
        <Notice tone="stop" live="assertive">
          {words.failed}
        </Notice>
      )}
    </section>
  )
}
