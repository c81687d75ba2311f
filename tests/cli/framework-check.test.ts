import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { frameworkCheck } from '../../src/cli/commands/framework-check'
import { folder, heldFiles } from './held-files'

const core = readFileSync('audit-frameworks/ehcp-core/1.0.0.json', 'utf8')
const plan = readFileSync('audit-frameworks/ehcp-plan/1.0.0.json', 'utf8')
const run = (file: string | Uint8Array) => frameworkCheck(['f.json'], heldFiles({ 'f.json': file }))
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))

describe('framework check', () => {
  it.each([
    ['ehcp-core', core, 10],
    ['ehcp-plan', plan, 13],
  ])('finds %s sound and counts it', async (id, file, sections) => {
    const { exit, json } = await run(file)
    expect(exit).toBe(0)
    expect(json).toMatchObject({
      ok: true,
      id,
      version: '1.0.0',
      sections,
      core: 18,
      key: 4,
      limiting: 11,
      floor: 14,
      problems: [],
    })
    expect(json).toHaveProperty('contentHash', expect.stringMatching(/^[0-9a-f]{64}$/))
  })

  it('reads standard input where the file is called -', async () => {
    expect((await frameworkCheck(['-'], heldFiles({ '-': core }))).exit).toBe(0)
  })

  it('passes over a byte order mark', async () => {
    expect((await run(`\ufeff${core}`)).exit).toBe(0)
  })

  it('names the place and the fault of a damaged file, and exits 1', async () => {
    const damaged = JSON.parse(core)
    damaged.sections[4].criteria[1].source = 'CoP'
    const { exit, json } = await run(JSON.stringify(damaged))
    expect(exit).toBe(1)
    expect(json).toMatchObject({
      ok: false,
      id: 'ehcp-core',
      problems: [{ where: 'sections[4].criteria[1].source', message: 'This field is not known here.' }],
    })
  })

  it('exits 1 when a worked example does not score as written', async () => {
    const wrong = JSON.parse(core)
    wrong.examples[0].expect.grade = wrong.examples[0].expect.grade === 'inadequate' ? 'good' : 'inadequate'
    const { exit, json } = await run(JSON.stringify(wrong))
    expect(exit).toBe(1)
    expect(json).toHaveProperty('problems.0.where', 'examples[0].expect.grade')
  })

  it.each<[string, string | Uint8Array, RegExp]>([
    ['an empty file', '', /empty/],
    ['a file of spaces', ' \n', /empty/],
    ['a file cut short', core.slice(0, 5000), /not JSON/],
    ['a page of text', 'Dear colleague', /not JSON/],
    ['UTF-16', utf16(core), /Save it again as UTF-8/],
    ['an image', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff]), /UTF-8/],
    ['a list', '[]', /must be an object/],
    ['a number', '3', /must be an object/],
  ])('says in a sentence what is wrong with %s', async (_name, file, message) => {
    const { exit, json } = await run(file)
    expect(exit).toBe(1)
    expect(json).toMatchObject({ ok: false, problems: [{ where: 'file', message: expect.stringMatching(message) }] })
  })

  it('says so when the file is a folder or is not there', async () => {
    const io = heldFiles({ standards: folder })
    expect(await frameworkCheck(['standards'], io)).toMatchObject({
      exit: 1,
      json: { problems: [{ message: expect.stringMatching(/folder/) }] },
    })
    expect(await frameworkCheck(['gone.json'], io)).toMatchObject({
      exit: 1,
      json: { problems: [{ message: expect.stringMatching(/no file/) }] },
    })
  })

  it('answers no file, two files or an unknown option as wrong usage', async () => {
    const io = heldFiles({})
    expect((await frameworkCheck([], io)).exit).toBe(2)
    expect(await frameworkCheck(['a', 'b'], io)).toMatchObject({ exit: 2, words: expect.stringContaining('Usage:') })
    expect(await frameworkCheck(['--strict', 'a'], io)).toMatchObject({
      exit: 2,
      words: expect.stringContaining('--strict'),
    })
  })
})
