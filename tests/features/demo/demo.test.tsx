import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { describe, expect, it, vi } from 'vitest'
import { isDemoArea } from '../../../src/core/access/demo-area'
import { DemoMark } from '../../../src/features/demo/DemoMark'
import { DemoStartPage } from '../../../src/features/demo/DemoStartPage'
import { DEMO_DATABASE, throwDemoAway } from '../../../src/store/demo-place'
import { openDevice, type Session } from '../../../src/store/device'
import { newId } from '../../../src/store/ids'
import { demo } from '../../../src/text/demo'
import { Page } from '../../../src/ui/Page'

function showMarked(onThrowAway: (() => void) | null) {
  return render(
    <MemoryRouter>
      <DemoMark onThrowAway={onThrowAway}>
        <Page title="Cycles">
          <p>content</p>
        </Page>
      </DemoMark>
    </MemoryRouter>,
  )
}

describe('the mark of a fictional county', () => {
  it('stands on the page, before its title in the tab, and once more for every printed sheet', () => {
    showMarked(() => undefined)
    expect(screen.getByRole('region', { name: demo.bar })).toHaveTextContent(demo.mark)
    expect(document.title).toBe('Fictional: Cycles – Plumbline')
    expect(document.querySelector('.demo__sheet')).toHaveTextContent(demo.mark)
  })

  it('leads to the real area by a whole new page, never within the tab’s app', () => {
    showMarked(null)
    expect(screen.getByRole('link', { name: demo.leave })).toHaveAttribute('href', '/')
  })

  it('throws the county away only when asked twice, and keeps it when not', async () => {
    const thrown = vi.fn()
    showMarked(thrown)
    await userEvent.click(screen.getByRole('button', { name: demo.throwAway.ask }))
    expect(screen.getByRole('status')).toHaveTextContent(demo.throwAway.sure)
    expect(screen.getByRole('button', { name: demo.throwAway.no })).toHaveFocus()
    await userEvent.click(screen.getByRole('button', { name: demo.throwAway.no }))
    expect(thrown).not.toHaveBeenCalled()
    expect(screen.getByRole('button', { name: demo.throwAway.ask })).toHaveFocus()
    await userEvent.click(screen.getByRole('button', { name: demo.throwAway.ask }))
    await userEvent.click(screen.getByRole('button', { name: demo.throwAway.yes }))
    expect(thrown).toHaveBeenCalledOnce()
  })

  it('has nothing to throw away before there is a county', () => {
    showMarked(null)
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })
})

async function showStart(path: string) {
  const device = await openDevice(`${DEMO_DATABASE}-${newId()}`)
  const onSession = vi.fn<(session: Session) => void>()
  render(
    <MemoryRouter initialEntries={[path]}>
      <DemoStartPage device={device} onSession={onSession} />
    </MemoryRouter>,
  )
  return { device, onSession }
}

describe('making the fictional county', () => {
  it('begins at once for somebody who pressed for it, and hands over to its manager', async () => {
    const { device, onSession } = await showStart('/?start')
    expect(screen.getByRole('progressbar')).toBeInTheDocument()
    await waitFor(() => expect(onSession).toHaveBeenCalledOnce(), { timeout: 25_000 })
    expect(isDemoArea(onSession.mock.calls[0]?.[0].areaId ?? '')).toBe(true)
    await throwDemoAway(device)
  }, 30_000)

  it('waits for a press when somebody only comes back to its address', async () => {
    const { device } = await showStart('/cycles')
    expect(screen.getByRole('button', { name: demo.start.action })).toBeInTheDocument()
    expect(await device.tables.rows.count()).toBe(0)
    await throwDemoAway(device)
  })
})
