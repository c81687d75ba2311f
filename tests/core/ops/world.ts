/**
 * An area in memory with everybody in it: a hub takes the ops of each member and draws the consequences, as the real one
 * does. Plans, assignments and audits come about by ops alone.
 */
import type { Member, Role } from '../../../src/core/access/member'
import { Audit } from '../../../src/core/audit/audit'
import { contentHash } from '../../../src/core/framework/content-hash'
import { allCriteria } from '../../../src/core/framework/lookup'
import type { Framework, Rating } from '../../../src/core/framework/schema'
import { also, asks, consequences } from '../../../src/core/ops/consequences'
import { auditKey, frameworkKey, subjectKey } from '../../../src/core/ops/keys'
import type { Change, Ctx, Decision, Key, OpSpec, Row, Rows } from '../../../src/core/ops/op'
import { OPS, type OpData, type OpKind } from '../../../src/core/ops/registry'
import { Assignment, type Cycle, Subject } from '../../../src/core/sampling/cycle'
import { readFramework } from '../../frameworks/bundled'
import { SMALL_REGISTER } from './small-register'

export const CORE = readFramework('ehcp-core/1.0.0.json')
export const AREA = 'area1'
export const AT = '2026-11-02T10:00:00.000Z'

/** Who is there: one of each role, three auditors of three agencies, a chair who audits too. */
export const PEOPLE = {
  manager: { agency: 'sen-team', roles: ['manager', 'auditor'] },
  second: { agency: 'sen-team', roles: ['manager'] },
  chair: { agency: 'education', roles: ['chair', 'auditor'] },
  health: { agency: 'health', roles: ['auditor'] },
  health2: { agency: 'health', roles: ['auditor'] },
  social: { agency: 'social-care', roles: ['auditor'] },
  psych: { agency: 'educational-psychology', roles: ['auditor'] },
  editor: { agency: 'education', roles: ['editor'] },
  adviser: { agency: 'health', roles: ['adviser'] },
  writer: { agency: 'sen-team', roles: ['writer'] },
  board: { agency: 'education', roles: ['board'] },
} as const satisfies Readonly<Record<string, { readonly agency: string; readonly roles: readonly Role[] }>>
export type Person = keyof typeof PEOPLE

export interface World {
  readonly framework: Framework
  readonly rows: Rows
  readonly all: () => readonly Row[]
  readonly ctx: (who: string) => Ctx
  /** As the hub would decide it; nothing is stored. */
  readonly decide: <K extends OpKind>(who: string, kind: K, data: OpData<K>, more?: Partial<Ctx>) => Decision
  /** @returns the type of the refusal, or `null` when it was done. */
  readonly try: <K extends OpKind>(who: string, kind: K, data: OpData<K>, more?: Partial<Ctx>) => string | null
  /** @throws when it is refused. */
  readonly do: <K extends OpKind>(who: string, kind: K, data: OpData<K>, more?: Partial<Ctx>) => void
  /** Rows as they are, without an op. */
  readonly put: (changes: readonly Change[]) => void
  readonly row: (key: Key) => Row
  readonly has: (key: Key) => boolean
  /** Another world that begins as this one is. */
  readonly copy: () => World
}

export function emptyWorld(framework: Framework = CORE, held: readonly Row[] = []): World {
  const byKey = new Map(held.map((row) => [row.key, row]))
  const rows: Rows = {
    get: (key) => byKey.get(key) ?? 'absent',
    list: (ref) => [...byKey.values()].filter(({ refs }) => refs.includes(ref)),
  }
  const put = (changes: readonly Change[]) => {
    for (const change of changes) {
      const rev = (byKey.get(change.key)?.rev ?? 0) + 1
      byKey.set(change.key, { ...change, area: AREA, rev, v: 1 })
    }
  }
  const ctx = (who: string): Ctx => {
    const member = byKey.get(`member/${who}`)?.body as Member | undefined
    return { actor: who, roles: member?.active ? member.roles : [], at: AT }
  }
  const decide: World['decide'] = (who, kind, data, more = {}) => {
    const spec = OPS[kind] as unknown as OpSpec<unknown>
    const parsed = spec.data.parse(data)
    return spec.decide({ ...ctx(who), ...more }, readable(rows, spec, parsed), parsed)
  }
  const attempt: World['try'] = (who, kind, data, more) => {
    const decision = decide(who, kind, data, more)
    if (!decision.ok) return decision.error.type
    put(decision.value)
    const asked = new Set(asks(decision.value))
    for (const key of asked) {
      const following = consequences(key, foreseen(rows, key), more?.at ?? AT)
      put(following)
      for (const next of asks(following)) asked.add(next)
    }
    return null
  }
  return {
    framework,
    rows,
    all: () => [...byKey.values()],
    ctx,
    decide,
    try: attempt,
    do(who, kind, data, more) {
      const decision = decide(who, kind, data, more)
      if (!decision.ok) throw new Error(`${kind} by ${who}: ${JSON.stringify(decision.error)}`)
      attempt(who, kind, data, more)
    },
    put,
    row(key) {
      const row = byKey.get(key)
      if (!row) throw new Error(`there is no ${key}`)
      return row
    },
    has: (key) => byKey.has(key),
    copy: () => emptyWorld(framework, [...byKey.values()]),
  }
}

/** An op sees what it asked for, and nothing else: a key or a list it forgot to ask for is a bug. */
function readable(rows: Rows, spec: OpSpec<unknown>, data: unknown): Rows {
  const reads = new Set(spec.reads(data))
  const lists = new Set(spec.lists?.(data) ?? [])
  return {
    get: (key) => (reads.has(key) ? rows.get(key) : 'unknown'),
    list(ref) {
      if (!lists.has(ref)) throw new Error(`${ref} was listed and not asked for`)
      return rows.list(ref)
    },
  }
}

/** What the hub loads for consequences. */
function foreseen(rows: Rows, asked: Key): Rows {
  const keys = new Set<Key>([asked])
  const seen: Rows = {
    get: (key) => (keys.has(key) || rows.list(asked).some((row) => row.key === key) ? rows.get(key) : 'unknown'),
    list(ref) {
      if (ref !== asked) throw new Error(`${ref} was listed and not asked for`)
      return rows.list(ref)
    },
  }
  for (;;) {
    const fresh = also(asked, seen).filter((key) => !keys.has(key))
    if (fresh.length === 0) return seen
    for (const key of fresh) keys.add(key)
  }
}

/** The area with all its people, its standards, and its register. */
export function peopledWorld(framework: Framework = CORE): World {
  const world = emptyWorld(framework)
  world.do('manager', 'area.create', {
    areaId: AREA,
    areaName: 'Marchshire',
    memberId: 'manager',
    memberName: 'manager',
    agency: 'sen-team',
  })
  for (const [memberId, { agency, roles }] of Object.entries(PEOPLE)) {
    const member = { name: memberId, agency, roles: [...roles], active: true }
    world.do('manager', 'member.set', { areaId: AREA, memberId, member })
  }
  const key = frameworkKey(framework.id, framework.version)
  world.put([{ key, scope: 'area', refs: [], body: framework }])
  world.do('manager', 'register.import', { registerId: 'r1', summary: SMALL_REGISTER })
  return world
}

export const named = ({ id, version }: Framework) => ({ id, version })

export function cycleOf(framework: Framework = CORE): Cycle {
  return {
    name: 'November',
    purpose: 'random',
    framework: { ...named(framework), hash: contentHash(framework) ?? '' },
    register: { id: 'r1', asOf: '2026-11-01', plans: 100, digest: 'd' },
    design: {},
    seed: 'plumb',
    frame: { N: 100, digest: 'd' },
    allocation: [],
    criteria: 'core',
    startsOn: '2026-11-01',
    dueOn: '2026-12-01',
    drawnAt: AT,
    drawnBy: 'manager',
  }
}

export function subjectOf(code: string, more: Partial<Subject> = {}): Subject {
  const facts = { keyStage: 'KS2', need: 'ASD', version: 'new', setting: 'MAIN', team: null, yearGroup: 5 }
  return {
    cycleId: 'c1',
    kind: 'plan',
    code,
    facts: { ...facts, finalisedOn: null },
    stratum: {},
    double: false,
    swapped: null,
    outcome: null,
    ...more,
  }
}

/** Draws cycle `c1` of the subjects named, each known by its id in capitals. */
export function draw(world: World, ids: readonly string[], more: Partial<Subject> = {}): void {
  world.do('manager', 'cycle.draw', {
    cycleId: 'c1',
    cycle: cycleOf(world.framework),
    subjects: ids.map((id) => ({ id, subject: subjectOf(id.toUpperCase(), more) })),
    sampleKey: {
      cycleId: 'c1',
      plans: ids.map((subjectId, rank) => ({ subjectId, rank, pseudonym: `p-${subjectId}` })),
    },
  })
}

/** Everything of the core: what a whole-plan auditor is asked. */
export function coreOf(framework: Framework): string[] {
  return allCriteria(framework)
    .filter(({ core, role }) => core && role !== 'incident')
    .map(({ id }) => id)
}

export function assignmentOf(world: World, who: Person, subjectId: string, more: Partial<Assignment> = {}): Assignment {
  return {
    cycleId: 'c1',
    subjectId,
    auditor: who,
    agency: PEOPLE[who].agency,
    criteria: coreOf(world.framework),
    basis: 'duty',
    dueOn: '2026-12-01',
    state: 'asked',
    declared: null,
    blind: true,
    ...more,
  }
}

/** Asks people to audit a subject; each assignment is known as `<person>-<subject>`. */
export function give(world: World, subjectId: string, people: readonly Person[], more: Partial<Assignment> = {}): void {
  const assignments = people.map((who) => ({
    id: `${who}-${subjectId}`,
    assignment: assignmentOf(world, who, subjectId, more),
  }))
  world.do('manager', 'assignment.give', { framework: named(world.framework), assignments })
}

/** Opens the audit; it has the id of its assignment. */
export function open(world: World, who: Person, subjectId: string): void {
  const assignmentId = `${who}-${subjectId}`
  world.do(who, 'assignment.declare', { assignmentId, declared: 'none' })
  world.do(who, 'audit.open', { auditId: assignmentId, assignmentId, subjectId, cycleId: 'c1', facts: {} })
}

/** Rates everything alike but what is named. */
export function rate(
  world: World,
  who: Person,
  auditId: string,
  rating: Rating = 'met',
  but: Readonly<Record<string, Rating>> = {},
): void {
  for (const criterionId of auditOf(world, auditId).criteria) {
    world.do(who, 'rating.set', { auditId, criterionId, rated: { rating: but[criterionId] ?? rating } })
  }
}

export function submit(world: World, who: Person, auditId: string, more?: Partial<Ctx>): void {
  const { assignmentId } = auditOf(world, auditId)
  const data = { auditId, assignmentId, framework: named(world.framework), copiesDeleted: true }
  world.do(who, 'audit.submit', data, more)
}

/** Opens, rates and submits. */
export function audit(
  world: World,
  who: Person,
  subjectId: string,
  rating: Rating = 'met',
  but: Readonly<Record<string, Rating>> = {},
): void {
  open(world, who, subjectId)
  rate(world, who, `${who}-${subjectId}`, rating, but)
  submit(world, who, `${who}-${subjectId}`)
}

export const auditOf = (world: World, id: string): Audit => Audit.parse(world.row(auditKey(id)).body)
export const subjectAt = (world: World, id: string): Subject => Subject.parse(world.row(subjectKey(id)).body)
export const assignmentAt = (world: World, id: string): Assignment =>
  Assignment.parse(world.row(`assignment/${id}`).body)
