/**
 * The built command line as processes of their own: what an administrator types, and what is left when it is killed.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** Inside node_modules, so that packages are found from there. */
export async function buildProgram(): Promise<string> {
  const outDir = join(ROOT, 'node_modules', '.plumbline-test', `program-${process.pid}`)
  await build({ root: ROOT, configFile: join(ROOT, 'vite.cli.config.ts'), logLevel: 'error', build: { outDir } })
  return join(outDir, 'plumbline.js')
}

export interface Answer {
  readonly exit: number | null
  readonly json: unknown
  readonly words: string
}

export function start(program: string, args: readonly string[], passphrase = ''): ChildProcess {
  const env = { ...process.env, PLUMBLINE_BACKUP_PASSPHRASE: passphrase }
  return spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env })
}

export async function run(program: string, args: readonly string[], passphrase = ''): Promise<Answer> {
  const child = start(program, args, passphrase)
  const [out, words] = [textOf(child.stdout), textOf(child.stderr)]
  const [exit] = await once(child, 'close')
  const json = await out
  return { exit, json: json === '' ? null : JSON.parse(json), words: await words }
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  const parts: string[] = []
  for await (const part of stream ?? []) parts.push(String(part))
  return parts.join('')
}
