/**
 * An area in which one plan was drawn in two cycles, with words planted wherever people can write about it: everything goes
 * in by `push`. The plan is `s1` (code K7) in cycle `c1` and `t2` (code Q4) in `c2`; `s2` is another plan.
 */
import { migrateAccounts } from '../../../src/hub/accounts/migrate-accounts'
import type { HubDb } from '../../../src/hub/db/schema'
import { AT, CRITERIA, cycleActs, FRAMEWORK, MEMBERS, openingActs, openRoom, type Room, submitting } from '../sync/room'

/** In every text that must be gone after the plan is erased. */
export const PLANTED = 'PLANTED'
export const PSEUDONYM = 'PSEUDONYMOFKIM'
/** In a text about the plan: a name that no list of the area holds. */
export const THIRD_PARTY = 'Quirinus Grey'
/** In every text about something else. */
export const KEPT = 'KEPT'

const AUDITORS = (['m2', 'm3'] as const).map((id) => ({ id, agency: MEMBERS[id].agency }))

export async function plant(db: HubDb): Promise<Room> {
  await migrateAccounts(db)
  const room = await openRoom(db)
  const [manager, two, three] = [room.device('m1'), room.device('m2'), room.device('m3')]
  const [criterionId = ''] = CRITERIA
  const note = (auditId: string, text: string) => ({ auditId, criterionId, text })
  const first = renamed(cycleActs(3, AUDITORS), { p0: PSEUDONYM }).replace('"code":"s1"', '"code":"K7"')
  const second = renamed(cycleActs(3, AUDITORS), SECOND).replace('"code":"t2"', '"code":"Q4"')
  for (const { kind, data } of [...acts(first), ...acts(second)]) await manager.does(manager.raw(kind, data))

  const opened = (device: typeof two, subject: string) =>
    openingActs(device.caller.member, subject).map(({ kind, data }) => device.raw(kind, data))
  await two.does(
    ...opened(two, 's1'),
    two.op('note.set', note('m2-s1', `${PLANTED} words that were replaced`)),
    two.op('note.set', note('m2-s1', `${PLANTED} words of two, and Three said so, as did the tutor ${THIRD_PARTY}`)),
    ...opened(two, 's2'),
    two.op('note.set', note('m2-s2', `${KEPT} words about another plan`)),
  )
  const told = { type: 'concern', subjectId: 's1', cycleId: 'c1', foundAt: AT } as const
  const alert = { ...told, told: `${PLANTED} duty officer`, done: `${PLANTED} route taken` }
  await two.does(two.op('alert.raise', { alertId: 'alert1', auditId: null, alert }), ...submitting(two, 's1'))
  await three.does(
    ...opened(three, 's1'),
    three.op('note.set', note('m3-s1', `${PLANTED} words of three`)),
    ...submitting(three, 's1'),
  )
  const moderation = {
    subjectId: 's1',
    cycleId: 'c1',
    grade: 'good',
    reason: `${PLANTED} reason of the panel`,
    learningPoint: `${PLANTED} learning point`,
    agencies: ['health'],
  }
  const { id, version } = FRAMEWORK
  await manager.does(manager.op('moderation.record', { moderation, framework: { id, version } }))
  const again = renamed(openingActs('m2', 't2'), { c1: 'c2' })
  await two.does(
    ...acts(again).map(({ kind, data }) => two.raw(kind, data)),
    two.op('note.set', note('m2-t2', `${PLANTED} draft of the second cycle`)),
  )
  return room
}

const SECOND = {
  c1: 'c2',
  r1: 'r2',
  s1: 't1',
  s2: 't2',
  s3: 't3',
  'm2-s1': 'm2-t1',
  'm2-s2': 'm2-t2',
  'm2-s3': 'm2-t3',
  'm3-s1': 'm3-t1',
  'm3-s2': 'm3-t2',
  'm3-s3': 'm3-t3',
  p0: 'OTHERONE',
  p1: PSEUDONYM,
  p2: 'OTHERTWO',
}

/** The acts as JSON with other ids. */
function renamed(list: readonly unknown[], names: Readonly<Record<string, string>>): string {
  return JSON.stringify(list).replace(/"([^"]*)"/g, (whole, name: string) => {
    const other = Object.hasOwn(names, name) ? names[name] : undefined
    return other === undefined ? whole : `"${other}"`
  })
}

function acts(json: string): readonly { readonly kind: string; readonly data: unknown }[] {
  return JSON.parse(json)
}
