/**
 * Everything a hub holds about one plan or one member of staff, gathered for a subject access request.
 *
 * Reads only, from the snapshot it is given. Nothing is left out here: what must not be shown to whom is decided on what was
 * gathered (access-redact.ts). The register is not in it: its chunks are sealed, and the hub cannot read them.
 */
import { sql } from 'kysely'
import { Area, Member } from '../../core/access/member'
import { scopesFor } from '../../core/access/scopes-for'
import { areaKey, memberKey } from '../../core/ops/keys'
import { idOf, type Key } from '../../core/ops/op'
import { err, ok, type Result } from '../../core/result'
import { Assignment, SampleKey } from '../../core/sampling/cycle'
import type { Schema } from '../db/schema'
import type { HubTransaction } from '../db/transactions'
import { type AccountHeld, accountOf, authored, mentionsOf } from './access-member'
import { bodiesOf, type MeantSubject, meantBy, rowsOf, type Whom, type WhomRefusal } from './whom'

export interface PackRecord {
  readonly key: string
  readonly kind: string
  readonly body: unknown
  /** An audit that its author alone may read today: nobody who audits the plan may be shown it. */
  readonly isUnreleased: boolean
}

export interface PackOp {
  readonly position: number
  readonly at: string
  readonly actor: string
  readonly kind: string
  readonly outcome: string
  readonly key: string | null
  /** `null`: it was refused, erased or replaced since. */
  readonly content: unknown
}

/** A record of many things that names what is asked about, and how. */
export interface Mention {
  readonly key: string
  readonly fields: Readonly<Record<string, unknown>>
}

export interface Opening {
  readonly member: string
  readonly subject: string
  readonly state: string
  readonly declared: string | null
}

export interface Pack {
  readonly area: string
  readonly at: string
  /** `null` for a member of staff. */
  readonly plan: readonly MeantSubject[] | null
  /** Id of the member of staff; `null` for a plan. */
  readonly member: string | null
  readonly records: readonly PackRecord[]
  readonly mentions: readonly Mention[]
  readonly trail: readonly PackOp[]
  /** Who was asked to audit it, and how far they came: nobody else opens a plan here. */
  readonly openings: readonly Opening[]
  /** Members who may read its released records today. */
  readonly readers: readonly string[]
  readonly account: AccountHeld | null
}

export type People = ReadonlyMap<string, Member>

export interface Gathered {
  readonly pack: Pack
  readonly people: People
}

export type PackRefusal = WhomRefusal | { readonly type: 'UnknownArea' }

type Asked = Exclude<Whom, { readonly type: 'key' }>

export async function gatherPack(
  trx: HubTransaction,
  area: string,
  whom: Asked,
  at: string,
): Promise<Result<Gathered, PackRefusal>> {
  const [areaRow] = await rowsOf(trx, area, [areaKey(area)])
  if (!areaRow) return err({ type: 'UnknownArea' })
  const meant = await meantBy(trx, area, whom)
  if (!meant.ok) return meant
  const members = await bodiesOf(trx, area, 'member')
  const people = new Map(members.map(({ key, body }) => [idOf(key), Member.parse(body)] as const))
  const name = Area.parse(JSON.parse(areaRow.body)).name
  const start = { area: name, at, plan: null, member: null, openings: [], readers: [], account: null }
  const held =
    whom.type === 'subject'
      ? await heldOfPlan(trx, area, meant.value.keys, meant.value.subjects, people)
      : await heldOfMember(trx, area, whom.id, people)
  return ok({ pack: { ...start, ...held }, people })
}

type Held = Partial<Pack> & Pick<Pack, 'records' | 'mentions' | 'trail'>

async function heldOfPlan(
  trx: HubTransaction,
  area: string,
  keys: readonly Key[],
  subjects: readonly MeantSubject[],
  people: People,
): Promise<Held> {
  const rows = await rowsOf(trx, area, keys)
  const ids = new Set(subjects.map(({ id }) => id))
  const codeOf = new Map(subjects.map(({ id, code }) => [id, code]))
  const assignments = rows
    .filter(({ kind }) => kind === 'assignment')
    .map(({ body }) => Assignment.parse(JSON.parse(body)))
  return {
    plan: subjects,
    records: rows.map(recordOf),
    mentions: (await bodiesOf(trx, area, 'sample')).flatMap(({ key, body }): readonly Mention[] => {
      const plans = SampleKey.parse(body).plans.filter(({ subjectId }) => ids.has(subjectId))
      return plans.map(({ rank, pseudonym }) => ({ key, fields: { rank, pseudonym } }))
    }),
    trail: await opsAbout(trx, area, keys),
    openings: assignments.map(({ auditor, subjectId, state, declared }) => {
      return { member: auditor, subject: codeOf.get(subjectId) ?? subjectId, state, declared }
    }),
    readers: [...people]
      .filter(([id, member]) => scopesFor({ ...member, id }, []).includes('auditors'))
      .map(([id]) => id),
  }
}

async function heldOfMember(trx: HubTransaction, area: string, id: string, people: People): Promise<Held> {
  const rows = await namingRows(trx, area, id)
  const own = rows.filter((row) => row.key === memberKey(id) || authored(id, row))
  const name = people.get(id)?.name ?? ''
  const naming = await bodiesNaming(trx, area, name)
  const others = [...rows, ...naming].filter(({ key }) => !own.some((row) => row.key === key))
  const once = new Map(others.map((row) => [row.key, row]))
  const { rows: ops } = await sql<Schema['op']>`
    select * from op where area = ${area} and actor = ${id} order by position`.execute(trx)
  return {
    member: id,
    records: own.map(recordOf),
    mentions: [...once.values()].map(({ key, body }) => ({ key, fields: mentionsOf(JSON.parse(body), id, name) })),
    trail: ops.map(packOp),
    account: await accountOf(trx, area, id),
  }
}

/** Rows that hold the id as a value: ids are random, so nothing else does. */
async function namingRows(trx: HubTransaction, area: string, id: string): Promise<readonly Schema['record'][]> {
  const { rows } = await sql<Schema['record']>`
    select * from record where area = ${area} and (key = ${memberKey(id)} or body like ${`%${JSON.stringify(id)}%`})
    order by key`.execute(trx)
  return rows
}

async function bodiesNaming(trx: HubTransaction, area: string, name: string): Promise<readonly Schema['record'][]> {
  if (name === '') return []
  const { rows } = await sql<Schema['record']>`
    select * from record where area = ${area} and kind <> 'framework' and body like ${`%${name}%`} order by key`.execute(
    trx,
  )
  return rows
}

/** Every op that changed one of the keys or carried its id, and every one that is told by its key alone. */
async function opsAbout(trx: HubTransaction, area: string, keys: readonly Key[]): Promise<readonly PackOp[]> {
  const found = new Map<number, Schema['op']>()
  for (const key of keys) {
    const { rows } = await sql<Schema['op']>`
      select * from op where area = ${area}
        and (key = ${key} or payload like ${`%${JSON.stringify(idOf(key))}%`})`.execute(trx)
    for (const row of rows) found.set(row.position, row)
  }
  return [...found.values()].sort((a, b) => a.position - b.position).map((op) => ofPlanAlone(packOp(op), keys))
}

/** A draw or a list of assignments carries many plans: of such an op only what is about this one is given. */
function ofPlanAlone(op: PackOp, keys: readonly Key[]): PackOp {
  const ids = new Set(keys.map(idOf))
  return { ...op, content: onlyAbout(op.content, ids) }
}

function onlyAbout(value: unknown, ids: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) {
    const isListOfThings = value.some((item) => typeof item === 'object' && item !== null)
    const kept = isListOfThings ? value.filter((item) => names(item, ids)) : value
    return kept.map((item) => onlyAbout(item, ids))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([field, inside]) => [field, onlyAbout(inside, ids)]))
}

function names(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return ids.has(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((inside) => names(inside, ids))
}

function recordOf({ key, kind, scope, body }: Schema['record']): PackRecord {
  return { key, kind, body: JSON.parse(body), isUnreleased: kind === 'audit' && scope.startsWith('author:') }
}

function packOp({ position, at_hub, actor, kind, outcome, key, payload }: Schema['op']): PackOp {
  return { position, at: at_hub, actor, kind, outcome, key, content: payload === null ? null : JSON.parse(payload) }
}
