/** One sentence for each reason an act was not done: what is wrong and what to do. */
import type { Role } from '../core/access/member'
import type { Refusal } from '../core/ops/refusal'
import type { StorageRefusal } from '../store/storage-refusal'
import { pick } from './locale'

const IDENTIFIERS: Readonly<Record<string, string>> = pick({
  en: {
    upn: 'a unique pupil number',
    'nhs-number': 'an NHS number',
    'birth-date': 'a date of birth',
    postcode: 'a postcode',
    phone: 'a telephone number',
    email: 'an e-mail address',
  },
})

const OVERRIDES: Readonly<Record<string, string>> = pick({
  en: {
    incident: 'An incident has been reported, so the grade stays as it is.',
    'no-grade': 'There is no grade yet to change. Rate the core criteria first.',
    'blank-reason': 'Give a reason: the panel will read it.',
    'not-on-scale': 'Choose a grade from the list.',
    'same-grade': 'That is the grade already.',
    'too-many-steps': 'A grade may be changed by one step only.',
    'key-not-met': 'A plan with a key criterion not met cannot be raised to good.',
  },
})

const NEEDS: Readonly<Record<Role, string>> = pick({
  en: {
    manager: 'Only a manager may do this. Choose another person in settings if that is you.',
    chair: 'Only a panel chair may do this.',
    auditor: 'Only an auditor may do this.',
    editor: 'Only a manager or whoever edits the standards may do this.',
    adviser: 'Only somebody who gives advice may do this.',
    writer: 'Only somebody who writes plans may do this.',
    board: 'Only a member of the Board may do this.',
  },
})

/** Names of the identifiers found in a note, joined for a sentence. */
export function identifierList(found: readonly string[]): string {
  return [...new Set(found)].map((kind) => IDENTIFIERS[kind] ?? kind).join(', ')
}

export function refusalText(refusal: Refusal | StorageRefusal): string {
  switch (refusal.type) {
    case 'Missing':
    case 'NotHeldHere':
      return 'This record is not on this device. Nothing was changed.'
    case 'Exists':
      return 'This was already done. Nothing was changed.'
    case 'NotTogether':
      return 'Two records that were named here do not belong together. Nothing was changed. Reload the page and try again.'
    case 'NotAllowed':
      return NEEDS[refusal.needs]
    case 'NotAuthor':
      return 'This audit belongs to somebody else. Only its author may change it.'
    case 'NotAsked':
      return 'This plan is not assigned to you.'
    case 'NotDraft':
      return 'This has been submitted and cannot be changed.'
    case 'AlreadyReleased':
      return 'The audits of this plan are open to all its auditors already, so this cannot be done any more.'
    case 'NotReleased':
      return 'The audits of this plan are not open to its auditors yet. Wait until everybody has submitted, or end the grading.'
    case 'UnknownCriterion':
      return `Criterion ${refusal.criterionId} is not part of this audit.`
    case 'UnknownSection':
      return `Section ${refusal.section} is not part of these standards.`
    case 'Incomplete':
      return `Still to be rated: ${refusal.missing.join(', ')}.`
    case 'NotesToChoose':
      return `Two of your devices hold different notes on ${refusal.criteria.join(', ')}. Both are kept: choose which stands, then submit.`
    case 'OverrideRefused':
      return OVERRIDES[refusal.why] ?? 'The grade stays as it is.'
    case 'ReasonNeeded':
      return 'Give a reason.'
    case 'NoteStopped':
      return `This was not saved because it holds ${identifierList(refusal.found)}. Take it out; a family could read this note.`
    case 'SubjectClosed':
      return 'This plan is no longer part of the sample.'
    case 'HasAudits':
      return 'Somebody has already started to audit this plan, so it stays in the sample.'
    case 'HasResult':
      return 'This plan has a grade, so it is not closed without one.'
    case 'UnknownGrade':
      return 'Choose a grade from the list.'
    case 'AssignmentClosed':
      return 'This plan was given back or taken over by somebody else. What you wrote is kept on this device; ask a manager if it should count.'
    case 'NotAnAuditor':
      return 'This person is not an auditor of that agency, or has left. Choose somebody else.'
    case 'HasConflict':
      return 'This person knows the child or worked on the plan and has given it back. Choose somebody else.'
    case 'HasAssignment':
      return 'This person is asked to audit this plan already, or has done so. Choose somebody else.'
    case 'NotAgreed':
      return 'Ask this person first whether they agree, or wait until they have left.'
    case 'OwnAuditOpen':
      return 'You are auditing this plan yourself. Submit your audit first, or let another chair or manager end the grading.'
    case 'NothingSubmitted':
      return 'Nobody has submitted an audit of this plan yet, so there is nothing to open.'
    case 'Unsettled':
      return `${refusal.count} of the plans have no result yet and were not closed. Settle them first, or give a reason.`
    case 'UnknownAgency':
      return 'Choose an agency from the list.'
    case 'LastManager':
      return 'This is the last manager of the area. Make somebody else a manager first.'
    case 'BadFramework':
      return 'These standards cannot be graded by as they are. Nothing was changed. Check the file and mend it.'
    case 'UnmappedMember':
      return 'The file names somebody whom nobody here stands for. Nothing was taken in. Say who they are in this area, then try again.'
    case 'DemoArea':
      return 'This comes from the fictional area for trying things out. Nothing of it can be taken in.'
    case 'Malformed':
      return 'The hub could not read this. It is kept on this device: save it as a file and tell whoever looks after the hub.'
    case 'UnknownKind':
      return 'The hub is older than this app and does not know this yet. It is kept on this device: ask for the hub to be updated, then send it again.'
    case 'Forbidden':
      return 'You are no longer a member of this area, so the hub did not take this. It is kept on this device: save it as a file for a manager.'
    case 'Stale':
      return 'Somebody else changed this meanwhile. Theirs stands and yours is kept on this device: look at it as it is now and do it again if it is still needed.'
    case 'Erased':
      return 'This record was erased for good at somebody’s request, so nothing can be added to it.'
    case 'StorageFull':
      return 'This device has no room left, so the last change was not saved. Free some space and try again; what was saved before is kept.'
    case 'StorageClosed':
      return 'The last change could not be saved. Reload the page; what was saved before is kept.'
    case 'StorageNewer':
      return 'This page is an older version of Plumbline than the one that wrote the records on this device. Nothing was changed. Close every tab of Plumbline, then open it again.'
    case 'TakenOver':
      return 'Another tab or window of this browser has taken over this audit, so the last thing you did here was not saved. What was saved before is kept.'
  }
}

/**
 * The sentence for a refusal as a hub sent it.
 * @returns `null` where a newer hub gives a reason, or says it in a way, that this app does not know.
 */
export function heardRefusalText(refusal: { readonly type: string }): string | null {
  try {
    const text: string | undefined = refusalText(refusal as Refusal)
    return text ?? null
  } catch {
    return null
  }
}
