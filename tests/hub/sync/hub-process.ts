/**
 * Hubs as processes of their own, with the next one loaded and waiting while one is at work: a hub that was killed is back
 * before its devices have given up.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import * as z from 'zod/mini'

const PROGRAM = fileURLToPath(new URL('./hub-child.ts', import.meta.url))
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const Started = z.object({ url: z.string(), setUpLink: z.nullable(z.string()) })

/** Node runs no TypeScript yet. Inside node_modules, so that packages are found from there. */
export async function buildHub(): Promise<string> {
  const outDir = join(ROOT, 'node_modules', '.plumbline-test', `hub-${process.pid}`)
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: PROGRAM, outDir, target: 'node20', rolldownOptions: { output: { entryFileNames: 'hub.js' } } },
  })
  return join(outDir, 'hub.js')
}

/** Always the same port: a device knows one address. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}

interface Waiting {
  readonly child: ChildProcess
  readonly lines: Interface
  readonly isReady: Promise<unknown>
}

export class HubProcesses {
  readonly #program: string
  readonly #args: readonly string[]
  #next: Waiting
  #child: ChildProcess | null = null

  constructor(program: string, where: string, port: number) {
    this.#program = program
    this.#args = [where, String(port)]
    this.#next = this.#load()
  }

  #load(): Waiting {
    const child = spawn(process.execPath, [this.#program, ...this.#args], { stdio: ['pipe', 'pipe', 'inherit'] })
    const lines = createInterface({ input: child.stdout })
    return { child, lines, isReady: once(lines, 'line') }
  }

  /** Starts the one that waits, and loads the next. */
  async start(): Promise<z.infer<typeof Started>> {
    const { child, lines, isReady } = this.#next
    await isReady
    const started = once(lines, 'line')
    child.stdin?.write('go\n')
    const [line] = await started
    this.#child = child
    this.#next = this.#load()
    return Started.parse(JSON.parse(String(line)))
  }

  /** kill -9: it can do nothing about it. */
  async kill(): Promise<void> {
    const child = this.#child
    if (!child) throw new Error('no hub is running')
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    this.#child = null
  }

  end(): void {
    for (const child of [this.#child, this.#next.child]) child?.kill('SIGKILL')
  }
}
