/**
 * The four steps of a leaver, in their order, and how far each is. A later step opens when those before it are done.
 *
 * Pure. Rule: issue "The hub", accounts ("leaver check-list: sync, hand over, close").
 */
import type { Assignment, Subject } from '../../../core/sampling/cycle'
import type { Held } from '../../../store/read'
import type { HubDevice } from '../../../wire/accounts'

export const LEAVING_STEPS = ['sent', 'work', 'close', 'inactive'] as const
export type LeavingStep = (typeof LEAVING_STEPS)[number]

export interface Leaver {
  readonly active: boolean
  /** `null`: the hub does not say. */
  readonly devices: readonly HubDevice[] | null
  readonly hasAccount: boolean
  readonly openWork: readonly OpenWork[]
  /** The manager knows the risk and goes on although not everything was sent. */
  readonly isRiskTaken: boolean
  /** Just done here: the hub shows it in the devices alone. */
  readonly isSignedOut: boolean
}

export interface OpenWork {
  readonly assignmentId: string
  readonly code: string
  readonly state: 'asked' | 'started'
  readonly dueOn: string
  readonly progress: Assignment['progress']
}

export function doneSteps(leaver: Leaver): Readonly<Record<LeavingStep, boolean>> {
  const { devices, hasAccount, isRiskTaken, isSignedOut, openWork, active } = leaver
  const isSent = devices?.every(({ waiting, revoked }) => waiting.count === 0 || revoked) ?? false
  const isOut = devices !== null && devices.length > 0 && devices.every(({ revoked }) => revoked)
  return {
    sent: isSent || isRiskTaken,
    work: openWork.length === 0,
    close: isSignedOut || isOut || (devices !== null && !hasAccount),
    inactive: !active,
  }
}

/** The first step that is not done; `null`: all are. */
export function nextStep(done: Readonly<Record<LeavingStep, boolean>>): LeavingStep | null {
  return LEAVING_STEPS.find((step) => !done[step]) ?? null
}

/** What somebody was asked for and has not submitted, of plans that are still in their sample; the first due first. */
export function openWorkOf(
  member: string,
  assignments: readonly Held<Assignment>[],
  subjects: readonly Held<Subject>[],
): readonly OpenWork[] {
  const known = new Map(subjects.map(({ id, body }) => [id, body]))
  return assignments
    .flatMap(({ id, body }): readonly OpenWork[] => {
      const { state, auditor, dueOn, progress } = body
      const subject = known.get(body.subjectId)
      if (auditor !== member || (state !== 'asked' && state !== 'started')) return []
      if (!subject || subject.swapped || subject.outcome) return []
      return [{ assignmentId: id, code: subject.code, state, dueOn, progress }]
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.code < b.code ? -1 : 1))
}
