import { describe, expect, it } from 'vitest'
import type { Command } from '../../src/cli/command'
import { dispatch } from '../../src/cli/dispatch'
import { heldFiles } from './held-files'

const says: Command = async (args) => ({ exit: 0, json: args })
const breaks: Command = async () => {
  throw new TypeError('Ada Example, born 3 May')
}
const run = (...args: string[]) => dispatch({ 'framework check': says, grade: says, breaks }, args, heldFiles({}))

describe('the command line', () => {
  it('hands a command the arguments after its name', async () => {
    expect(await run('framework', 'check', 'f.json')).toEqual({ exit: 0, json: ['f.json'] })
    expect(await run('grade', '--framework', 'f', 'a')).toEqual({ exit: 0, json: ['--framework', 'f', 'a'] })
  })

  it.each([[[]], [['framework']], [['framework', 'chek']], [['--version']], [['constructor']]])(
    'answers %j with how it is called',
    async (args) => {
      const { exit, json, words } = await run(...args)
      expect(exit).toBe(2)
      expect(json).toBeUndefined()
      expect(words).toContain('framework check')
    },
  )

  it('explains itself when asked', async () => {
    expect(await run('--help')).toMatchObject({ exit: 0, words: expect.stringContaining('Usage: plumbline') })
  })

  it('owns up to a fault of its own without repeating what a file held', async () => {
    const { exit, json, words } = await run('breaks')
    expect(exit).toBe(1)
    expect(json).toHaveProperty('refused.reason', 'fault')
    expect(words).toContain('TypeError')
    expect(JSON.stringify({ json, words })).not.toContain('Ada')
  })
})
