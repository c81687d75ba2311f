/**
 * Closes a cycle and publishes its roll-up to the whole area. Every subject has a result or was closed without one, or it is
 * said why the cycle is closed all the same. Closed again after results have changed, the next edition is published.
 *
 * Pure. The edition itself is drawn by publish-edition.ts. Rule: sync.md, "Scopes".
 */
import * as z from 'zod/mini'
import { err, ok } from '../result'
import { Cycle, Subject } from '../sampling/cycle'
import { Id } from '../shapes'
import { ResultRecord } from '../trends/result-record'
import { requireRole, withReason } from './allowed'
import { cycleKey, registerKey, resultKey } from './keys'
import { bodyOf, idOf, kindOf, need, type OpSpec, type Row } from './op'

const Data = z.object({ cycleId: Id, reason: z.nullable(z.string()) })

export const cycleClose: OpSpec<z.infer<typeof Data>> = {
  data: Data,
  onOverlap: 'mustMatch',
  field: (data) => data.cycleId,
  reads: (data) => [cycleKey(data.cycleId)],
  lists: (data) => [cycleKey(data.cycleId)],
  decide(ctx, rows, data) {
    const allowed = requireRole(ctx, 'manager')
    if (!allowed.ok) return allowed
    const key = cycleKey(data.cycleId)
    const cycle = need(rows, key, Cycle)
    if (!cycle.ok) return cycle
    const said = data.reason === null || data.reason.trim() === '' ? ok(null) : withReason(data.reason)
    if (!said.ok) return said
    const count = unsettled(rows.list(key))
    if (count > 0 && said.value === null) return err({ type: 'Unsettled', count })
    const closed = { number: (cycle.value.closed?.number ?? 0) + 1, at: ctx.at, by: ctx.actor, reason: said.value }
    const refs = [registerKey(cycle.value.register.id)]
    return ok([{ key, scope: 'auditors', refs, body: { ...cycle.value, closed } satisfies Cycle }])
  },
}

/** How many subjects still in the sample have neither a result nor an outcome. */
function unsettled(ofCycle: readonly Row[]): number {
  const settled = new Set(ofCycle.filter(isSettled).map(({ key }) => key))
  return ofCycle
    .filter(({ key }) => kindOf(key) === 'subject')
    .map((row) => ({ id: idOf(row.key), subject: bodyOf(Subject, row) }))
    .filter(({ subject }) => !subject.swapped && !subject.outcome)
    .filter(({ id }) => !settled.has(resultKey(id))).length
}

function isSettled(row: Row): boolean {
  if (kindOf(row.key) !== 'result') return false
  const { state } = bodyOf(ResultRecord, row).result
  return state === 'graded' || state === 'not-gradeable' || state === 'lapsed'
}
