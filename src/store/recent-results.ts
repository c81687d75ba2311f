/**
 * The drawn plans of the last two years with their results, live: what the home page works with, however long an area has
 * audited. The results page reads everything (results.ts).
 *
 * Effects: IndexedDB, one live query. Audits that are not released never come here.
 */
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { Audit } from '../core/audit/audit'
import { bodyOf, idOf, type Row } from '../core/ops/op'
import { Alert, Moderation } from '../core/panel/records'
import { Assignment, Cycle, Subject } from '../core/sampling/cycle'
import { useMe } from './cycles'
import { type Device, openRow } from './device'
import { useFrameworks } from './frameworks'
import { useHere } from './hooks'
import { type Held, readRows } from './read'
import { addMonths } from './results-period'
import { type ResultRow, resultRows } from './results-rows'

const MONTHS = 24

interface RecentRecords {
  /** Newest first. */
  readonly cycles: readonly Held<Cycle>[]
  readonly subjects: readonly Held<Subject>[]
  readonly assignments: readonly Held<Assignment>[]
  readonly audits: readonly Held<Audit>[]
  readonly moderations: readonly Held<Moderation>[]
  readonly alerts: readonly Held<Alert>[]
}

export interface RecentResults extends RecentRecords {
  readonly rows: readonly ResultRow[]
}

export function useRecentResults(): RecentResults | undefined {
  const { device } = useHere()
  const records = useLiveQuery(() => readRecent(device), [device])
  const frameworks = useFrameworks()
  const isManager = useMe()?.roles.includes('manager')
  return useMemo(() => {
    if (!records || !frameworks || isManager === undefined) return undefined
    // An incident goes past blindness to managers alone; for them it counts at once, as found.
    const found = records.alerts.filter(({ body }) => body.type === 'incident').map(({ body }) => body.subjectId)
    const incidents = new Set(isManager ? found : [])
    return { ...records, rows: resultRows({ ...records, frameworks, incidents }).rows }
  }, [records, frameworks, isManager])
}

async function readRecent(device: Device): Promise<RecentRecords> {
  const drawn = [...(await readRows(device, 'cycle', Cycle))].sort((a, b) => (a.body.drawnAt < b.body.drawnAt ? 1 : -1))
  const newest = drawn
    .map(({ body }) => body.startsOn.slice(0, 7))
    .sort()
    .at(-1)
  const since = newest ? addMonths(newest, -MONTHS) : ''
  const cycles = drawn.filter(({ body }) => body.startsOn.slice(0, 7) >= since)
  const stored = await device.tables.rows
    .where('refs')
    .anyOf(cycles.map(({ key }) => key))
    .toArray()
  const rows = stored.map((row) => ({ kind: row.kind, row: openRow(device, row) }))
  const of = (kind: string) => rows.filter((one) => one.kind === kind).map(({ row }) => row)
  return {
    cycles,
    subjects: of('subject').map((row) => held(row, bodyOf(Subject, row))),
    assignments: of('assignment').map((row) => held(row, bodyOf(Assignment, row))),
    audits: of('audit')
      .filter(({ scope }) => scope === 'auditors')
      .map((row) => held(row, bodyOf(Audit, row))),
    moderations: of('moderation').map((row) => held(row, bodyOf(Moderation, row))),
    alerts: of('alert').map((row) => held(row, bodyOf(Alert, row))),
  }
}

function held<T>({ key, scope, rev }: Row, body: T): Held<T> {
  return { id: idOf(key), key, scope, rev, body }
}
