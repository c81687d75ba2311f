/** What the design comes to, beside the form: how sure the figure will be, the groups, and what to bear in mind. */
import { describeRefusal, describeSample, designWarnings } from '../../../core/sampling/design-words'
import type { DrawPreview } from '../../../core/sampling/draw'
import { design as words } from '../../../text/cycles-design'
import { Notice } from '../../../ui/Notice'
import { AllocationTable } from './AllocationTable'
import type { Preview } from './use-preview'

const MOST_ROWS = 10

interface PreviewPanelProps {
  readonly preview: Preview | null
  readonly doubleShare: number
}

export function PreviewPanel({ preview, doubleShare }: PreviewPanelProps) {
  return (
    <section className="design-preview" aria-labelledby="design-preview">
      <h2 className="govuk-heading-m" id="design-preview">
        {words.preview.title}
      </h2>
      <div role="status">
        {preview === null && <p className="govuk-body muted">{words.preview.none}</p>}
        {preview?.ok && <p className="govuk-body-l">{describeSample(preview.value)}</p>}
        {preview && !preview.ok && <Notice tone="warn">{describeRefusal(preview.error)}</Notice>}
      </div>
      {preview?.ok && <PreviewDetail preview={preview.value} doubleShare={doubleShare} />}
    </section>
  )
}

function PreviewDetail({ preview, doubleShare }: { readonly preview: DrawPreview; readonly doubleShare: number }) {
  const size = preview.allocation.reduce((total, { n }) => total + n, 0)
  const groups = preview.allocation.length
  const double = doubleShare === 0 ? 0 : Math.max(1, Math.round(size * doubleShare))
  return (
    <>
      {designWarnings(preview).map(({ type, message }) => (
        <Notice key={type} tone="warn">
          {message}
        </Notice>
      ))}
      {groups > size && <Notice tone="warn">{words.preview.tooManyGroups(groups, size)}</Notice>}
      <p className="govuk-body">{words.preview.double(double)}</p>
      <AllocationTable allocation={preview.allocation} most={MOST_ROWS} />
    </>
  )
}
