/** An organisation's sign-in: a certified OpenID Connect provider in this process, and a browser that signs in at it. */
import { type AddressInfo, createServer } from 'node:net'
import Provider from 'oidc-provider'

export interface Person {
  readonly email: string
  readonly verified: boolean
}

export interface TestProvider {
  readonly issuer: string
  /** Redirect addresses are known when it is made: the hub must be at this address. */
  readonly people: Map<string, Person>
  readonly close: () => Promise<void>
}

export const CLIENT = { id: 'plumbline', secret: 'a secret that only the two of them know' }

/** @param hubUrl of the hub that sends people here. */
export async function startProvider(port: number, hubUrl: string, id: string): Promise<TestProvider> {
  const issuer = `http://127.0.0.1:${port}`
  const people = new Map<string, Person>()
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${hubUrl}/api/auth/callback/${id}`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['keys of a test'] },
    pkce: { required: () => true },
    findAccount: (_ctx, sub) => {
      const person = people.get(sub)
      if (!person) return undefined
      const claims = { sub, name: sub, email: person.email, email_verified: person.verified }
      return { accountId: sub, claims: () => claims }
    },
  })
  const server = provider.listen(port, '127.0.0.1')
  return {
    issuer,
    people,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

/** A port that was free a moment ago: the two sides must know each other's address before they start. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** Cookies by the host they came from, as a browser keeps them. */
export class Browser {
  readonly #jars = new Map<string, Map<string, string>>()

  cookies(url: string): string {
    const jar = this.#jars.get(new URL(url).host) ?? new Map<string, string>()
    return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async ask(url: string, init: RequestInit = {}): Promise<Response> {
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: this.cookies(url) },
    })
    const { host } = new URL(url)
    const jar = this.#jars.get(host) ?? new Map<string, string>()
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const [name = '', ...value] = pair.split('=')
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) jar.delete(name)
      else jar.set(name, value.join('='))
    }
    this.#jars.set(host, jar)
    return answer
  }

  /** Follows the provider's pages as `login` until they lead back to `until`. @returns that address, not opened. */
  async signInAs(login: string, start: string, until: string): Promise<string> {
    let url = start
    for (let step = 0; step < 12; step += 1) {
      if (url.startsWith(until)) return url
      let answer = await this.ask(url)
      if (answer.status === 200) {
        const page = await answer.text()
        const action = /action="([^"]+)"/.exec(page)?.[1] ?? ''
        const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? ''
        answer = await this.ask(new URL(action, url).href, {
          method: 'POST',
          body: new URLSearchParams({ prompt, login, password: 'any' }),
        })
      }
      url = new URL(answer.headers.get('location') ?? '', url).href
    }
    throw new Error('the provider did not lead back')
  }
}
