/**
 * Who may do what: every kind of op, of one's own records and of another's, by everybody who holds one role alone, and by
 * somebody who has left. "only auditor": refused, because only an auditor may; any other word is why else it is refused.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Role } from '../../../src/core/access/member'
import { OPS } from '../../../src/core/ops/registry'
import { ACTS, setRoles, type TriedAct, worldOfActs } from './acts'

const MATRIX = `
op                  | of                  | manager      | chair        | auditor         | editor       | adviser      | writer       | board        | left
alert.raise         | own draft           | yes          | yes          | yes             | only auditor | only auditor | only auditor | only auditor | only auditor
alert.raise         | another’s draft     | NotAuthor    | NotAuthor    | NotAuthor       | only auditor | only auditor | only auditor | only auditor | only auditor
alert.raise         | a plan              | yes          | yes          | yes             | only auditor | only auditor | only auditor | only auditor | only auditor
area.create         | this area           | Exists       | Exists       | Exists          | Exists       | Exists       | Exists       | Exists       | Exists
area.create         | another             | only manager | only manager | only manager    | only manager | only manager | only manager | only manager | only manager
assignment.declare  | own                 | only auditor | only auditor | yes             | only auditor | only auditor | only auditor | only auditor | only auditor
assignment.declare  | another’s           | only auditor | only auditor | NotAsked        | only auditor | only auditor | only auditor | only auditor | only auditor
assignment.give     | a plan              | yes          | yes          | only manager    | only manager | only manager | only manager | only manager | only manager
assignment.handover | own                 | yes          | only manager | only manager    | only manager | only manager | only manager | only manager | only manager
assignment.handover | another’s           | yes          | only manager | only manager    | only manager | only manager | only manager | only manager | only manager
assignment.withdraw | own, asked          | yes          | yes          | only manager    | only manager | only manager | only manager | only manager | only manager
assignment.withdraw | another’s, started  | yes          | yes          | only manager    | only manager | only manager | only manager | only manager | only manager
audit.open          | own                 | only auditor | only auditor | yes             | only auditor | only auditor | only auditor | only auditor | only auditor
audit.open          | another’s           | only auditor | only auditor | NotAsked        | only auditor | only auditor | only auditor | only auditor | only auditor
audit.recall        | own, in             | only auditor | only auditor | yes             | only auditor | only auditor | only auditor | only auditor | only auditor
audit.recall        | another’s, in       | only auditor | only auditor | NotAuthor       | only auditor | only auditor | only auditor | only auditor | only auditor
audit.recall        | own, released       | only auditor | only auditor | AlreadyReleased | only auditor | only auditor | only auditor | only auditor | only auditor
audit.submit        | own draft           | only auditor | only auditor | yes             | only auditor | only auditor | only auditor | only auditor | only auditor
audit.submit        | another’s draft     | only auditor | only auditor | NotAuthor       | only auditor | only auditor | only auditor | only auditor | only auditor
audit.supersede     | own, released       | only auditor | only auditor | yes             | only auditor | only auditor | only auditor | only auditor | only auditor
audit.supersede     | another’s, released | only auditor | only auditor | NotAuthor       | only auditor | only auditor | only auditor | only auditor | only auditor
audit.supersede     | own, in             | only auditor | only auditor | NotReleased     | only auditor | only auditor | only auditor | only auditor | only auditor
cycle.close         | a cycle             | yes          | only manager | only manager    | only manager | only manager | only manager | only manager | only manager
cycle.draw          | a register          | yes          | only manager | only manager    | only manager | only manager | only manager | only manager | only manager
facts.set           | own draft           | only auditor | only auditor | yes             | only auditor | only auditor | only auditor | only auditor | only auditor
facts.set           | another’s draft     | only auditor | only auditor | NotAuthor       | only auditor | only auditor | only auditor | only auditor | only auditor
framework.adopt     | new standards       | yes          | only editor  | only editor     | yes          | only editor  | only editor  | only editor  | only editor
grade.override      | own draft           | only auditor | only auditor | yes             | only auditor | only auditor | only auditor | only auditor | only auditor
grade.override      | another’s draft     | only auditor | only auditor | NotAuthor       | only auditor | only auditor | only auditor | only auditor | only auditor
grade.override      | own, released       | only auditor | only auditor | NotDraft        | only auditor | only auditor | only auditor | only auditor | only auditor
member.set          | oneself             | yes          | only manager | only manager    | only manager | only manager | only manager | only manager | only manager
member.set          | another             | yes          | only manager | only manager    | only manager | only manager | only manager | only manager | only manager
moderation.record   | released            | yes          | yes          | only chair      | only chair   | only chair   | only chair   | only chair   | only chair
moderation.record   | not released        | NotReleased  | NotReleased  | only chair      | only chair   | only chair   | only chair   | only chair   | only chair
note.choose         | own draft           | only auditor | only auditor | yes             | only auditor | only auditor | only auditor | only auditor | only auditor
note.choose         | another’s draft     | only auditor | only auditor | NotAuthor       | only auditor | only auditor | only auditor | only auditor | only auditor
note.set            | own draft           | only auditor | only auditor | yes             | only auditor | only auditor | only auditor | only auditor | only auditor
note.set            | another’s draft     | only auditor | only auditor | NotAuthor       | only auditor | only auditor | only auditor | only auditor | only auditor
note.set            | own, released       | only auditor | only auditor | NotDraft        | only auditor | only auditor | only auditor | only auditor | only auditor
rating.set          | own draft           | only auditor | only auditor | yes             | only auditor | only auditor | only auditor | only auditor | only auditor
rating.set          | another’s draft     | only auditor | only auditor | NotAuthor       | only auditor | only auditor | only auditor | only auditor | only auditor
rating.set          | own, in             | only auditor | only auditor | NotDraft        | only auditor | only auditor | only auditor | only auditor | only auditor
rating.set          | own, released       | only auditor | only auditor | NotDraft        | only auditor | only auditor | only auditor | only auditor | only auditor
rating.set          | another’s, released | only auditor | only auditor | NotAuthor       | only auditor | only auditor | only auditor | only auditor | only auditor
register.import     | a register          | yes          | only manager | only manager    | only manager | only manager | only manager | only manager | only manager
solo.adopt          | a register          | yes          | only auditor | only manager    | only auditor | only auditor | only auditor | only auditor | only auditor
subject.close       | a plan              | yes          | yes          | only manager    | only manager | only manager | only manager | only manager | only manager
subject.release     | a plan              | yes          | yes          | only chair      | only chair   | only chair   | only chair   | only chair   | only chair
subject.release     | one’s own           | OwnAuditOpen | OwnAuditOpen | only chair      | only chair   | only chair   | only chair   | only chair   | only chair
subject.single      | a plan              | yes          | yes          | only manager    | only manager | only manager | only manager | only manager | only manager
subject.swap        | a plan              | yes          | only manager | only manager    | only manager | only manager | only manager | only manager | only manager
`

const [head = [], ...lines] = MATRIX.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
const columns = head.slice(2)
const base = worldOfActs()

const ACTED = columns.map((column) => {
  const world = base.copy()
  setRoles(world, column === 'left' ? null : [Role.parse(column)])
  return world
})

describe('who may do what', () => {
  it('is said for every op and every role', () => {
    expect(new Set(ACTS.map(({ kind }) => kind))).toEqual(new Set(Object.keys(OPS)))
    expect(columns).toEqual([...Role.options, 'left'])
    expect(lines.map(([kind, of]) => `${kind} ${of}`)).toEqual(ACTS.map(({ kind, of }) => `${kind} ${of}`))
  })

  it.each(ACTS.map((act, at) => [act.kind, act.of, act, lines[at] ?? []] as const))('%s, %s', (kind, of, act, line) => {
    expect([kind, of, ...ACTED.map((world) => act.try(world) ?? 'yes')]).toEqual(line)
  })

  it('is what any one of several roles allows', () => {
    const allowed = (act: TriedAct, roles: readonly Role[]) =>
      roles.some((role) => lines[ACTS.indexOf(act)]?.[head.indexOf(role)] === 'yes')
    fc.assert(
      fc.property(fc.subarray([...Role.options], { minLength: 1 }), (roles) => {
        const world = base.copy()
        setRoles(world, roles)
        for (const act of ACTS) expect(act.try(world) === null, `${act.kind} ${act.of}`).toBe(allowed(act, roles))
      }),
      { numRuns: 60 },
    )
  })
})
