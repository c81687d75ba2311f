/** Draws one screen on a fresh, set-up device, as the app does: with its address, its session and a way to hand it over. */
import { configure, render } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import { MemoryRouter } from 'react-router'
import { vi } from 'vitest'
import { type Device, openDevice, type Session } from '../../src/store/device'
import { HereContext } from '../../src/store/hooks'
import { newId } from '../../src/store/ids'
import { setUpArea } from '../../src/store/set-up'

// A busy machine is slow, not wrong: what a test waits for gets a while to appear.
configure({ asyncUtilTimeout: 5_000 })
vi.setConfig({ testTimeout: 30_000 })

/** A fresh database for one test, set up with its first manager. */
export async function freshDevice(): Promise<{ readonly device: Device; readonly session: Session }> {
  const device = await openDevice(`screen-${newId()}`)
  const session = await setUpArea(device, {
    areaName: 'Testshire',
    memberName: 'First manager',
    agency: 'sen-team',
  })
  if (!session.ok) throw new Error(session.error.type)
  return { device, session: session.value }
}

interface ShellProps {
  readonly device: Device
  readonly first: Session
  readonly path: string
  readonly children: ReactNode
}

function Shell({ device, first, path, children }: ShellProps) {
  const [session, setSession] = useState(first)
  return (
    <MemoryRouter initialEntries={[path]}>
      <HereContext value={{ device, session, onSession: setSession }}>{children}</HereContext>
    </MemoryRouter>
  )
}

export function showScreen(device: Device, session: Session, screen: ReactNode, path = '/') {
  return render(
    <Shell device={device} first={session} path={path}>
      {screen}
    </Shell>,
  )
}
