/** The commands that run a hub, bring back its last manager and add an area, as somebody types them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import type { CommandIo } from '../../../src/cli/command'
import { addAreaCommand } from '../../../src/cli/commands/add-area'
import { hubCommand } from '../../../src/cli/commands/hub'
import { recoverCommand } from '../../../src/cli/commands/recover'
import { Me, SignedIn } from '../../../src/wire/accounts'
import { tokenOf } from '../http/running'
import { PASSWORD } from './area'

const Printed = z.object({ url: z.string(), setUp: z.optional(z.string()) })
const NO_FILES: CommandIo = {
  readFile: () => Promise.reject(new Error('no file')),
  readFolder: () => Promise.reject(new Error('no folder')),
  stdin: () => Promise.resolve(new Uint8Array()),
}

/** Runs `hub` until `stop` is called. */
function runHub(args: readonly string[]) {
  let stop = (): void => undefined
  const words: string[] = []
  let command: Promise<unknown> = Promise.resolve()
  const printed = new Promise<z.infer<typeof Printed>>((resolve, reject) => {
    const hub = hubCommand({
      print: (json) => resolve(Printed.parse(json)),
      say: (said) => void words.push(said),
      untilTold: () =>
        new Promise((told) => {
          stop = told
        }),
    })
    command = hub([...args, '--port', '0', '--log', 'silent'], NO_FILES).then((result) => {
      reject(new Error(result.words ?? 'it ended'))
      return result
    })
  })
  return {
    printed,
    words,
    end: async () => {
      stop()
      return command
    },
  }
}

describe('a hub run from the command line', () => {
  const root = mkdtempSync(join(tmpdir(), 'plumbline-commands-'))
  const data = ['--data', join(root, 'data')]
  const app = ['--app', join(root, 'app')]
  const post = async (url: string, json: unknown, token?: string) =>
    (
      await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify(json),
      })
    ).json()

  beforeAll(() => {
    mkdirSync(join(root, 'app'))
    writeFileSync(join(root, 'app', 'index.html'), '<title>Plumbline</title>')
  })
  afterAll(() => rmSync(root, { recursive: true }))

  it('prints its address and one set-up link, serves the app, and prints a link no more once it is set up', async () => {
    const first = runHub([...data, ...app])
    const { url, setUp = '' } = await first.printed
    expect(first.words.join()).toContain(setUp)
    expect(await (await fetch(url)).text()).toContain('Plumbline')
    const { token } = SignedIn.parse(
      await post(`${url}/accounts/set-up`, {
        token: tokenOf(setUp),
        areaName: 'First',
        name: 'Manager',
        agency: 'health',
        email: 'manager@example.org',
        password: PASSWORD,
      }),
    )
    expect(token.length).toBeGreaterThan(20)
    expect(await first.end()).toEqual({ exit: 0 })
    await expect(fetch(url)).rejects.toThrow()

    const second = runHub([...data, ...app])
    expect((await second.printed).setUp).toBeUndefined()
    await second.end()
  })

  it('brings back its last manager beside a hub that runs', async () => {
    const hub = runHub([...data, ...app])
    const { url } = await hub.printed
    const recovered = await recoverCommand(data, NO_FILES)
    expect(recovered).toMatchObject({ exit: 0, json: { name: 'Manager', areaName: 'First' } })
    const link = z.object({ url: z.string() }).parse(recovered.json).url
    expect(link.startsWith(`${url}/join#reset=`)).toBe(true)
    SignedIn.parse(await post(`${url}/accounts/reset`, { token: tokenOf(link), password: 'the recovered password' }))
    expect(await recoverCommand([...data, '--member', 'nobody'], NO_FILES)).toMatchObject({
      exit: 1,
      json: { refused: { reason: 'nobody' } },
    })

    const added = await addAreaCommand(data, NO_FILES)
    const { setUp } = z.object({ setUp: z.string() }).parse(added.json)
    const account = { email: 'manager@example.org', password: 'the recovered password' }
    const { token } = SignedIn.parse(
      await post(`${url}/accounts/set-up`, {
        token: tokenOf(setUp),
        areaName: 'Second',
        name: 'Manager',
        agency: 'health',
        ...account,
      }),
    )
    const me = Me.parse(
      await (await fetch(`${url}/accounts/me`, { headers: { authorization: `Bearer ${token}` } })).json(),
    )
    expect(me.places.map(({ areaName }) => areaName)).toEqual(['First', 'Second'])
    expect(await recoverCommand(data, NO_FILES)).toMatchObject({ exit: 1, json: { refused: { reason: 'several' } } })
    await hub.end()
  })

  it('says what it does not understand', async () => {
    const say = async (...args: string[]) => {
      const hub = hubCommand({ print: () => undefined, say: () => undefined, untilTold: () => Promise.resolve() })
      const { exit, words } = await hub(args, NO_FILES)
      return `${exit} ${words?.split('\n')[0]}`
    }
    expect(await say('--data', 'a', '--database', 'postgres://b')).toBe('2 Give --data or --database, not both.')
    expect(await say('--database', 'mysql://b')).toBe('2 --database begins with postgres://.')
    expect(await say('--port', 'many')).toBe('2 --port is a number up to 65535.')
    expect(await say('--port', '70000')).toBe('2 --port is a number up to 65535.')
    expect(await say('--app', join(root, 'nowhere'))).toBe('2 --app names the folder of a built app.')
    expect(await say('--host', '0.0.0.0', ...data, ...app)).toContain('2 Plain HTTP is for this machine alone')
    expect(await say('--database', 'postgres://nobody@127.0.0.1:1/none', ...app)).toContain(
      '1 PostgreSQL cannot be reached',
    )
    expect(await recoverCommand(['--data', join(root, 'nowhere')], NO_FILES)).toMatchObject({
      exit: 1,
      json: { refused: { reason: 'no-hub' } },
    })
  })
})
