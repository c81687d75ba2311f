/**
 * A device that only reads: it applies the pages of a pull as wire/protocol.ts says (rules 6 to 9 and 12), in memory.
 */
import type { Cursor, PullAnswer, PulledScope } from '../../../src/wire/protocol'
import type { TestDevice } from './room'

interface HeldRow {
  readonly scope: string
  readonly rev: number
  readonly body: unknown
}

export class Reader {
  readonly rows = new Map<string, HeldRow>()
  readonly erased = new Set<string>()
  #epoch: string | null = null
  #cursors: Record<string, Cursor> = {}
  readonly #seen = new Map<string, Set<string>>()
  readonly #device: TestDevice

  constructor(device: TestDevice) {
    this.#device = device
  }

  /** One page. @returns whether everything is here. */
  async pull(limit: number): Promise<boolean> {
    const answer = await this.#device.pull({ epoch: this.#epoch, cursors: { ...this.#cursors }, limit })
    const rows = answer.scopes.reduce((sum, { entries }) => sum + entries.length, 0)
    if (rows > limit) throw new Error(`${rows} rows in a page of ${limit}`)
    this.#apply(answer)
    return answer.scopes.every(({ more }) => !more)
  }

  /** Everything, in pages of a size. */
  async pullAll(limit: number): Promise<void> {
    for (let pages = 0; !(await this.pull(limit)); pages += 1) {
      if (pages > 1000) throw new Error('the pull does not come to an end')
    }
  }

  #apply(answer: PullAnswer): void {
    if (answer.epoch !== this.#epoch) this.#cursors = {}
    this.#epoch = answer.epoch
    for (const scope of answer.gone) {
      delete this.#cursors[scope]
      this.#sweep(scope, new Set())
    }
    // A scope held from an earlier life, or before its cursor was lost, is no longer named by anybody.
    const named = new Set(answer.scopes.map(({ id }) => id))
    for (const { scope } of [...this.rows.values()]) if (!named.has(scope)) this.#sweep(scope, new Set())
    for (const page of answer.scopes) this.#applyPage(page)
  }

  #applyPage({ id, mode, from, seq, floor, more, entries }: PulledScope): void {
    if (mode === 'reset' && from === 0) this.#seen.set(id, new Set())
    let last = from
    for (const entry of entries) {
      if (entry.seq <= last || entry.seq > seq) throw new Error('entries are not in the order of their seq')
      last = entry.seq
      if (entry.op === 'put') {
        this.rows.set(entry.key, { scope: id, rev: entry.rev, body: entry.body })
        this.#seen.get(id)?.add(entry.key)
      } else {
        if (this.rows.get(entry.key)?.scope === id) this.rows.delete(entry.key)
        if (entry.reason === 'erased') this.erased.add(entry.key)
      }
    }
    if (mode === 'reset' && !more) this.#sweep(id, this.#seen.get(id) ?? new Set())
    this.#cursors[id] = mode === 'reset' && more ? { resetAt: seq, floor } : seq
  }

  #sweep(scope: string, keep: ReadonlySet<string>): void {
    for (const [key, row] of this.rows) if (row.scope === scope && !keep.has(key)) this.rows.delete(key)
  }
}
