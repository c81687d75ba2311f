/** Devices and leavers: whose access ends when, and what they are told. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Me, MemberAccounts, SignedIn } from '../../../src/wire/accounts'
import { PullAnswer } from '../../../src/wire/protocol'
import { forEachDatabase } from '../databases'
import { startTestHub, type TestHub } from '../http/running'
import { PASSWORD, pullOf, setUpArea, type TestArea } from './area'

forEachDatabase('devices', (database) => {
  let hub: TestHub
  let place: TestArea

  beforeAll(async () => {
    hub = await startTestHub({ where: await database.fresh() })
    place = await setUpArea(hub)
  })
  afterAll(() => hub.close())

  const register = (token: string, device: string, name = 'Browser') =>
    hub.post('/accounts/devices/register', { area: place.area, device, name }, token)
  const revoke = (token: string, device: string) =>
    hub.post('/accounts/devices/revoke', { area: place.area, device }, token)
  const pull = (token: string, device: string) => hub.post('/sync/pull', pullOf(place.area, device), token)
  const signIn = async (email: string) =>
    (await hub.post('/api/auth/sign-in/email', { email, password: PASSWORD })).as(SignedIn).token

  it('are listed with what they said was waiting', async () => {
    const token = await place.join('m-listed', 'listed@example.org')
    expect((await register(token, 'd-listed', 'Edge on Windows')).json).toEqual({})
    const waiting = { count: 3, oldestAt: '2026-03-02T10:15:00.000Z' }
    await hub.post('/sync/pull', { ...pullOf(place.area, 'd-listed'), waiting }, token)
    const device = { id: 'd-listed', name: 'Edge on Windows', waiting, revoked: false }
    expect((await hub.get('/accounts/me', token)).as(Me).places[0]?.devices).toMatchObject([device])
    const { members } = (await hub.get(`/accounts/members?area=${place.area}`, place.manager)).as(MemberAccounts)
    expect(members.find(({ memberId }) => memberId === 'm-listed')?.devices).toMatchObject([device])
  })

  it('of another member are nobody else’s: the same id is refused, and so is revoking it', async () => {
    const owner = await place.join('m-owner', 'owner@example.org')
    const other = await place.join('m-other', 'other@example.org')
    await register(owner, 'd-owner')
    const taken = await register(other, 'd-owner')
    expect([taken.status, taken.type]).toEqual([409, 'DeviceTaken'])
    expect((await revoke(other, 'd-owner')).status).toBe(403)
    expect((await revoke(other, 'd-nobody')).text).toBe((await revoke(other, 'd-owner')).text)
    expect((await pull(owner, 'd-owner')).status).toBe(200)
  })

  it('revoked by their member end that session, and stay revoked for the next one', async () => {
    const token = await place.join('m-lost', 'lost@example.org')
    const another = await signIn('lost@example.org')
    await register(token, 'd-lost')
    expect((await revoke(another, 'd-lost')).status).toBe(200)
    const ended = await pull(token, 'd-lost')
    expect([ended.status, ended.type]).toEqual([401, 'SignedOut'])
    expect((await pull(another, 'd-else')).status).toBe(200)
    for (const answer of [
      await pull(another, 'd-lost'),
      await register(another, 'd-lost'),
      await hub.post('/sync/push', { protocol: 1, area: place.area, device: 'd-lost', ops: [] }, another),
    ]) {
      expect([answer.status, answer.type]).toEqual([403, 'Revoked'])
    }
  })

  it('revoked by a manager end the session they last used, also one begun after they were named', async () => {
    const first = await place.join('m-moved', 'moved@example.org')
    await register(first, 'd-moved')
    const second = await signIn('moved@example.org')
    expect(
      (await hub.post('/sync/push', { protocol: 1, area: place.area, device: 'd-moved', ops: [] }, second)).status,
    ).toBe(200)
    expect((await revoke(place.manager, 'd-moved')).status).toBe(200)
    expect((await hub.get('/accounts/me', second)).status).toBe(401)
    expect((await hub.get('/accounts/me', first)).status).toBe(200)
  })

  it('of the hub itself cannot be revoked', async () => {
    expect((await revoke(place.manager, 'hub')).status).toBe(403)
  })

  it('give back what they hold when their member has left, and the account has no place', async () => {
    const token = await place.join('m-leaver', 'leaver@example.org')
    const pulled = (await pull(token, 'd-leaver')).as(PullAnswer)
    const cursors = Object.fromEntries(pulled.scopes.map(({ id, seq }) => [id, seq]))
    expect(Object.keys(cursors)).toContain('area')
    await place.setMember('m-leaver', { active: false })
    const after = await hub.post(
      '/sync/pull',
      { ...pullOf(place.area, 'd-leaver'), epoch: pulled.epoch, cursors },
      token,
    )
    expect(after.as(PullAnswer).scopes).toEqual([])
    expect([...after.as(PullAnswer).gone].sort()).toEqual(Object.keys(cursors).sort())
    expect((await hub.get('/accounts/me', token)).as(Me).places).toEqual([])
  })

  it('of a closed account end, every session with them', async () => {
    const token = await place.join('m-closed', 'closed@example.org')
    await register(token, 'd-closed')
    const another = await signIn('closed@example.org')
    expect((await hub.post('/accounts/close', { area: place.area, memberId: 'm-closed' }, place.manager)).json).toEqual(
      {},
    )
    expect((await hub.get('/accounts/me', token)).status).toBe(401)
    expect((await hub.get('/accounts/me', another)).status).toBe(401)
    expect((await pull(await signIn('closed@example.org'), 'd-closed')).type).toBe('Revoked')
  })

  it('of an area are reached by its members alone, and an area that is not there looks the same', async () => {
    const token = await place.join('m-inside', 'inside@example.org')
    const elsewhere = { ...pullOf('f'.repeat(32), 'd-inside') }
    const refused = await hub.post('/sync/pull', elsewhere, token)
    expect([refused.status, refused.type]).toEqual([403, 'Forbidden'])
    expect((await hub.post('/sync/pull', elsewhere)).status).toBe(401)
    expect((await hub.post('/sync/pull', elsewhere, 'not-a-token-of-anybody-at-all-000')).status).toBe(401)
  })
})
