/**
 * Starts child.ts as processes of their own: what holds between two hubs cannot be shown inside one.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const PROGRAM = fileURLToPath(new URL('./child.ts', import.meta.url))
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** Node runs no TypeScript yet. Inside node_modules, so that packages are found from there. */
export async function buildChild(): Promise<string> {
  const outDir = join(ROOT, 'node_modules', '.plumbline-test', `child-${process.pid}`)
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: PROGRAM, outDir, target: 'node20', rolldownOptions: { output: { entryFileNames: 'child.js' } } },
  })
  return join(outDir, 'child.js')
}

export interface Child {
  /** Lets it go on. */
  readonly go: () => void
  /** How it ended: `''`, or what it said on standard error. */
  readonly ended: Promise<string>
}

/** Starts it and waits until it is ready. */
export async function startChild(program: string, ...args: readonly string[]): Promise<Child> {
  const child = spawn(process.execPath, [program, ...args], { stdio: 'pipe' })
  const ended = endOf(child)
  await Promise.race([once(child.stdout, 'data'), ended])
  return { go: () => void child.stdin.write('go\n'), ended }
}

async function endOf(child: ChildProcess): Promise<string> {
  let words = ''
  child.stderr?.on('data', (chunk) => {
    words += String(chunk)
  })
  const [code] = await once(child, 'close')
  return code === 0 ? '' : `${words}(exit ${code})`
}
