/** The way back in: a link made on the hub's own machine, and a manager's limits where an account opens two areas. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recover } from '../../../src/hub/accounts/recover'
import type { Hub } from '../../../src/hub/hub'
import { createArea } from '../../../src/hub/sync/create-area'
import { Me, SignedIn } from '../../../src/wire/accounts'
import { forEachDatabase } from '../databases'
import { startTestHub, type TestHub, tokenOf } from '../http/running'
import { setUpArea, type TestArea } from './area'

const SECOND = { area: '2'.repeat(32), member: 'm-second' }

forEachDatabase('recovery', (database) => {
  let running: TestHub
  let place: TestArea
  let hub: Hub
  let serial = 0

  beforeAll(async () => {
    const where = await database.fresh()
    running = await startTestHub({ where })
    place = await setUpArea(running)
    const newId = () => String(++serial).padStart(32, '0')
    hub = { db: await database.open(where), now: () => new Date().toISOString(), newId }
  })
  afterAll(() => running.close())

  const reset = (url: string) =>
    running.post('/accounts/reset', { token: tokenOf(url), password: 'the recovered password' })

  it('makes a reset link for the only manager, at the address the hub last ran at', async () => {
    const made = await recover(hub, null, null)
    if (!made.ok) throw new Error('there is one manager')
    expect(made.value.candidate).toMatchObject({ area: place.area, member: place.managerId, name: 'Manager' })
    expect(made.value.url.startsWith(`${running.url}/join#reset=`)).toBe(true)
    expect((await reset(made.value.url)).status).toBe(200)
    expect((await running.get('/accounts/me', place.manager)).status).toBe(401)
  })

  it('lists the managers when there are several, and finds one by name or id', async () => {
    const signedIn = await running.post('/api/auth/sign-in/email', {
      email: 'manager@example.org',
      password: 'the recovered password',
    })
    const token = signedIn.as(SignedIn).token
    await createArea(hub, {
      ...SECOND,
      areaName: 'Second County',
      name: 'Second manager',
      agency: 'health',
      hubOrigin: running.url,
    })
    const several = await recover(hub, null, null)
    expect(several).toMatchObject({ ok: false, error: [{ name: 'Manager' }, { name: 'Second manager' }] })
    expect(await recover(hub, 'nobody', null)).toEqual({ ok: false, error: [] })

    const invited = await recover(hub, 'second MANAGER', 'https://audits.example.org')
    if (!invited.ok) throw new Error('there is one of this name')
    expect(invited.value.url.startsWith('https://audits.example.org/join#invite=')).toBe(true)
    const accepted = await running.ask('/accounts/accept', {
      json: { token: tokenOf(invited.value.url), email: 'manager@example.org' },
      token,
    })
    expect(accepted.as(SignedIn).token).toBe(token)
    const { places } = (await running.get('/accounts/me', token)).as(Me)
    expect(places.map(({ areaName }) => areaName)).toEqual(['Example County', 'Second County'])
  })

  it('is the only way to a new password for an account that opens two areas', async () => {
    const again = await running.post('/api/auth/sign-in/email', {
      email: 'manager@example.org',
      password: 'the recovered password',
    })
    const asked = { area: place.area, memberId: place.managerId }
    const refused = await running.post('/accounts/reset-link', asked, again.as(SignedIn).token)
    expect([refused.status, refused.type]).toEqual([409, 'OtherAreas'])
    const made = await recover(hub, place.managerId, null)
    expect(made.ok && (await reset(made.value.url)).status).toBe(200)
  })
})
