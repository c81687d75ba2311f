/** How often somebody may try, and what is told to whom it is too often. */
import { describe, expect, it } from 'vitest'
import { MANAGER_EMAIL, PASSWORD, pullOf, setUpArea } from '../accounts/area'
import { startTestHub } from './running'

describe('a hub that is asked too often', () => {
  it('stops tries of one address at links and passwords, and goes on with sync', async () => {
    const hub = await startTestHub({ where: ':memory:', limits: { tries: 5 } })
    const place = await setUpArea(hub)
    const tries: number[] = []
    for (let n = 0; n < 6; n += 1) {
      tries.push((await hub.post('/accounts/link', { token: 'a'.repeat(43) })).status)
    }
    // One of the five was the set-up itself.
    expect(tries).toEqual([404, 404, 404, 404, 429, 429])
    const busy = await hub.post('/api/auth/sign-in/email', { email: MANAGER_EMAIL, password: PASSWORD })
    expect([busy.status, busy.type, busy.headers.get('retry-after')]).toEqual([429, 'Busy', '5'])
    expect((await hub.post('/sync/pull', pullOf(place.area, 'd-1'), place.manager)).status).toBe(200)
    await hub.close()
  })

  it('stops tries at one account, however its address is written, and lets others in', async () => {
    const hub = await startTestHub({ where: ':memory:', limits: { account: 3 } })
    await setUpArea(hub)
    const signIn = async (email: string) =>
      (await hub.post('/api/auth/sign-in/email', { email, password: 'not the password' })).status
    expect(await signIn(MANAGER_EMAIL)).toBe(401)
    expect(await signIn(MANAGER_EMAIL.toUpperCase())).toBe(401)
    expect(await signIn(MANAGER_EMAIL)).toBe(401)
    expect(await signIn(MANAGER_EMAIL)).toBe(429)
    expect(await signIn('other@example.org')).toBe(401)
    await hub.close()
  })

  it('stops one session that asks without end, and no other', async () => {
    const hub = await startTestHub({ where: ':memory:', limits: { session: 4 } })
    const place = await setUpArea(hub)
    const pull = async (token: string) => (await hub.post('/sync/pull', pullOf(place.area, 'd-1'), token)).status
    const other = await hub.post('/api/auth/sign-in/email', { email: MANAGER_EMAIL, password: PASSWORD })
    // One of the four was the look at `me` after the set-up.
    const statuses = [
      await pull(place.manager),
      await pull(place.manager),
      await pull(place.manager),
      await pull(place.manager),
    ]
    expect(statuses).toEqual([200, 200, 200, 429])
    expect(await pull((other.json as { token: string }).token)).toBe(200)
    await hub.close()
  })

  it('stops an address that floods it', async () => {
    const hub = await startTestHub({ where: ':memory:', limits: { address: 10 } })
    const statuses = await Promise.all(Array.from({ length: 15 }, async () => (await hub.get('/hub/about')).status))
    expect(statuses.filter((status) => status === 429)).toHaveLength(5)
    await hub.close()
  })
})
