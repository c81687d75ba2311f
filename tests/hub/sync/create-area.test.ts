import { expect, it } from 'vitest'
import { verify } from '../../../src/hub/admin/verify'
import { addFrameworks, createArea } from '../../../src/hub/sync/create-area'
import { erase } from '../../../src/hub/sync/erase'
import { forEachDatabase } from '../databases'
import { bodyAt, openRoom, recordOf, trailOf } from './room'

const FRAMEWORKS = ['framework/ehcp-core@1.0.0', 'framework/ehcp-plan@1.0.0']

forEachDatabase('an area of a hub', (database) => {
  it('begins with its first manager and the standards of the program, all of it in the trail', async () => {
    const room = await openRoom(await database.open())
    expect(await bodyAt(room, `area/${room.area}`)).toMatchObject({ name: 'Marchshire', hub: 'https://hub.example' })
    expect(await bodyAt(room, 'member/m1')).toMatchObject({ active: true, roles: ['manager', 'chair', 'auditor'] })
    for (const key of FRAMEWORKS) expect(await recordOf(room, key)).toMatchObject({ scope: 'area', rev: 1 })
    const [first, ...adopted] = (await trailOf(room)).filter(({ device }) => device === 'hub')
    expect(first).toMatchObject({ kind: 'area.create', actor: 'm1', n: 1, outcome: 'applied' })
    expect(adopted.map(({ kind, actor, n }) => `${kind} ${actor} ${n}`)).toEqual([
      'framework.adopt hub 2',
      'framework.adopt hub 3',
    ])
    expect(await verify(room.db.kysely, room.area)).toMatchObject({ ok: true })
  })

  it('is made once, and never a fictional one', async () => {
    const room = await openRoom(await database.open())
    const again = {
      area: room.area,
      areaName: 'X',
      member: 'm9',
      name: 'Nine',
      agency: 'health',
      hubOrigin: 'https://h',
    }
    await expect(createArea(room.hub, again)).rejects.toThrow()
    await expect(createArea(room.hub, { ...again, area: 'demo-1' })).rejects.toThrow('fictional')
    expect(await recordOf(room, 'member/m9')).toBeUndefined()
  })

  it('gets the standards of a newer program once, at its next start', async () => {
    const room = await openRoom(await database.open())
    const trail = (await trailOf(room)).length
    await addFrameworks(room.hub)
    expect((await trailOf(room)).length).toBe(trail)
    // As if the program before had come without it.
    const [key = ''] = FRAMEWORKS
    await erase(room.hub, room.area, ['framework/ehcp-core@1.0.0'])
    await room.db.kysely.deleteFrom('erased').where('area', '=', room.area).execute()
    await Promise.all([addFrameworks(room.hub), addFrameworks(room.hub)])
    expect(await recordOf(room, key)).toMatchObject({ rev: 1 })
    expect((await trailOf(room)).length).toBe(trail + 1)
    expect(await verify(room.db.kysely, room.area)).toMatchObject({ ok: true })
  })
})
