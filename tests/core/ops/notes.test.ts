/** Notes that two devices of one auditor wrote: no word is lost, and the author chooses. */
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { auditOf, draw, give, open, peopledWorld, rate, submit, type World } from './world'

let world: World
const F1 = { auditId: 'health-s1', criterionId: 'F1' }
const write = (text: string, isOverlap = false) => world.try('health', 'note.set', { ...F1, text }, { isOverlap })
const choose = (keep: 'note' | 'other' | 'both') => world.try('health', 'note.choose', { ...F1, keep })
const held = () => {
  const { notes, otherNotes } = auditOf(world, 'health-s1')
  return [notes.F1, otherNotes?.F1]
}

beforeEach(() => {
  world = peopledWorld()
  draw(world, ['s1'])
  give(world, 's1', ['health', 'social'])
  open(world, 'health', 's1')
})

describe('a note that another device wrote meanwhile', () => {
  it('is kept beside the one that arrives', () => {
    write('Twice a week is not said')
    write('No group size', true)
    expect(held()).toEqual(['No group size', 'Twice a week is not said'])
  })

  it.each([
    ['note', 'No group size'],
    ['other', 'Twice a week is not said'],
    ['both', 'No group size\n\nTwice a week is not said'],
  ] as const)('stands as the author chooses: %s', (keep, text) => {
    write('Twice a week is not said')
    write('No group size', true)
    expect(choose(keep)).toBeNull()
    expect(held()).toEqual([text, undefined])
    expect(auditOf(world, 'health-s1')).not.toHaveProperty('otherNotes')
    expect(choose(keep)).toBe('Exists')
  })

  it('gives way when the author writes on, having seen both', () => {
    write('One')
    write('Two', true)
    write('One and two')
    expect(held()).toEqual(['One and two', undefined])
  })

  it('is kept when the arriving text is blank, and is not kept twice when it says the same', () => {
    write('One')
    write('', true)
    expect(held()).toEqual([undefined, 'One'])
    write('One', true)
    expect(held()).toEqual(['One', undefined])
  })

  it('stands in the way of submitting until it is chosen', () => {
    rate(world, 'health', 'health-s1')
    write('One')
    write('Two', true)
    const data = { assignmentId: 'health-s1', auditId: 'health-s1', framework: { id: 'ehcp-core', version: '1.0.0' } }
    const submitted = world.decide('health', 'audit.submit', { ...data, copiesDeleted: true })
    expect(submitted).toEqual({ ok: false, error: { type: 'NotesToChoose', criteria: ['F1'] } })
    choose('both')
    submit(world, 'health', 'health-s1')
  })

  it('is guarded like any other', () => {
    write('One')
    expect(write('Born 3 May 2015', true)).toBe('NoteStopped')
    expect(held()).toEqual(['One', undefined])
  })

  it('never loses a word, however many devices wrote', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const room = world.copy()
        for (const text of words) room.do('health', 'note.set', { ...F1, text }, { isOverlap: true })
        const { notes, otherNotes } = auditOf(room, 'health-s1')
        const all = `${notes.F1}\n\n${otherNotes?.F1 ?? ''}`.split('\n\n')
        for (const text of words) expect(all).toContain(text)
        room.do('health', 'note.set', { ...F1, text: 'seen' })
        expect(auditOf(room, 'health-s1').notes.F1).toBe('seen')
      }),
      { numRuns: 100 },
    )
  })
})
