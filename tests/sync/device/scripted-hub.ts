/**
 * A hub in memory for tests of the device's side: it keeps rows by scope, judges ops by the real `decide`, and does on demand
 * what real ones do rarely: lose a reply, forget what it had, move, drop and erase rows.
 */
import { Member } from '../../../src/core/access/member'
import type { Change, Key, OpSpec, Row, Rows } from '../../../src/core/ops/op'
import { OPS } from '../../../src/core/ops/registry'
import { err, ok } from '../../../src/core/result'
import type { HubRefusal, Transport } from '../../../src/sync/transport'
import type { OpOutcome, PullAnswer, PulledEntry, PulledScope, PullRequest, WireOp } from '../../../src/wire/protocol'

export const AREA = 'area-1'
export const HUB_TIME = '2026-03-02T12:00:00.000Z'

interface Kept extends Row {
  readonly seq: number
}
interface Marker {
  readonly scope: string
  readonly key: Key
  readonly seq: number
  readonly reason: 'moved' | 'erased'
}
interface Judged {
  readonly device: string
  readonly n: number
  readonly outcome: OpOutcome
}

export interface HubState {
  epoch: string
  seq: number
  records: Map<Key, Kept>
  markers: Marker[]
  floors: Map<string, number>
  last: Map<string, number>
  ops: Map<string, Judged>
}

export class ScriptedHub {
  state: HubState = {
    epoch: 'e1',
    seq: 0,
    records: new Map(),
    markers: [],
    floors: new Map(),
    last: new Map(),
    ops: new Map(),
  }
  scopes: readonly string[]
  /** Rows of a page, however many the device asks for. */
  pageRows = 1_000
  /** Every op that arrived, in order, with the device it came from. */
  readonly arrived: { device: string; op: WireOp }[] = []
  readonly pulls: PullRequest[] = []
  readonly blobs = new Map<string, Uint8Array>()
  /** Called before each page is answered. */
  beforePull: (page: number) => void | Promise<void> = () => undefined
  loseReplies = 0
  refusal: HubRefusal | null = null
  /** Scopes whose reset begins again, as when the floor has passed it. */
  readonly restarts = new Set<string>()
  /** Refuses these kinds of op. */
  readonly refuses = new Set<string>()

  constructor(scopes: readonly string[]) {
    this.scopes = scopes
  }

  put(change: Change): void {
    const { state } = this
    const before = state.records.get(change.key)
    state.seq += 1
    if (before && before.scope !== change.scope) {
      state.markers.push({ scope: before.scope, key: change.key, seq: state.seq, reason: 'moved' })
    }
    state.records.set(change.key, { ...change, area: AREA, rev: (before?.rev ?? 0) + 1, v: 1, seq: state.seq })
  }

  erase(key: Key): void {
    const { state } = this
    const before = state.records.get(key)
    if (!before) throw new Error(`${key} is not there`)
    state.seq += 1
    state.records.delete(key)
    state.markers.push({ scope: before.scope, key, seq: state.seq, reason: 'erased' })
  }

  /** Forgets the markers of a scope, as after half a year. */
  prune(scope: string): void {
    this.state.markers = this.state.markers.filter((marker) => marker.scope !== scope)
    this.state.floors.set(scope, this.state.seq)
  }

  backup(): HubState {
    return structuredClone(this.state)
  }

  restore(backup: HubState, epoch: string): void {
    this.state = { ...structuredClone(backup), epoch }
  }

  body(key: Key): unknown {
    return this.state.records.get(key)?.body
  }

  transport(member: string): Transport {
    const lose = <T>(answer: T) => {
      if (this.loseReplies === 0) return answer
      this.loseReplies -= 1
      return err({ type: 'Offline' } as const)
    }
    return {
      push: async (request) => {
        if (this.refusal) return err(this.refusal)
        const last = this.state.last.get(request.device) ?? 0
        let reached = last
        for (const { n, opId } of request.ops) {
          if (n > reached + 1) return err({ type: 'Gap', expected: last + 1 })
          if (n <= reached && !this.state.ops.has(opId)) return err({ type: 'Forked' })
          reached = Math.max(reached, n)
        }
        for (const op of request.ops) this.arrived.push({ device: request.device, op: structuredClone(op) })
        const results = request.ops.map((op) => ({ ...this.judge(request.device, member, op), n: op.n }))
        this.state.last.set(request.device, reached)
        return lose(ok({ last: reached, results }))
      },
      pull: async (request) => {
        if (this.refusal) return err(this.refusal)
        this.pulls.push(structuredClone(request))
        await this.beforePull(this.pulls.length)
        return lose(ok(structuredClone(this.answer(request))))
      },
      putBlob: async (_area, hash, bytes) => {
        this.blobs.set(hash, bytes)
        return ok(true)
      },
      getBlob: async (_area, hash) => ok(this.blobs.get(hash) ?? null),
    }
  }

  private judge(device: string, member: string, op: WireOp): OpOutcome {
    const known = this.state.ops.get(op.opId)
    if (known) return known.outcome
    const spec = OPS[op.kind as keyof typeof OPS] as unknown as OpSpec<unknown>
    const rows: Rows = {
      get: (key) => this.state.records.get(key) ?? 'absent',
      list: (ref) => [...this.state.records.values()].filter(({ refs }) => refs.includes(ref)),
    }
    const actor = rows.get(`member/${member}`)
    const roles = typeof actor === 'object' ? Member.parse(actor.body).roles : []
    const decision = this.refuses.has(op.kind)
      ? err({ type: 'NotDraft' } as const)
      : spec.decide({ actor: member, roles, at: op.at }, rows, spec.data.parse(op.data))
    if (decision.ok) for (const change of decision.value) this.put(change)
    const outcome: OpOutcome = decision.ok
      ? { n: op.n, outcome: 'applied' }
      : { n: op.n, outcome: 'refused', refusal: decision.error }
    this.state.ops.set(op.opId, { device, n: op.n, outcome })
    return outcome
  }

  private answer(request: PullRequest): PullAnswer {
    const { state, scopes } = this
    const cursors = request.epoch === state.epoch ? request.cursors : {}
    let room = Math.min(request.limit, this.pageRows)
    const pages = scopes.map((scope) => {
      const page = this.page(scope, cursors[scope], room)
      room -= page.entries.length
      return page
    })
    const refused = [...state.ops].flatMap(([opId, { device, n, outcome }]) =>
      device === request.device && n > request.known && outcome.outcome === 'refused'
        ? [{ n, opId, refusal: outcome.refusal }]
        : [],
    )
    return {
      epoch: state.epoch,
      hubTime: HUB_TIME,
      accepts: { least: 1, most: 1 },
      acked: state.last.get(request.device) ?? 0,
      refused,
      scopes: pages,
      gone: Object.keys(request.cursors).filter((scope) => !scopes.includes(scope)),
    }
  }

  private page(id: string, cursor: PullRequest['cursors'][string] | undefined, room: number): PulledScope {
    const { state } = this
    const at = cursor === undefined ? 0 : typeof cursor === 'number' ? cursor : cursor.resetAt
    const isBelow = typeof cursor === 'number' && at < (state.floors.get(id) ?? 0)
    const isReset = typeof cursor !== 'number' || isBelow
    const from = isBelow || this.restarts.delete(id) ? 0 : at
    const puts = [...state.records.values()].filter(({ scope, seq }) => scope === id && seq > from).map(asPut)
    const drops = state.markers
      .filter(({ scope, seq, reason }) => scope === id && seq > from && (from > 0 || reason === 'erased'))
      .map(({ key, seq, reason }): PulledEntry => ({ op: 'drop', key, seq, reason }))
    const all = [...puts, ...drops].sort((a, b) => a.seq - b.seq)
    const more = all.length > room
    const entries = more ? all.slice(0, room) : all
    const seq = more ? (entries.at(-1)?.seq ?? from) : Math.max(from, state.seq)
    return { id, mode: isReset ? 'reset' : 'delta', from, seq, more, entries }
  }
}

function asPut({ key, seq, rev, v, refs, body }: Kept): PulledEntry {
  return { op: 'put', key, seq, rev, v, refs: [...refs], body }
}
