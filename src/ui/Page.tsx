/**
 * One page: its title in the browser tab and as the heading, which takes focus when a person arrives by a link, so that a
 * screen reader says where they are.
 */
import { type ReactNode, useContext, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { TitleMark } from './title-mark'

interface PageProps {
  readonly title: string
  readonly children: ReactNode
  readonly narrow?: boolean
  /** A word above the title: what the page belongs to. */
  readonly caption?: string | undefined
}

export function Page({ title, children, narrow = false, caption }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { key } = useLocation()
  const mark = useContext(TitleMark)
  useEffect(() => {
    document.title = `${mark ? `${mark}: ` : ''}${title} – Plumbline`
  }, [title, mark])
  useEffect(() => {
    // 'default' is the first page of a visit: the browser's own start of page is right there.
    if (key !== 'default') heading.current?.focus()
  }, [key])
  return (
    <main id="main" className={narrow ? 'app-main app-main--narrow' : 'app-main'}>
      {caption && <span className="govuk-caption-l">{caption}</span>}
      <h1 className="govuk-heading-l" tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </main>
  )
}
