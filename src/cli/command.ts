/**
 * What a command of the command line is: arguments and a way to read in, an exit code with JSON and words out.
 *
 * A command touches neither the process nor the disk; main.ts gives it `CommandIo` and prints what it answers, so that a
 * test runs the same function on files held in memory. Contract: exit 0 done, 1 the input is at fault, 2 wrong usage.
 */

/** Reading, as far as a command needs it. A path that cannot be read rejects with the system's error (`code: 'ENOENT'` …). */
export interface CommandIo {
  readFile(path: string): Promise<Uint8Array>
  /** Names (not paths) of what lies directly in a folder. */
  readFolder(path: string): Promise<readonly string[]>
  /** All of standard input: the file called `-`, or the file left out where one is optional. */
  stdin(): Promise<Uint8Array>
}

export interface CommandResult {
  readonly exit: 0 | 1 | 2
  /** Printed on standard output, alone. Left out when there is nothing to answer (wrong usage). */
  readonly json?: unknown
  /** Printed on standard error, for people. */
  readonly words?: string
}

export type Command = (args: readonly string[], io: CommandIo) => Promise<CommandResult>

/** The answer to arguments that make no sense: the fault, then how the command is called. */
export function wrongUsage(fault: string, usage: string): CommandResult {
  return { exit: 2, words: `${fault}\nUsage: ${usage}` }
}
