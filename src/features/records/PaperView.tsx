/**
 * A document on the page of the app: the very HTML that is saved and printed, under the page's own title.
 *
 * Effects: adopts the document's style while it is shown. The page's security policy allows no inline style, and an adopted
 * one is none; the parser runs no script, and the document has none.
 */
import { useContext, useLayoutEffect, useMemo, useRef } from 'react'
import type { Paper } from '../../core/record/paper'
import { paperBody } from '../../core/record/paper-html'
import { paperStyle } from '../../core/record/paper-style'
import { TitleMark } from '../../ui/title-mark'

export function PaperView({ paper }: { readonly paper: Paper }) {
  const sheet = useRef<HTMLElement>(null)
  const body = useMemo(() => paperBody(paper), [paper])
  useLayoutEffect(() => {
    const parsed = new DOMParser().parseFromString(body, 'text/html')
    sheet.current?.replaceChildren(...parsed.body.childNodes)
  }, [body])
  // Where the whole app is marked, on the screen and on every sheet, a second mark would only hide words.
  const isMarked = useContext(TitleMark) !== ''
  usePaperStyle(paper)
  return <article className="paper" ref={sheet} data-mark={isMarked ? undefined : (paper.mark ?? undefined)} />
}

function usePaperStyle(paper: Paper): void {
  const style = useMemo(() => paperStyle(paper), [paper])
  useLayoutEffect(() => {
    // A browser from before 2023 shows the document in the page's own plain style.
    if (!('adoptedStyleSheets' in document)) return
    const adopted = new CSSStyleSheet()
    adopted.replaceSync(style)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, adopted]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== adopted)
    }
  }, [style])
}
