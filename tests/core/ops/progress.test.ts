/** How far an assignment is may be read by all auditors, so it says how many criteria are rated, and nothing of how. */
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Rating } from '../../../src/core/framework/schema'
import { assignmentAt, auditOf, draw, give, open, peopledWorld, type World } from './world'

let world: World
const progress = (room = world) => assignmentAt(room, 'health-s1').progress
const set = (criterionId: string, rating: Rating | null, room = world) =>
  room.do('health', 'rating.set', {
    auditId: 'health-s1',
    criterionId,
    rated: rating && { rating },
  })

beforeEach(() => {
  world = peopledWorld()
  draw(world, ['s1'])
  give(world, 's1', ['health', 'social'])
  open(world, 'health', 's1')
})

describe('progress of an assignment', () => {
  it('is there once the audit is opened, and grows and shrinks with what is rated', () => {
    const of = auditOf(world, 'health-s1').criteria.length
    expect(progress()).toEqual({ done: 0, of })
    set('F1', 'met')
    set('F2', 'cannot-tell')
    expect(progress()).toEqual({ done: 2, of })
    set('F1', null)
    expect(progress()).toEqual({ done: 1, of })
  })

  it('leaves out criteria that do not apply', () => {
    const before = progress()?.of ?? 0
    world.do('health', 'facts.set', { auditId: 'health-s1', facts: { yearGroup: 2 } })
    expect(progress()?.of).toBeLessThan(before)
  })

  it('is written only when it changes: another choice or a note leaves the assignment as it was', () => {
    set('F1', 'met')
    const { rev } = world.row('assignment/health-s1')
    set('F1', 'not-met')
    world.do('health', 'note.set', { auditId: 'health-s1', criterionId: 'F1', text: 'Vague' })
    expect(world.row('assignment/health-s1').rev).toBe(rev)
  })

  it('is the same whatever was chosen', () => {
    const ids = auditOf(world, 'health-s1').criteria
    const rating = fc.constantFrom<Rating>('met', 'partly', 'not-met', 'not-applicable', 'cannot-tell')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), rating, rating), { maxLength: 8 }), (chosen) => {
        const [one, other] = [world.copy(), world.copy()]
        for (const [id, here, there] of chosen) {
          set(id, here, one)
          set(id, there, other)
        }
        const [row, same] = [one.row('assignment/health-s1'), other.row('assignment/health-s1')]
        expect(row.body).toEqual(same.body)
        expect(row.rev).toBe(same.rev)
        expect(progress(one)?.done).toBe(new Set(chosen.map(([id]) => id)).size)
      }),
      { numRuns: 40 },
    )
  })

  it('of a draft that was taken away is not told any more', () => {
    set('F1', 'met')
    world.do('manager', 'assignment.withdraw', { assignmentId: 'health-s1', reason: 'Away until spring' })
    const before = world.row('assignment/health-s1')
    set('F2', 'met')
    expect(world.row('assignment/health-s1')).toEqual(before)
  })
})
