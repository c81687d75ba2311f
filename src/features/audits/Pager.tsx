/** The pages of the list as links: the first, the last and those around the one that is shown. */
import { Link } from 'react-router'
import { auditList as words } from '../../text/audits'

interface PagerProps {
  /** From 1. */
  readonly page: number
  readonly pages: number
  /** The query of a page's address, with its question mark; empty for the plain list. */
  readonly addressOf: (page: number) => string
}

export function Pager({ page, pages, addressOf }: PagerProps) {
  if (pages <= 1) return null
  return (
    <nav className="pager no-print" aria-label={words.pages}>
      {page > 1 && (
        <Link className="govuk-link pager__step" to={{ search: addressOf(page - 1) }} rel="prev">
          {words.previous}
        </Link>
      )}
      <ul className="pager__pages">
        {pagesShown(page, pages).map((shown, place) =>
          shown === null ? (
            <li key={`gap-${place === 1 ? 'before' : 'after'}`} aria-hidden="true">
              …
            </li>
          ) : (
            <li key={shown}>
              <Link
                className="govuk-link pager__page"
                to={{ search: addressOf(shown) }}
                aria-label={words.page(shown)}
                {...(shown === page && { 'aria-current': 'page' as const })}
              >
                {shown}
              </Link>
            </li>
          ),
        )}
      </ul>
      {page < pages && (
        <Link className="govuk-link pager__step" to={{ search: addressOf(page + 1) }} rel="next">
          {words.next}
        </Link>
      )}
    </nav>
  )
}

/** `null` stands for pages left out; one page alone is never left out. */
export function pagesShown(page: number, pages: number): readonly (number | null)[] {
  const near = (one: number) => one === 1 || one === pages || Math.abs(one - page) <= 1
  const shown: (number | null)[] = []
  for (let one = 1; one <= pages; one += 1) {
    if (near(one) || (near(one - 1) && near(one + 1))) shown.push(one)
    else if (shown.at(-1) !== null) shown.push(null)
  }
  return shown
}
