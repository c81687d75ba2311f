/**
 * What nobody can do, whatever role they hold and whatever they send: write in another's audit, change one that is submitted
 * or released, or move another's into a scope where it may be read.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Audit } from '../../../src/core/audit/audit'
import { type Change, kindOf, type Row } from '../../../src/core/ops/op'
import type { World } from '../ops/world'
import { worldOfActs } from './acts'
import { type AnyAct, anyAct, EVERY_ROLE } from './any-act'

/** Everybody may do everything that any role may. */
function almighty(): World {
  const world = worldOfActs()
  for (const row of world.all()) {
    if (kindOf(row.key) !== 'member') continue
    world.put([{ ...row, body: { ...(row.body as object), roles: [...EVERY_ROLE] } }])
  }
  return world
}

const base = almighty()
const act = anyAct(base.all())

/** Why a change by this member breaks the rule; `null`: it does not. */
function trespass(change: Change, before: Row | 'absent' | 'unknown', { who, kind }: AnyAct): string | null {
  const named = `${kind} by ${who} of ${change.key}`
  if (change.scope.startsWith('author:') && change.scope !== `author:${who}`)
    return `${named} writes in ${change.scope}`
  if (typeof before !== 'object') return null
  if (before.scope.startsWith('author:') && before.scope !== `author:${who}`) return `${named} changes ${before.scope}`
  if (kindOf(change.key) !== 'audit') return null
  const audit = Audit.parse(before.body)
  if (audit.author !== who) return `${named} changes another’s audit`
  if (before.scope === 'auditors') return `${named} changes a released audit`
  return audit.state === 'submitted' && kind !== 'audit.recall' ? `${named} changes a submitted audit` : null
}

describe('an audit', () => {
  it('is written by its author alone, and by nobody once it is submitted', () => {
    let done = 0
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 12 }), (acts) => {
        const world = base.copy()
        for (const one of acts) {
          const decision = world.decide(one.who, one.kind, one.data, { isOverlap: one.isOverlap })
          if (!decision.ok) continue
          done += 1
          const broken = decision.value.map((change) => trespass(change, world.rows.get(change.key), one))
          expect(broken.filter((why) => why !== null)).toEqual([])
          world.do(one.who, one.kind, one.data, { isOverlap: one.isOverlap })
        }
      }),
      { numRuns: 600 },
    )
    // Enough of what was sent was taken: the rule is not kept by refusing everything.
    expect(done).toBeGreaterThan(500)
  }, 120_000)

  it('once released says the same for ever, and before that follows from nothing another does but its opening', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 12 }), (acts) => {
        const world = base.copy()
        for (const one of acts) {
          const before = auditsOf(world)
          world.try(one.who, one.kind, one.data, { isOverlap: one.isOverlap })
          for (const [key, row] of before) {
            const after = world.row(key)
            if (row.scope === 'auditors') expect(after).toEqual(row)
            else if (row.scope !== `author:${one.who}`) {
              const { blind: _marked, ...body } = Audit.parse(after.body)
              const { blind: _was, ...said } = Audit.parse(row.body)
              expect(body).toEqual(said)
              if (after.scope !== row.scope) expect([after.scope, said.state]).toEqual(['auditors', 'submitted'])
            }
          }
        }
      }),
      { numRuns: 400 },
    )
  }, 120_000)

  it('is found out when the rule is broken: the test can fail', () => {
    const row = base.row('audit/health-drafts')
    const mine = { who: 'actor', kind: 'rating.set', data: {} as AnyAct['data'], isOverlap: false } as const
    expect(trespass({ ...row, scope: 'author:health' }, row, mine)).toMatch('writes in author:health')
    expect(trespass({ ...row, scope: 'author:actor' }, row, mine)).toMatch('changes author:health')
    const open = base.row('audit/actor-open')
    expect(trespass(open, open, mine)).toMatch('changes a released audit')
  })
})

function auditsOf(world: World): ReadonlyMap<Row['key'], Row> {
  return new Map(world.all().flatMap((row) => (kindOf(row.key) === 'audit' ? [[row.key, row] as const] : [])))
}
