/**
 * Finds the command that the arguments name, runs it, and says how the program is called when they name none.
 *
 * Pure but for what the command reads through `CommandIo`. Contract: exit 0 done, 1 the input is at fault, 2 wrong usage.
 */
import type { Command, CommandIo, CommandResult } from './command'

/** A command by its name as typed: `grade`, `framework check`. */
export type Commands = Readonly<Record<string, Command>>

export async function dispatch(commands: Commands, args: readonly string[], io: CommandIo): Promise<CommandResult> {
  const names = Object.keys(commands)
  if (args[0] === '--help' || args[0] === 'help') return { exit: 0, words: usage(names) }
  const name = names.find((known) => known.split(' ').every((word, i) => args[i] === word))
  const command = name === undefined ? undefined : commands[name]
  if (name === undefined || command === undefined) {
    const fault = args.length === 0 ? 'Say what to do.' : `There is no command "${args.slice(0, 2).join(' ')}".`
    return { exit: 2, words: `${fault}\n${usage(names)}` }
  }
  try {
    return await command(args.slice(name.split(' ').length), io)
  } catch (fault) {
    const message = 'Plumbline stopped at a fault of its own; nothing was written.'
    const detail = fault instanceof Error ? framesOf(fault) : 'unknown'
    return { exit: 1, json: { refused: { reason: 'fault', message } }, words: `${message}\n${detail}` }
  }
}

/** The kind of fault and the way to it. Its message is left out: it could repeat what a file holds. */
function framesOf(fault: Error): string {
  const frames = (fault.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return [fault.name, ...frames].join('\n')
}

function usage(names: readonly string[]): string {
  return ['Usage: plumbline COMMAND …', 'Commands:', ...names.map((name) => `  ${name}`)].join('\n')
}
