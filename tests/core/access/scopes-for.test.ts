/** Who reads what: the table of sync.md ("Scopes"), role by role, and what holds for everybody. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Role } from '../../../src/core/access/member'
import { scopesFor } from '../../../src/core/access/scopes-for'
import { type Key, kindOf, type Row } from '../../../src/core/ops/op'
import { Subject } from '../../../src/core/sampling/cycle'
import { PEOPLE } from '../ops/world'
import { worldOfActs } from './acts'
import { anyAct } from './any-act'

const SERVICES = ['health', 'salt', 'sen-team']

const READS = `
role    | area | managers | auditors | own drafts | services
manager | yes  | yes      | yes      | yes        | all
chair   | yes  | no       | yes      | yes        | all
auditor | yes  | no       | yes      | yes        | none
editor  | yes  | no       | no       | yes        | none
adviser | yes  | no       | no       | yes        | own
writer  | yes  | no       | no       | yes        | own
board   | yes  | no       | no       | yes        | none
left    | no   | no       | no       | no         | none
`
const lines = READS.trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()))

function scopesOf(name: string): readonly string[] {
  const roles = name === 'left' ? [...Role.options] : [Role.parse(name)]
  return scopesFor({ id: 'm1', roles, active: name !== 'left', agency: 'health' }, SERVICES)
}

describe('what a role reads', () => {
  it('is said for every role', () => {
    expect(lines.map(([role]) => role)).toEqual([...Role.options, 'left'])
  })
  it.each(lines)('%s: area %s, managers %s, auditors %s, own drafts %s, services %s', (role = '', ...reads) => {
    const scopes = scopesOf(role)
    const says = (scope: string) => (scopes.includes(scope) ? 'yes' : 'no')
    const services = scopes.filter((scope) => scope.startsWith('service:'))
    const all = SERVICES.map((service) => `service:${service}`)
    const kind = services.length === 0 ? 'none' : services.length === all.length ? 'all' : 'own'
    expect([says('area'), says('managers'), says('auditors'), says('author:m1'), kind]).toEqual(reads)
    if (kind === 'own') expect(services).toEqual(['service:health'])
  })
})

const reader = fc.record({
  id: fc.constantFrom('m1', 'm2'),
  roles: fc.subarray([...Role.options]),
  active: fc.boolean(),
  agency: fc.constantFrom(...SERVICES, 'other'),
})

describe('what everybody reads', () => {
  it('is never another’s drafts, and nothing once they have left', () => {
    fc.assert(
      fc.property(reader, (member) => {
        const scopes = scopesFor(member, SERVICES)
        const authors = scopes.filter((scope) => scope.startsWith('author:'))
        expect(authors).toEqual(member.active ? [`author:${member.id}`] : [])
        if (!member.active) expect(scopes).toEqual([])
        expect(new Set(scopes).size).toBe(scopes.length)
      }),
    )
  })
  it('grows with every role and never shrinks', () => {
    fc.assert(
      fc.property(reader, fc.constantFrom(...Role.options), (member, role) => {
        const before = scopesFor(member, SERVICES)
        const after = scopesFor({ ...member, roles: [...member.roles, role] }, SERVICES)
        for (const scope of before) expect(after).toContain(scope)
      }),
    )
  })
})

describe('what others may read of a plan before its release', () => {
  const base = worldOfActs()
  const act = anyAct(base.all())
  const subjectOf = ({ refs }: Row): Key => refs.find((ref) => kindOf(ref) === 'subject') ?? 'subject/none'

  it('is no audit, no comparison, and of its result at most that it was closed', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 12 }), (acts) => {
        const world = base.copy()
        for (const one of acts) world.try(one.who, one.kind, one.data, { isOverlap: one.isOverlap })
        const shut = world.all().filter(({ key }) => {
          const kind = kindOf(key)
          return kind === 'audit' || kind === 'comparison' || kind === 'result'
        })
        for (const row of shut) {
          const subject = world.rows.get(subjectOf(row))
          const isOpen = typeof subject === 'object' && Subject.parse(subject.body).released !== undefined
          if (isOpen) continue
          if (kindOf(row.key) !== 'result') expect(row.scope, row.key).toMatch(/^author:/)
          else expect(row.body).toMatchObject({ sections: {}, floor: 'unknown', audits: 0 })
        }
      }),
      { numRuns: 400 },
    )
  }, 120_000)

  it('does not depend on who they are', () => {
    for (const [id, { agency, roles }] of Object.entries(PEOPLE)) {
      const scopes = new Set<string>(scopesFor({ id, agency, roles: [...roles], active: true }, SERVICES))
      const read = base.all().filter(({ scope }) => scopes.has(scope))
      const foreign = read.filter(({ key, scope }) => kindOf(key) === 'audit' && scope.startsWith('author:'))
      for (const { scope } of foreign) expect(scope).toBe(`author:${id}`)
    }
  })
})
