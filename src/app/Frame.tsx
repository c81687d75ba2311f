/** The frame around every page: name, menu, what is saved, and the promise at the foot. */
import { lazy, type ReactNode, Suspense } from 'react'
import { NavLink, useLocation } from 'react-router'
import { useSyncStatus } from '../sync/status'
import { common } from '../text/common'
import { helpAddress } from './help-address'
import { SaveStatus } from './SaveStatus'
import { UpdatePrompt } from './UpdatePrompt'

const JoinedFooter = lazy(() => import('./JoinedFooter').then((m) => ({ default: m.JoinedFooter })))

const PAGES = [
  { to: '/', label: common.nav.home },
  { to: '/audits', label: common.nav.audits },
  { to: '/cycles', label: common.nav.cycles },
  { to: '/register', label: common.nav.register },
  { to: '/trends', label: common.nav.trends },
  { to: '/frameworks', label: common.nav.frameworks },
  { to: '/settings', label: common.nav.settings },
] as const

interface FrameProps {
  readonly children: ReactNode
  /** Before set-up there is nowhere to go. */
  readonly menu: boolean
}

export function Frame({ children, menu }: FrameProps) {
  const { pathname, search } = useLocation()
  const isJoined = useSyncStatus((state) => state.mode === 'joined')
  const isSent = isJoined || pathname === '/join' || pathname === '/sign-in'
  return (
    <div className="app">
      <a href="#main" className="govuk-skip-link">
        {common.skip}
      </a>
      <header className="app-header">
        <div className="app-header__bar">
          <NavLink to="/" className="app-header__name">
            <img className="app-header__mark" src="/icon.svg" alt="" />
            {common.product}
          </NavLink>
          {menu && (
            <nav aria-label={common.menu}>
              <ul className="app-nav">
                {PAGES.map(({ to, label }) => (
                  <li key={to}>
                    <NavLink to={to} end={to === '/'}>
                      {label}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <div className="app-header__state">
            <SaveStatus />
            <NavLink className="app-header__help" to={helpAddress(pathname, search, menu)}>
              {common.help}
            </NavLink>
          </div>
        </div>
      </header>
      <UpdatePrompt />
      {children}
      <footer className="app-footer">
        <div>
          {isSent ? (
            <Suspense>
              <JoinedFooter />
            </Suspense>
          ) : (
            common.footer
          )}
        </div>
      </footer>
    </div>
  )
}
