/**
 * A device that sends what it does to a hub over HTTP, and sends it again until it is answered: it may be killed at any
 * moment.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Me, SignedIn } from '../../../src/wire/accounts'
import { type OpOutcome, PushAnswer, type WireOp } from '../../../src/wire/protocol'
import { type Act, AT } from './room'

export interface Place {
  readonly url: string
  readonly token: string
  readonly area: string
  readonly member: string
}

/** Makes the area of a hub with the link of its first start. */
export async function setUpPlace(url: string, link: string): Promise<Place> {
  const made = await fetch(`${url}/accounts/set-up`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({
      token: new URL(link).hash.replace(/^#[a-z-]+=/, ''),
      areaName: 'Marchshire',
      name: 'One',
      agency: 'education',
      email: 'one@example.org',
      password: 'a long enough password',
    }),
  })
  const { token } = SignedIn.parse(await made.json())
  const asked = await fetch(`${url}/accounts/me`, { headers: { authorization: `Bearer ${token}` } })
  const [place] = Me.parse(await asked.json()).places
  if (!place) throw new Error('the set-up made no place')
  return { url, token, area: place.area, member: place.memberId }
}

export class HttpDevice {
  readonly id: string
  /** What was sent, answered or not. */
  readonly sent = new Map<string, WireOp>()
  /** What the hub said became of it. */
  readonly outcomes = new Map<string, OpOutcome>()
  /** Times there was no answer. */
  retries = 0
  readonly #place: Place
  #n = 0

  constructor(place: Place, id: string) {
    this.#place = place
    this.id = id
  }

  op({ kind, data }: Act): WireOp {
    this.#n += 1
    return { opId: randomBytes(16).toString('hex'), n: this.#n, at: AT, kind, base: 0, data }
  }

  async push(acts: readonly Act[]): Promise<readonly OpOutcome[]> {
    const ops = acts.map((act) => this.op(act))
    for (const op of ops) this.sent.set(op.opId, op)
    const { results } = await this.#untilAnswered({ protocol: 1, area: this.#place.area, device: this.id, ops })
    for (const [i, { opId }] of ops.entries()) {
      const result = results[i]
      if (result) this.outcomes.set(opId, result)
    }
    return results
  }

  async #untilAnswered(request: unknown): Promise<PushAnswer> {
    const { url, token } = this.#place
    for (;;) {
      const answer = await fetch(`${url}/sync/push`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(request),
      })
        .then(async (reply) => ({ status: reply.status, json: await reply.json() }))
        .catch(() => null)
      if (answer?.status === 200) return PushAnswer.parse(answer.json)
      if (answer && answer.status < 500) throw new Error(`${answer.status} ${JSON.stringify(answer.json)}`)
      this.retries += 1
      await wait(10)
    }
  }
}
