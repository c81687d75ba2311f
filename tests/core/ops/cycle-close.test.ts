/** Closing a cycle publishes its roll-up to the whole area; closed again, the next number. */
import { beforeEach, describe, expect, it } from 'vitest'
import { Edition } from '../../../src/core/trends/edition'
import { audit, draw, give, named, peopledWorld, subjectOf, type World } from './world'

const IDS = ['s1', 's2', 's3', 's4', 's5', 's6', 's7']

let world: World
beforeEach(() => {
  world = peopledWorld()
  draw(world, IDS)
})

const close = (reason: string | null = null, who = 'manager') =>
  world.try(who, 'cycle.close', { cycleId: 'c1', reason })
const edition = (number: number) => Edition.parse(world.row(`edition/c1-${number}`).body)

describe('closing a cycle', () => {
  it('needs a result or an outcome of every plan, or a reason', () => {
    for (const id of IDS.slice(0, 5)) {
      give(world, id, ['health'])
      audit(world, 'health', id)
    }
    world.do('manager', 'subject.close', { subjectId: 's6', type: 'lapsed', reason: 'Out of time' })
    const refused = world.decide('manager', 'cycle.close', { cycleId: 'c1', reason: '  ' })
    expect(refused).toEqual({ ok: false, error: { type: 'Unsettled', count: 1 } })
    expect(close('The term has ended')).toBeNull()
    expect(world.row('cycle/c1').body).toMatchObject({
      closed: { number: 1, by: 'manager', reason: 'The term has ended' },
    })
  })

  it('counts a plan that awaits the panel as unsettled', () => {
    const room = peopledWorld()
    draw(room, ['s1'])
    give(room, 's1', ['health', 'social'])
    audit(room, 'health', 's1')
    audit(room, 'social', 's1', 'not-met')
    const refused = room.decide('manager', 'cycle.close', { cycleId: 'c1', reason: null })
    expect(refused).toEqual({ ok: false, error: { type: 'Unsettled', count: 1 } })
    room.do('chair', 'moderation.record', {
      moderation: { subjectId: 's1', cycleId: 'c1', grade: 'good', reason: 'Read', learningPoint: null, agencies: [] },
      framework: named(room.framework),
    })
    expect(room.try('manager', 'cycle.close', { cycleId: 'c1', reason: null })).toBeNull()
  })

  it('publishes an edition that every member may read, with no plan and nobody in it', () => {
    for (const id of IDS.slice(0, 6)) {
      give(world, id, ['health'])
      audit(world, 'health', id)
    }
    expect(close('One is still out')).toBeNull()
    expect(world.row('edition/c1-1').scope).toBe('area')
    expect(edition(1).grades).toEqual({
      total: 6,
      cells: { inadequate: 0, 'requires-improvement': 0, good: 0, outstanding: 6 },
    })
    // One plan is still out, and must not show: nor must it follow from the total.
    expect(edition(1).standing).toEqual({
      total: 7,
      cells: { graded: 6, 'awaiting-audits': null, 'awaiting-moderation': null, 'not-gradeable': 0, lapsed: 0 },
    })
    const text = JSON.stringify(edition(1))
    for (const word of [...IDS, 'health', 'manager', 'One is still out']) expect(text).not.toContain(`"${word}"`)
  })

  it('publishes the next edition when it is closed again, and never another of the same number', () => {
    for (const id of IDS.slice(0, 6)) {
      give(world, id, ['health'])
      audit(world, 'health', id)
    }
    close('One is still out')
    const first = edition(1)
    give(world, 's7', ['health'])
    audit(world, 'health', 's7')
    expect(close()).toBeNull()
    expect(edition(1)).toEqual(first)
    expect(edition(2).number).toBe(2)
    // Seven after six: the one that came would be known.
    expect([edition(2).standing.cells.graded, edition(2).grades.total]).toEqual([null, null])
  })

  it('takes in neither what was swapped out nor what is not released', () => {
    const replacement = { id: 's8', subject: subjectOf('S8'), rank: 9, pseudonym: 'p9' }
    const swap = { subjectId: 's7', cycleId: 'c1', reason: 'Ceased', assignmentIds: [], replacement }
    world.do('manager', 'subject.swap', swap)
    give(world, 's1', ['health', 'social'])
    audit(world, 'health', 's1')
    expect(close('To see')).toBeNull()
    expect(edition(1).standing).toMatchObject({ total: 7, cells: { 'awaiting-audits': 7, graded: 0 } })
  })

  it('is a manager’s', () => {
    expect(close('Over', 'chair')).toBe('NotAllowed')
    expect(world.try('manager', 'cycle.close', { cycleId: 'c9', reason: 'Over' })).toBe('Missing')
  })
})
