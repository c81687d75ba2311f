/** One sentence for each reason an act was not done: what is wrong and what to do. */
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
    case 'NotAllowed':
      return refusal.needs === 'chair'
        ? 'Only a panel chair may do this.'
        : 'Only a manager may do this. Choose another person in settings if that is you.'
    case 'NotAuthor':
      return 'This audit belongs to somebody else. Only its author may change it.'
    case 'NotAsked':
      return 'This plan is not assigned to you.'
    case 'NotDraft':
      return 'This has been submitted and cannot be changed.'
    case 'AlreadyReleased':
      return 'Every auditor of this plan has submitted, so the audits are open to each other and cannot be taken back.'
    case 'UnknownCriterion':
      return `Criterion ${refusal.criterionId} is not part of this audit.`
    case 'Incomplete':
      return `Still to be rated: ${refusal.missing.join(', ')}.`
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
    case 'UnknownGrade':
      return 'Choose a grade from the list.'
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
