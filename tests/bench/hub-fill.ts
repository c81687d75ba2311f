/**
 * What `hub.mjs` puts into an area: drafts as they are after a day's work, by the hub's own push, and beside them settled
 * audits of the same size, written straight into the feed.
 */
import { randomBytes } from 'node:crypto'
import { contentHash } from '../../src/core/framework/content-hash'
import { Framework } from '../../src/core/framework/schema'
import type { OpData, OpKind } from '../../src/core/ops/registry'
import type { HubDb, Schema } from '../../src/hub/db/schema'
import { lockArea, writeTransaction } from '../../src/hub/db/transactions'
import type { Caller, Hub } from '../../src/hub/hub'
import { feedRows } from '../../src/hub/sync/feed-rows'
import { push } from '../../src/hub/sync/push'
import { writeEnds, writeFeed } from '../../src/hub/sync/write-batch'
import { MOST_OPS, type WireOp } from '../../src/wire/protocol'

export const AT = '2026-03-02T10:15:00.000Z'
const NOTE = 'The outcome names a skill, by when and how anybody will see that it has been reached. '

export interface BenchArea {
  readonly caller: Caller
  readonly drafts: readonly string[]
  readonly criteria: readonly string[]
}

export function hubOf(db: HubDb): Hub {
  return { db, now: () => new Date().toISOString(), newId: () => randomBytes(16).toString('hex') }
}

export function opOf<K extends OpKind>(n: number, kind: K, data: OpData<K>): WireOp {
  return { opId: randomBytes(16).toString('hex'), n, at: AT, kind, base: 1_000_000, data }
}

/** The area of `member`, whose `drafts` have every rating and twelve notes: 4 to 5 KB each. */
export async function fillDrafts(hub: Hub, caller: Caller, drafts: number): Promise<BenchArea> {
  const { area, member } = caller
  const row = await hub.db.kysely
    .selectFrom('record')
    .select('body')
    .where('area', '=', area)
    .where('key', '=', 'framework/ehcp-plan@1.0.0')
    .executeTakeFirstOrThrow()
  const framework = Framework.parse(JSON.parse(row.body))
  const { id, version } = framework
  const criteria = framework.sections.flatMap((section) => section.criteria.map((criterion) => criterion.id))
  const ids = Array.from({ length: drafts }, () => randomBytes(16).toString('hex'))
  const [cycleId, registerId] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')]
  let n = 0
  const device = `d-${randomBytes(8).toString('hex')}`
  const next = <K extends OpKind>(kind: K, data: OpData<K>) => {
    n += 1
    return opOf(n, kind, data)
  }
  const summary = {
    format: 'case-a',
    asOf: '2026-01-15',
    importedAt: AT,
    plans: drafts,
    rows: drafts,
    excluded: {},
    warnings: {},
    marginals: {},
    columns: {},
    digest: 'd',
    chunks: [],
  }
  const facts = {
    keyStage: 'KS2',
    need: 'ASD',
    version: 'new',
    setting: 'MAIN',
    team: null,
    yearGroup: 5,
    finalisedOn: null,
  }
  const subject = { cycleId, kind: 'plan' as const, facts, stratum: {}, double: false, swapped: null, outcome: null }
  const ops = [
    next('register.import', { registerId, summary }),
    next('cycle.draw', {
      cycleId,
      cycle: {
        name: 'Spring',
        purpose: 'random',
        framework: { id, version, hash: contentHash(framework) ?? '' },
        register: { id: registerId, asOf: '2026-01-15', plans: drafts, digest: 'd' },
        design: {},
        seed: 'plumb',
        frame: { N: drafts, digest: 'd' },
        allocation: [],
        criteria: 'all',
        startsOn: '2026-02-01',
        dueOn: '2026-04-01',
        drawnAt: AT,
        drawnBy: member,
      },
      subjects: ids.map((one, i) => ({ id: one, subject: { ...subject, code: `K${i}` } })),
      sampleKey: { cycleId, plans: ids.map((subjectId, rank) => ({ subjectId, rank, pseudonym: `p${rank}` })) },
    }),
    next('assignment.give', {
      framework: { id, version },
      assignments: ids.map((one) => ({
        id: one,
        assignment: {
          cycleId,
          subjectId: one,
          auditor: member,
          agency: 'education',
          criteria,
          basis: 'duty',
          dueOn: '2026-04-01',
          state: 'asked',
          declared: null,
          blind: true,
        },
      })),
    }),
    ...ids.flatMap((one) => [
      next('assignment.declare', { assignmentId: one, declared: 'none' }),
      next('audit.open', { auditId: one, assignmentId: one, subjectId: one, cycleId, facts: { yearGroup: 5 } }),
      ...criteria.map((criterionId) => next('rating.set', { auditId: one, criterionId, rated: { rating: 'met' } })),
      ...criteria.slice(0, 12).map((criterionId) => next('note.set', { auditId: one, criterionId, text: NOTE })),
    ]),
  ]
  for (let from = 0; from < ops.length; from += MOST_OPS) {
    const pushed = await push(hub, caller, { protocol: 1, area, device, ops: ops.slice(from, from + MOST_OPS) })
    const refused = pushed.ok ? pushed.value.results.find(({ outcome }) => outcome === 'refused') : pushed.error
    if (refused) throw new Error(JSON.stringify(refused))
  }
  return { caller, drafts: ids, criteria }
}

/** Settled audits that every auditor reads, each with the body of one of the drafts. */
export async function fillSettled(hub: Hub, { caller, drafts }: BenchArea, count: number): Promise<void> {
  const bodies = await recordsOf(hub.db, caller.area, drafts)
  for (let from = 0; from < count; from += 1_000) {
    await writeTransaction(hub.db, async (trx) => {
      const area = await lockArea(trx, caller.area)
      if (!area) throw new Error('no area')
      const touched = Array.from({ length: Math.min(1_000, count - from) }, (_, i) => {
        const body: unknown = JSON.parse(bodies[i % bodies.length]?.body ?? '')
        const key = `audit/${randomBytes(16).toString('hex')}` as const
        return {
          before: null,
          after: { key, area: caller.area, scope: 'auditors' as const, refs: [], rev: 1, v: 1, body },
        }
      })
      const feed = feedRows(caller.area, touched, area.seq, AT)
      await writeFeed(trx, caller.area, feed)
      await writeEnds(trx, area, feed.seq, area)
    })
  }
}

export async function recordsOf(
  db: HubDb,
  area: string,
  audits: readonly string[],
): Promise<readonly Schema['record'][]> {
  const keys = audits.map((id) => `audit/${id}`)
  return db.kysely.selectFrom('record').selectAll().where('area', '=', area).where('key', 'in', keys).execute()
}
