/**
 * Fills a PostgreSQL with areas for `scaling.mjs`: one is the fictional county as a hub would hold it, trail included; its
 * settled audits are repeated under other keys until the years are full, and the area is repeated under other names.
 *
 * Everything but the first year is copied by the database, so the chain of a copied trail does not verify; sizes, keys and
 * indexes are those of a real one.
 */
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import corePlan from '../../audit-frameworks/ehcp-core/1.0.0.json'
import wholePlan from '../../audit-frameworks/ehcp-plan/1.0.0.json'
import { Audit } from '../../src/core/audit/audit'
import { fictionalCounty } from '../../src/core/demo/county'
import { Framework } from '../../src/core/framework/schema'
import type { Change } from '../../src/core/ops/op'
import type { HubDb } from '../../src/hub/db/schema'
import { entryHash, FIRST_HASH, payloadHash } from '../../src/hub/sync/trail'

const AT = '2026-03-02T10:15:00.000Z'
/** As long as design papers take an audit to be: 4 to 6 KB. */
const NOTE_LENGTH = 450
const BYTES_PER_SEALED_PLAN = 450
const PLANS_PER_CHUNK = 1_000

export interface Filled {
  readonly auditsAYear: number
  readonly members: readonly string[]
  /** Drafts that their authors may go on rating. */
  readonly drafts: readonly { readonly id: string; readonly author: string; readonly criteria: readonly string[] }[]
}

type OpData = readonly [kind: string, field: string | null, data: unknown]

/** The area called `first`: a year of the fictional county. */
export async function fillFirst(db: HubDb, first: string, plans: number): Promise<Filled> {
  const frameworks = [corePlan, wholePlan].map((json) => Framework.parse(json))
  const county = fictionalCounty({ seed: 'scaling', today: '2026-03-02', frameworks })
  const standards = frameworks.map((framework): Change => {
    return { key: `framework/${framework.id}@${framework.version}`, scope: 'area', refs: [], body: framework }
  })
  const rows = [...standards, ...county.rows.map((row) => withLongNotes(row, county.areaId, first))]
  const { kysely } = db
  const ops = rows.flatMap((row) => opsOf(row).map((op) => ({ row, op })))
  let head = FIRST_HASH
  const counters = new Map<string, number>()
  const trail = ops.map(({ row, op: [kind, field, data] }, at) => {
    const actor = row.scope.startsWith('author:') ? row.scope.slice(7) : authorOf(row)
    const n = (counters.get(actor) ?? 0) + 1
    counters.set(actor, n)
    const [salt, payload] = [idOf(`salt${at}`), JSON.stringify(data)]
    const entry = {
      area: first,
      position: at + 1,
      device: `d-${actor}`,
      n,
      op_id: idOf(`op${at}`),
      actor,
      at_device: AT,
      at_hub: AT,
      kind,
      field: field === null ? null : `${kind}:${field}`,
      key: row.key,
      rev: at + 1,
      outcome: 'applied' as const,
      refusal: null,
      payload_hash: payloadHash(salt, payload),
      prev_hash: head,
    }
    head = entryHash(entry)
    return { ...entry, salt, payload, hash: head }
  })
  await kysely
    .insertInto('area')
    .values({ area: first, epoch: idOf('epoch'), created_at: AT, seq: rows.length, ops: trail.length, head })
    .execute()
  await inParts(rows, (part, from) =>
    kysely
      .insertInto('record')
      .values(
        part.map(({ key, scope, refs, body }, i) => {
          const kind = key.slice(0, key.indexOf('/'))
          const row = { area: first, key, kind, scope, seq: from + i + 1, rev: 1, v: 1 }
          return { ...row, refs: JSON.stringify(refs), body: JSON.stringify(body) }
        }),
      )
      .execute(),
  )
  await inParts(
    rows.flatMap(({ key, refs }) => refs.map((ref) => ({ area: first, ref, key }))),
    (part) => kysely.insertInto('ref').values(part).execute(),
  )
  await inParts(trail, (part) => kysely.insertInto('op').values(part).execute())
  // What left an author's own scope in the last half year: older markers are pruned.
  const released = rows.filter(({ key, scope }) => key.startsWith('audit/') && scope === 'auditors')
  await inParts(released.slice(released.length / 2), (part, from) =>
    kysely
      .insertInto('gone')
      .values(
        part.map((row, i) => {
          const scope = `author:${authorOf(row)}`
          return { area: first, scope, key: row.key, seq: from + i + 1, reason: 'moved' as const, at: AT }
        }),
      )
      .execute(),
  )
  await kysely
    .insertInto('device')
    .values(
      [...counters].map(([member, last_n]) => {
        const device = { area: first, id: `d-${member}`, member, name: 'Edge on Windows', session: null, last_n }
        return { ...device, waiting: '{"count":0,"oldestAt":null}', seen_at: AT, revoked: 0 }
      }),
    )
    .execute()
  for (let at = 0; at * PLANS_PER_CHUNK < plans; at++) {
    // Sealed bytes cannot be pressed together.
    const bytes = new Uint8Array(randomBytes(PLANS_PER_CHUNK * BYTES_PER_SEALED_PLAN))
    const hash = createHash('sha256').update(bytes).digest('hex')
    await kysely.insertInto('blob').values({ area: first, hash, bytes, at: AT }).execute()
  }
  const audits = rows.flatMap((row) => (row.key.startsWith('audit/') ? [{ row, audit: Audit.parse(row.body) }] : []))
  return {
    auditsAYear: audits.length,
    members: rows.flatMap(({ key }) => (key.startsWith('member/') ? [key.slice(7)] : [])),
    drafts: audits
      .filter(({ audit }) => audit.state === 'draft')
      .map(({ row, audit: { author, criteria } }) => ({ id: row.key.slice(6), author, criteria })),
  }
}

/** Repeats the settled records of an area `times` more, under keys of their own. */
export async function repeatYears({ kysely }: HubDb, area: string, times: number): Promise<void> {
  if (times < 1) return
  const kinds = sql`('subject', 'assignment', 'audit', 'moderation', 'cycle', 'sample')`
  const newKey = (column: string) =>
    sql`split_part(${sql.ref(column)}, '/', 1) || '/' || md5(${sql.ref(column)} || c.i)`
  const copies = sql`generate_series(1, ${times}::int) as c(i)`
  const { rows } = await sql<{ seq: number; ops: number }>`select seq, ops from area where area = ${area}`.execute(
    kysely,
  )
  const { seq = 0, ops = 0 } = rows[0] ?? {}
  const settled = sql`area = ${area} and kind in ${kinds} and scope not like 'author:%'`
  await sql`insert into ref select r.area, ${newKey('r.ref')}, ${newKey('r.key')} from ref r, ${copies}
    where r.area = ${area} and r.key in (select key from record where ${settled})`.execute(kysely)
  await sql`insert into record
      (area, key, kind, scope, seq, rev, v, refs, body)
    select area, ${newKey('key')}, kind, scope, seq + c.i * ${seq}::int, rev, v, refs, body
    from record, ${copies} where ${settled}`.execute(kysely)
  await sql`insert into op
      (area, position, device, n, op_id, actor, at_device, at_hub, kind, field, key, rev, outcome, salt, payload,
       payload_hash, prev_hash, hash)
    select area, position + c.i * ${ops}::int, device, n + c.i * ${ops}::int, md5(op_id || c.i), actor, at_device, at_hub,
      kind, kind || ':' || md5(split_part(field, ':', 2) || c.i) || ':' || split_part(field, ':', 3), ${newKey('key')}, rev,
      outcome, salt, payload, payload_hash, prev_hash, hash
    from op, ${copies} where area = ${area}`.execute(kysely)
  await sql`update area set seq = seq * ${times + 1}::int, ops = ops * ${times + 1}::int where area = ${area}`.execute(
    kysely,
  )
  await sql`update device set last_n = last_n + ${times * ops}::int where area = ${area}`.execute(kysely)
}

/** Repeats a whole area under another name. */
export async function repeatArea({ kysely }: HubDb, from: string, to: string): Promise<void> {
  for (const table of ['area', 'record', 'ref', 'gone', 'device', 'op', 'blob']) {
    const { rows } = await sql<{ name: string }>`
      select column_name as name from information_schema.columns
      where table_name = ${table} and column_name <> 'area' order by ordinal_position`.execute(kysely)
    const columns = sql.join(rows.map(({ name }) => sql.ref(name)))
    await sql`insert into ${sql.table(table)} (area, ${columns})
      select ${to}, ${columns} from ${sql.table(table)} where area = ${from}`.execute(kysely)
  }
  await sql`update record set key = ${`area/${to}`} where area = ${to} and kind = 'area'`.execute(kysely)
}

/** The ops that made a row, as its person's device would have sent them: a note is sent twice, the rest once. */
function opsOf(row: Change): readonly OpData[] {
  const kind = row.key.slice(0, row.key.indexOf('/'))
  if (kind !== 'audit') return [[`${kind}.set`, null, row.body]]
  const audit = Audit.parse(row.body)
  const auditId = row.key.slice(6)
  const { assignmentId, subjectId, cycleId, facts, framework, copiesDeleted } = audit
  const notes = Object.entries(audit.notes).map(([criterionId, text]): OpData => {
    return ['note.set', `${auditId}:${criterionId}`, { auditId, criterionId, text }]
  })
  return [
    ['assignment.declare', null, { assignmentId, declared: 'none' }],
    ['audit.open', null, { auditId, assignmentId, subjectId, cycleId, facts }],
    ...Object.entries(audit.ratings).map(([criterionId, rated]): OpData => {
      return ['rating.set', `${auditId}:${criterionId}`, { auditId, criterionId, rated }]
    }),
    ...notes,
    ...notes,
    ['audit.submit', null, { auditId, assignmentId, framework, copiesDeleted }],
  ]
}

function authorOf({ key, body }: Change): string {
  return key.startsWith('audit/') ? Audit.parse(body).author : 'hub'
}

function withLongNotes(row: Change, from: string, to: string): Change {
  if (row.key === `area/${from}`) return { ...row, key: `area/${to}` }
  const refs = row.refs.map((ref) => (ref === `area/${from}` ? (`area/${to}` as const) : ref))
  if (!row.key.startsWith('audit/')) return { ...row, refs }
  const audit = Audit.parse(row.body)
  const notes = Object.entries(audit.notes).map(([criterion, text]) => [criterion, longer(text, row.key + criterion)])
  return { ...row, refs, body: { ...audit, notes: Object.fromEntries(notes) } }
}

const WORDS =
  'the plan says provision in section F is not specified by hours a week and by whom so that a parent or school could tell whether it was made outcomes do not follow from needs advice names a review date views of the child are quoted and used'.split(
    ' ',
  )

/** Different words for each note, or the database would press them together as no real notes are. */
function longer(text: string, seed: string): string {
  const chance = createHash('sha512').update(seed).digest()
  let long = text
  for (let i = 0; long.length < NOTE_LENGTH; i++) {
    long += ` ${WORDS[(chance[i % chance.length] ?? 0) % WORDS.length]}${i % 9 === 8 ? '.' : ''}`
  }
  return long
}

function idOf(seed: string): string {
  return createHash('md5').update(seed).digest('hex')
}

async function inParts<T>(
  rows: readonly T[],
  write: (part: readonly T[], from: number) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += 500) await write(rows.slice(from, from + 500), from)
}
