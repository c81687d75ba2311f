/** The ways to keep a document: print, HTML, PDF. The PDF and its fonts are loaded when first asked for. */
import { useState } from 'react'
import type { Paper } from '../../core/record/paper'
import { paperHtml } from '../../core/record/paper-html'
import { recordPage as words } from '../../text/records'
import { saveFile } from '../../ui/save-file'

type Keeping =
  | { readonly type: 'idle' }
  | { readonly type: 'making' }
  | { readonly type: 'saved'; readonly says: string }
  | { readonly type: 'failed' }

export function useKeep(paper: Paper, fileName: string) {
  const [keeping, setKeeping] = useState<Keeping>({ type: 'idle' })

  function saveHtml() {
    const file = `${fileName}.html`
    saveFile(file, new Blob([paperHtml(paper)], { type: 'text/html;charset=utf-8' }))
    setKeeping({ type: 'saved', says: words.saved(file) })
  }

  async function savePdf() {
    if (keeping.type === 'making') return
    setKeeping({ type: 'making' })
    const file = `${fileName}.pdf`
    try {
      const { makePdf } = await import('./pdf/make-pdf')
      const { bytes, gaps } = await makePdf(paper)
      saveFile(file, new Blob([bytes], { type: 'application/pdf' }))
      setKeeping({ type: 'saved', says: gaps === 0 ? words.saved(file) : words.savedWithGaps(file, gaps) })
    } catch {
      // The app's own files could not be read, or the browser ran out of memory: the record itself is untouched.
      setKeeping({ type: 'failed' })
    }
  }

  return {
    saved: keeping.type === 'saved' ? keeping.says : null,
    isMaking: keeping.type === 'making',
    failed: keeping.type === 'failed',
    print: () => window.print(),
    saveHtml,
    savePdf,
  }
}
