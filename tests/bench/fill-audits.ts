/**
 * Fills a set-up device with submitted and released audits, as years of cycles leave them: cycles, plans, assignments and
 * audits of the size real ones have, all sealed, and the list beside them. Far quicker than doing each by an op.
 *
 * Effects: IndexedDB. The same seed gives the same county. Runs in the page of a built app and in a test alike.
 */
import type { Member } from '../../src/core/access/member'
import { assignedCriteria } from '../../src/core/audit/applies'
import type { Audit } from '../../src/core/audit/audit'
import { criteriaFor } from '../../src/core/audit/criteria-for'
import { gradeAudit } from '../../src/core/audit/grade'
import { type Chance, chanceOf } from '../../src/core/demo/chance'
import { contentHash } from '../../src/core/framework/content-hash'
import { Framework, type RatedCriterion } from '../../src/core/framework/schema'
import { assignmentChange, auditChange, subjectChange } from '../../src/core/ops/allowed'
import { cycleKey } from '../../src/core/ops/keys'
import { type Change, kindOf } from '../../src/core/ops/op'
import { auditCodeBytes, auditCodes } from '../../src/core/sampling/audit-codes'
import type { Cycle, Subject } from '../../src/core/sampling/cycle'
import { listWrittenRows } from '../../src/store/columns'
import { type Device, placeOf, type Session } from '../../src/store/device'
import { readRows } from '../../src/store/read'

export interface FillOptions {
  readonly audits: number
  readonly seed?: string
  /** The standards to audit against; on the device already. */
  readonly framework?: string
}

export interface Filled {
  readonly cycles: number
  readonly subjects: number
  readonly audits: number
  /** Characters of JSON of all audits: what their bodies weigh before sealing. */
  readonly auditChars: number
}

const AGENCIES = ['education', 'educational-psychology', 'health', 'social-care', 'sen-team', 'parent-carer-forum']
const PLANS_A_CYCLE = 85
const AUDITS_A_CYCLE = 125
const ROWS_AT_ONCE = 500
/** Different sheets of ratings; audits take turns, since grading ten thousand would only cost time. */
const SHEETS = 64
const NOTES = 12
const DAY = 86_400_000
const FIRST_DAY = Date.UTC(2019, 0, 7)
const WORDS =
  'hours named staff review outcome specific child view page section advice therapy term weekly measurable family school missing clear agreed provision'.split(
    ' ',
  )

export async function fillAudits(device: Device, session: Session, options: FillOptions): Promise<Filled> {
  const chance = chanceOf(options.seed ?? 'bench')
  const frameworks = await readRows(device, 'framework', Framework)
  const framework = frameworks.find(({ body }) => body.id === (options.framework ?? 'ehcp-plan'))?.body
  if (!framework) throw new Error('the standards to fill with are not on this device')
  const pinned = { id: framework.id, version: framework.version, hash: contentHash(framework) ?? '' }
  const people = peopleOf(chance, session)
  const sheets = Array.from({ length: SHEETS }, (_, n) => sheetOf(framework, chance, (n + 0.5) / SHEETS))
  const cycles = Math.ceil(options.audits / AUDITS_A_CYCLE)
  const codes = auditCodes(cycles * PLANS_A_CYCLE, chance.bytes(auditCodeBytes(cycles * PLANS_A_CYCLE)))
  const store = storing(device, session.areaId)
  const others = people.filter(({ id }) => id !== session.memberId)
  await store.add(others.map(({ id, body }): Change => ({ key: `member/${id}`, scope: 'area', refs: [], body })))
  let audits = 0
  let subjects = 0
  let auditChars = 0
  for (let number = 0; audits < options.audits; number += 1) {
    const startsAt = FIRST_DAY + Math.floor((number * 30.44 * DAY * 84) / Math.max(84, cycles))
    const cycleId = chance.id()
    await store.add([{ key: cycleKey(cycleId), scope: 'auditors', refs: [], body: cycleOf(number, startsAt, pinned) }])
    const ofCycle = Math.min(AUDITS_A_CYCLE, options.audits - audits)
    let given = 0
    for (let plan = 0; plan < PLANS_A_CYCLE && given < ofCycle; plan += 1) {
      const subjectId = chance.id()
      const isTwice = ofCycle - given >= 2 && plan % 17 < 8
      await store.add([subjectChange(subjectId, subjectOf(cycleId, codes[subjects] ?? '', isTwice, chance))])
      subjects += 1
      const first = chance.whole(0, people.length - 1)
      for (const auditor of [people[first], ...(isTwice ? [people[(first + 1) % people.length]] : [])]) {
        if (!auditor) continue
        const { agency } = auditor.body
        const sheet = chance.pick(sheets)
        const assignmentId = chance.id()
        const openedAt =
          startsAt + chance.whole(3, 18) * DAY + chance.whole(8, 17) * 3_600_000 + chance.whole(0, 3_599_999)
        const audit: Audit = {
          assignmentId,
          subjectId,
          cycleId,
          author: auditor.id,
          agency,
          framework: pinned,
          ...sheet,
          notes: notesOf(sheet.criteria, chance),
          override: null,
          state: 'submitted',
          openedAt: new Date(openedAt).toISOString(),
          submittedAt: new Date(openedAt + chance.whole(1_200_000, 5 * DAY)).toISOString(),
          copiesDeleted: true,
        }
        auditChars += JSON.stringify(audit).length
        await store.add([
          assignmentChange(assignmentId, {
            cycleId,
            subjectId,
            auditor: auditor.id,
            agency,
            criteria: sheet.criteria,
            basis: 'duty',
            dueOn: dayOf(startsAt + 28 * DAY),
            state: 'submitted',
            declared: 'none',
            blind: true,
          }),
          auditChange(chance.id(), audit, 'auditors'),
        ])
        given += 1
        audits += 1
      }
    }
  }
  await store.finish()
  return { cycles, subjects, audits, auditChars }
}

const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10)

interface Person {
  readonly id: string
  readonly body: Member
}

/** Three auditors of each agency; the person using the device does a share as well. */
function peopleOf(chance: Chance, { memberId }: Session): readonly Person[] {
  const others = AGENCIES.flatMap((agency) =>
    [1, 2, 3].map((n): Person => {
      const body: Member = { name: `Auditor ${n}, ${agency}`, agency, roles: ['auditor'], active: true }
      return { id: chance.id(), body }
    }),
  )
  const self: Member = {
    name: 'First manager',
    agency: 'sen-team',
    roles: ['manager', 'chair', 'auditor'],
    active: true,
  }
  return [{ id: memberId, body: self }, ...others]
}

type Sheet = Pick<Audit, 'criteria' | 'facts' | 'ratings' | 'incident' | 'outcome'>

function sheetOf(framework: Framework, chance: Chance, quality: number): Sheet {
  const criteria = [...criteriaFor(framework, 'all', 'health')]
  const facts = { yearGroup: chance.whole(0, 13), status: 'final' as const }
  const ratings = Object.fromEntries(
    assignedCriteria(framework, { criteria, facts }).map(({ id }) => [id, ratedOf(chance, quality)]),
  )
  const incident = chance.happens(0.01)
  const { subject, floor, sections } = gradeAudit(framework, { criteria, facts, ratings, incident })
  const { grade, derived, share } = subject
  const ofSections = Object.fromEntries(Object.entries(sections).map(([id, section]) => [id, section.grade]))
  return {
    criteria,
    facts,
    ratings,
    incident,
    outcome: { grade, derived, share, floor: floor.status, sections: ofSections },
  }
}

function ratedOf(chance: Chance, quality: number): RatedCriterion {
  if (chance.happens(0.01)) return { rating: 'cannot-tell' }
  if (chance.happens(0.55 + 0.45 * quality)) return { rating: 'met' }
  return {
    rating: chance.happens(0.5 + 0.4 * quality) ? 'partly' : 'not-met',
    cause: 'vague-advice',
    service: 'health',
  }
}

function notesOf(criteria: readonly string[], chance: Chance): Record<string, string> {
  const sentence = () => Array.from({ length: 13 }, () => chance.pick(WORDS)).join(' ')
  return Object.fromEntries(criteria.slice(0, NOTES).map((id) => [id, `${sentence()}.`]))
}

function cycleOf(number: number, startsAt: number, framework: Cycle['framework']): Cycle {
  return {
    name: `Dip sample ${number + 1}`,
    purpose: 'random',
    framework,
    register: { id: 'register', asOf: dayOf(startsAt), plans: 4_200, digest: 'digest' },
    design: { size: PLANS_A_CYCLE },
    seed: `seed ${number}`,
    frame: { N: 4_200, digest: 'digest' },
    allocation: [],
    criteria: 'all',
    startsOn: dayOf(startsAt),
    dueOn: dayOf(startsAt + 28 * DAY),
    drawnAt: new Date(startsAt).toISOString(),
    drawnBy: 'manager',
  }
}

function subjectOf(cycleId: string, code: string, double: boolean, chance: Chance): Subject {
  return {
    cycleId,
    kind: 'plan',
    code,
    facts: {
      keyStage: chance.pick(['EY', 'KS1', 'KS2', 'KS3', 'KS4', 'P16']),
      need: chance.pick(['ASD', 'SEMH', 'SLCN', 'MLD', 'PD']),
      version: chance.pick(['new', 'new', 'amended']),
      setting: chance.pick(['MAIN', 'SPEC', 'UNIT', 'FE']),
      team: chance.pick(['North', 'South', 'West']),
      yearGroup: chance.whole(0, 13),
      finalisedOn: null,
    },
    stratum: {},
    double,
    swapped: null,
    outcome: null,
  }
}

/** Rows are sealed and stored by the hundred, each with the list, as the app's own writes do. */
function storing(device: Device, area: string) {
  const { rows, columns, lists } = device.tables
  let waiting: Change[] = []
  async function flush(): Promise<void> {
    const changes = waiting
    waiting = []
    const stored = changes.map(({ key, scope, refs, body }) => {
      const sealed = device.vault.seal(body, placeOf({ area, key, scope, rev: 1 }))
      return { key, kind: kindOf(key), area, scope, refs: [...refs], rev: 1, v: 1, sealed }
    })
    await device.tables.transaction('rw', rows, columns, lists, async () => {
      await rows.bulkPut(stored)
      await listWrittenRows(
        device,
        changes.map((change) => ({ ...change, isNew: true })),
      )
    })
  }
  return {
    async add(changes: readonly Change[]): Promise<void> {
      waiting.push(...changes)
      if (waiting.length >= ROWS_AT_ONCE) await flush()
    },
    finish: flush,
  }
}
