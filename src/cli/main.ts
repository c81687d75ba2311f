/**
 * The command line: hands arguments, files and standard input to a command and prints its answer.
 *
 * Effects live here alone. JSON goes to standard output and nothing else does; words go to standard error. The exit code is
 * set, not forced, so that a long answer into a pipe is written to its end.
 */
import { readdir, readFile } from 'node:fs/promises'
import type { CommandIo } from './command'
import { addAreaCommand } from './commands/add-area'
import { backupCommand } from './commands/backup'
import { eraseCommand } from './commands/erase'
import { frameworkCheck } from './commands/framework-check'
import { grade } from './commands/grade'
import { hubCommand, type LongRunning } from './commands/hub'
import { hubMove } from './commands/hub-move'
import { recoverCommand } from './commands/recover'
import { registerCheck } from './commands/register-check'
import { restoreCommand } from './commands/restore'
import { sample } from './commands/sample'
import { stats } from './commands/stats'
import { subjectAccessCommand } from './commands/subject-access'
import { verifyCommand } from './commands/verify'
import { dispatch } from './dispatch'

const io: CommandIo = {
  readFile: (path) => readFile(path),
  readFolder: (path) => readdir(path),
  stdin: async () => {
    const chunks: Uint8Array[] = []
    for await (const chunk of process.stdin) chunks.push(chunk)
    return Buffer.concat(chunks)
  },
}

const running: LongRunning = {
  print: (json) => void process.stdout.write(`${JSON.stringify(json)}\n`),
  say: (words) => void process.stderr.write(`${words}\n`),
  untilTold: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    }),
}

// A reader that stops early (`| head`) closes the pipe; that is no fault of the answer.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault
})

const result = await dispatch(
  {
    backup: backupCommand,
    erase: eraseCommand,
    'add-area': addAreaCommand,
    'framework check': frameworkCheck,
    grade,
    hub: hubCommand(running),
    move: hubMove,
    recover: recoverCommand,
    'register check': registerCheck,
    restore: restoreCommand,
    sample,
    stats,
    'subject-access': subjectAccessCommand,
    verify: verifyCommand,
  },
  process.argv.slice(2),
  io,
)
if (result.words !== undefined) process.stderr.write(`${result.words}\n`)
if (result.json !== undefined) process.stdout.write(`${JSON.stringify(result.json)}\n`)
process.exitCode = result.exit
