/** From the first start of a hub to two people who exchange what they did, over HTTP, on both databases. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { About, Me, MemberAccounts, MemberLink, SignedIn } from '../../../src/wire/accounts'
import { PullAnswer } from '../../../src/wire/protocol'
import { forEachDatabase } from '../databases'
import { startTestHub, type TestHub, tokenOf } from './running'

const MANAGER = { areaName: 'Example County', name: 'Manager', agency: 'sen-team', email: 'manager@example.org' }
const PASSWORD = 'a long enough password'

forEachDatabase('a hub from its first start', (database) => {
  let hub: TestHub
  let manager = ''
  let area = ''

  beforeAll(async () => {
    hub = await startTestHub({ where: await database.fresh() })
  })
  afterAll(() => hub.close())

  it('says that it waits to be set up, and prints one link for it', async () => {
    const about = await hub.get('/hub/about')
    expect(about.json).toMatchObject({ product: 'plumbline', needsSetUp: true, providers: [] })
    expect(hub.setUpLink).toMatch(/^http:\/\/localhost:\d+\/join#set-up=[\w-]{43}$/)
  })

  it('makes the area and its first manager with the link, once', async () => {
    const token = tokenOf(hub.setUpLink ?? '')
    expect((await hub.post('/accounts/link', { token })).json).toMatchObject({ type: 'set-up', hasAccount: false })
    const made = await hub.post('/accounts/set-up', { token, ...MANAGER, password: PASSWORD })
    expect(made.status).toBe(200)
    manager = made.as(SignedIn).token
    const again = await hub.post('/accounts/set-up', { token, ...MANAGER, password: PASSWORD })
    expect([again.status, again.type]).toEqual([410, 'LinkUsed'])
    expect((await hub.get('/hub/about')).as(About).needsSetUp).toBe(false)
    const me = (await hub.get('/accounts/me', manager)).as(Me)
    expect(me.user).toMatchObject({ email: MANAGER.email, hasPassword: true, passkeys: 0 })
    expect(me.places).toHaveLength(1)
    expect(me.places[0]).toMatchObject({
      areaName: 'Example County',
      member: { roles: ['manager', 'chair', 'auditor'] },
    })
    area = me.places[0]?.area ?? ''
  })

  it('takes what the manager did and gives it back', async () => {
    const device = 'd-manager'
    expect((await hub.post('/accounts/devices/register', { area, device, name: 'Browser' }, manager)).status).toBe(200)
    const member = { name: 'Auditor', agency: 'health', roles: ['auditor'], active: true }
    const data = { areaId: area, memberId: 'm-auditor', member }
    const op = { opId: 'op-1', n: 1, at: new Date().toISOString(), kind: 'member.set', base: 0, data }
    const pushed = await hub.post('/sync/push', { protocol: 1, area, device, ops: [op] }, manager)
    expect(pushed.json).toEqual({ last: 1, results: [{ n: 1, outcome: 'applied' }] })
    const pulled = await hub.post('/sync/pull', pullOf(area, device), manager)
    expect(pulled.status).toBe(200)
    expect(pulled.as(PullAnswer).acked).toBe(1)
    expect(pulled.text).toContain('member/m-auditor')
  })

  it('lets an invited auditor in, who then has a place of their own', async () => {
    const made = await hub.post(
      '/accounts/invite',
      { area, memberId: 'm-auditor', email: 'Auditor@example.org' },
      manager,
    )
    expect(made.status).toBe(200)
    const token = tokenOf(made.as(MemberLink).url)
    const link = await hub.post('/accounts/link', { token })
    expect(link.json).toMatchObject({
      type: 'invite',
      memberName: 'Auditor',
      email: 'auditor@example.org',
      hasAccount: false,
    })
    const accepted = await hub.post('/accounts/accept', { token, email: 'auditor@example.org', password: PASSWORD })
    expect(accepted.status).toBe(200)
    const auditor = accepted.as(SignedIn).token
    const me = (await hub.get('/accounts/me', auditor)).as(Me)
    expect(me.places[0]).toMatchObject({ area, memberId: 'm-auditor', member: { roles: ['auditor'] } })
    const pulled = await hub.post('/sync/pull', pullOf(area, 'd-auditor'), auditor)
    expect(pulled.status).toBe(200)
    expect(pulled.as(PullAnswer).scopes.map(({ id }) => id)).not.toContain('managers')
    const list = await hub.get(`/accounts/members?area=${area}`, manager)
    expect(list.as(MemberAccounts).members.find((one) => one.memberId === 'm-auditor')).toMatchObject({
      email: 'auditor@example.org',
      hasAccount: true,
      invitedUntil: null,
    })
  })

  it('signs in by password, and ends the session by signing out', async () => {
    const signed = await hub.post('/api/auth/sign-in/email', { email: MANAGER.email, password: PASSWORD })
    expect(signed.status).toBe(200)
    expect((await hub.get('/accounts/me', signed.as(SignedIn).token)).status).toBe(200)
    expect((await hub.post('/api/auth/sign-out', {}, signed.as(SignedIn).token)).status).toBe(200)
    expect((await hub.get('/accounts/me', signed.as(SignedIn).token)).status).toBe(401)
  })
})

function pullOf(area: string, device: string) {
  return {
    protocol: 1,
    area,
    device,
    epoch: null,
    limit: 100,
    cursors: {},
    known: 0,
    waiting: { count: 0, oldestAt: null },
  }
}
