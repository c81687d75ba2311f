/**
 * What follows from a change and must not be decided by a device that should not see the other half: the release of a
 * subject's audits, comparisons and results, how far each assignment is, and the editions of a cycle's roll-up.
 *
 * Pure. Run by the hub; a device that works alone is its own hub and runs it too. Drawn again from the same rows, nothing
 * follows. Rule: sync.md, "Release"; architecture.md, "The hinge: an op".
 */
import * as z from 'zod/mini'
import { Audit } from '../audit/audit'
import { Framework } from '../framework/schema'
import { Cycle, Subject } from '../sampling/cycle'
import { draftProgress } from './draft-progress'
import { assignmentKey, cycleKey, frameworkKey } from './keys'
import { bodyOf, type Change, type Key, kindOf, type Row, type Rows } from './op'
import { publishEdition } from './publish-edition'
import { settleSubject } from './settle-subject'
import { subjectRows } from './subject-rows'

const AuditState = z.pick(Audit, { state: true })
const CycleState = z.pick(Cycle, { closed: true })

/**
 * What must be drawn consequences of after these changes: subjects, cycles that were closed, drafts that were worked on.
 * Each answer goes to `also` and then to `consequences`.
 */
export function asks(changes: readonly Change[]): readonly Key[] {
  return [...new Set(changes.flatMap(askedOf))]
}

function askedOf({ key, refs, body }: Change): readonly Key[] {
  const ofSubject = refs.filter((ref) => kindOf(ref) === 'subject')
  switch (kindOf(key)) {
    case 'subject':
      return [key]
    case 'audit':
      return AuditState.parse(body).state === 'draft' ? [key] : ofSubject
    case 'assignment':
    case 'moderation':
    case 'alert':
      return ofSubject
    case 'cycle':
      return CycleState.parse(body).closed ? [key] : []
    default:
      return []
  }
}

/**
 * The keys that `consequences` needs beyond `asked` itself and the rows that refer to it.
 * @param rows those found so far; ask again with what was found until nothing new is answered.
 */
export function also(asked: Key, rows: Rows): readonly Key[] {
  const row = held(rows, asked)
  if (!row) return []
  switch (kindOf(asked)) {
    case 'subject':
      return ofCycle(rows, cycleKey(bodyOf(Subject, row).cycleId))
    case 'cycle':
      return ofCycle(rows, asked)
    case 'audit': {
      const { assignmentId, framework } = bodyOf(Audit, row)
      return [assignmentKey(assignmentId), frameworkKey(framework.id, framework.version)]
    }
    default:
      return []
  }
}

/**
 * @param rows `asked`, every row that refers to it, and what `also` named, as they stand after the changes.
 * @param at when the changes were made (ISO 8601).
 */
export function consequences(asked: Key, rows: Rows, at: string): readonly Change[] {
  const row = held(rows, asked)
  if (!row) return []
  switch (kindOf(asked)) {
    case 'subject': {
      const cycle = held(rows, cycleKey(bodyOf(Subject, row).cycleId))
      return settleSubject(subjectRows(row, rows.list(asked)), cycle ? frameworkOf(rows, cycle) : null, at).changes
    }
    case 'cycle':
      return publishEdition(row, rows.list(asked), frameworkOf(rows, row), at)
    case 'audit':
      return draftProgress(bodyOf(Audit, row), rows)
    default:
      return []
  }
}

function held(rows: Rows, key: Key): Row | null {
  const row = rows.get(key)
  return typeof row === 'object' ? row : null
}

function ofCycle(rows: Rows, key: Key): readonly Key[] {
  const cycle = held(rows, key)
  return cycle ? [key, pinnedBy(cycle)] : [key]
}

function pinnedBy(cycle: Row): Key {
  const { id, version } = bodyOf(Cycle, cycle).framework
  return frameworkKey(id, version)
}

function frameworkOf(rows: Rows, cycle: Row): Framework | null {
  const row = held(rows, pinnedBy(cycle))
  return row && bodyOf(Framework, row)
}
