/**
 * Words of the subject access pack, for whoever asked for it and for the administrator who makes it.
 */
export const KIND_WORDS: Readonly<Record<string, string>> = {
  subject: 'The plan, as it was drawn',
  assignment: 'An auditor asked to audit it',
  audit: 'An audit',
  moderation: 'The panel’s agreed grade',
  alert: 'An incident or concern that was raised',
  comparison: 'The audits compared',
  result: 'The result',
  sample: 'Its place in the draw',
  member: 'The member of staff',
}

export const OP_WORDS: Readonly<Record<string, string>> = {
  'alert.raise': 'An incident or concern was raised',
  'area.create': 'The area was set up',
  'assignment.declare': 'An auditor said whether they know the child',
  'assignment.give': 'It was given to an auditor',
  'assignment.handover': 'It was handed to another auditor',
  'assignment.withdraw': 'It was taken back from an auditor',
  'audit.open': 'An audit was opened',
  'audit.recall': 'An audit was taken back by its author',
  'audit.submit': 'An audit was submitted',
  'audit.supersede': 'A revision was begun',
  'cycle.close': 'The cycle was closed',
  'cycle.draw': 'The sample was drawn',
  'facts.set': 'Facts about the plan were set',
  'grade.override': 'A grade was overridden',
  'member.set': 'A member of staff was added or changed',
  'moderation.record': 'The panel agreed a grade',
  'note.choose': 'One of two notes was chosen',
  'note.set': 'A note was written',
  'rating.set': 'A criterion was rated',
  'register.import': 'A register was put in place',
  'solo.adopt': 'Work done without the hub was taken in',
  'subject.close': 'It was closed without a grade',
  'subject.release': 'Its audits were released',
  'subject.single': 'It stands with one auditor',
  'subject.swap': 'It was swapped out of the sample',
}

export const OUTCOME_WORDS: Readonly<Record<string, string>> = {
  applied: 'done',
  overlap: 'done, over a change from another device',
  refused: 'refused',
}

/** In the pack. */
export const PACK = {
  titlePlan: 'What is held about one plan',
  titleMember: 'What is held about one member of staff',
  lead: (area: string, at: string) => `Everything that the quality assurance hub of ${area} held on ${at}.`,
  noChild:
    'The hub holds no name, birth date or number of the child. The plan is known by the audit codes below; which plan that is, the council’s managers know.',
  staff: 'Other members of staff are shown by a number and their agency.',
  notHere:
    'Not in this pack: the register of plans, which the hub keeps sealed and cannot read; the managers can open it with their register phrase. Copies of the plan that auditors read are not kept by the hub.',
  unreleased:
    'This audit was not released when this pack was made. It must not be shown to anyone who audits this plan until it is.',
  summary: 'In short',
  codes: 'Audit codes',
  records: 'Records',
  mentions: 'Named elsewhere',
  openings: 'Who was asked to audit it',
  openingColumns: ['Who', 'Audit code', 'How far', 'What they declared'],
  readers: 'Who may read what is released',
  account: 'The account',
  trail: 'What was done, in order',
  trailColumns: ['When', 'Who', 'What', 'With'],
  gone: 'What it carried was erased, replaced or not accepted.',
  standards: 'Criterion',
  rating: 'Rating',
  note: 'Note',
  notDeclared: 'nothing yet',
  counts: (records: number, ops: number) => `${records} records and ${ops} entries of the trail`,
} as const

/** For the administrator, beside the preview. */
export const ADVICE: readonly string[] = [
  'Read the pack before you hand it over. Names of other staff are taken out always; the words listed are only proposals: look for names that a program cannot find.',
  'Take words out with --redact ID,ID or --redact all, and make the pack again.',
  'Audits marked as unreleased are held, so they belong to the pack; nobody who audits this plan may see them before their own audit is in.',
  'The register is sealed and not in the pack: a manager opens it in the app with the register phrase.',
  'Whether an exemption applies is for your information governance team to decide, not for this program.',
]
