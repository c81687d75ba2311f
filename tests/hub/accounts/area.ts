/** An area on a test hub, set up and peopled over HTTP as its manager's browser does it. */
import type { Member } from '../../../src/core/access/member'
import { Me, MemberLink, SignedIn } from '../../../src/wire/accounts'
import { PushAnswer } from '../../../src/wire/protocol'
import { type TestHub, tokenOf } from '../http/running'

export const PASSWORD = 'a long enough password'
export const MANAGER_EMAIL = 'manager@example.org'

export interface TestArea {
  readonly area: string
  /** The first manager's session and member. */
  readonly manager: string
  readonly managerId: string
  /** Adds a member or changes one, by an op of the manager's device. */
  readonly setMember: (id: string, member?: Partial<Member>) => Promise<void>
  /** The token of an invitation. */
  readonly invite: (id: string, email?: string) => Promise<string>
  /** Adds a member with an account. @returns the token of their session. */
  readonly join: (id: string, email: string, member?: Partial<Member>) => Promise<string>
}

export async function setUpArea(hub: TestHub): Promise<TestArea> {
  const made = await hub.post('/accounts/set-up', {
    token: tokenOf(hub.setUpLink ?? ''),
    areaName: 'Example County',
    name: 'Manager',
    agency: 'sen-team',
    email: MANAGER_EMAIL,
    password: PASSWORD,
  })
  const manager = made.as(SignedIn).token
  const place = (await hub.get('/accounts/me', manager)).as(Me).places[0]
  if (!place) throw new Error('the manager has no place')
  const { area, memberId: managerId } = place
  let n = 0

  async function setMember(id: string, member: Partial<Member> = {}): Promise<void> {
    n += 1
    const whole: Member = { name: `Member ${id}`, agency: 'health', roles: ['auditor'], active: true, ...member }
    const data = { areaId: area, memberId: id, member: whole }
    const op = { opId: `set-member-${n}`, n, at: new Date().toISOString(), kind: 'member.set', base: n, data }
    const pushed = await hub.post('/sync/push', { protocol: 1, area, device: 'd-manager', ops: [op] }, manager)
    const [result] = pushed.as(PushAnswer).results
    if (result?.outcome !== 'applied') throw new Error(`the member was not set: ${pushed.text}`)
  }

  async function invite(id: string, email?: string): Promise<string> {
    const link = await hub.post('/accounts/invite', { area, memberId: id, ...(email && { email }) }, manager)
    return tokenOf(link.as(MemberLink).url)
  }

  async function join(id: string, email: string, member?: Partial<Member>): Promise<string> {
    await setMember(id, member)
    const token = await invite(id, email)
    return (await hub.post('/accounts/accept', { token, email, password: PASSWORD })).as(SignedIn).token
  }

  return { area, manager, managerId, setMember, invite, join }
}

export function pullOf(area: string, device: string) {
  const waiting = { count: 0, oldestAt: null }
  return { protocol: 1, area, device, epoch: null, limit: 100, cursors: {}, known: 0, waiting }
}
