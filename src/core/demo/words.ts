/**
 * What people of the fictional county write: notes, reasons, learning points. Short, about the plan, never about a child.
 *
 * Pure data, all invented; a test holds every sentence to the note guard. Notes are keyed by criterion; a criterion that a
 * framework does not have is simply never asked for.
 */

/** Notes on a criterion that falls short. */
export const SHORTFALL_NOTES: Readonly<Record<string, readonly string[]>> = {
  A1: [
    'The views are two years old and told by the school alone.',
    'Reads as an adult’s summary. Nothing shows how the views were gathered.',
  ],
  B1: [
    'The psychologist’s advice names a need with working memory; Section B does not.',
    'One need from the health report is missing.',
  ],
  B2: [
    'Diagnoses and scores, but not what they mean in a lesson or at home.',
    'Labels only. What is hard for this child is left to the reader.',
  ],
  C1: ['No health advice came, and the plan does not say that it was asked for.', 'Health needs are named in B only.'],
  D1: [
    'Section D says “none known”. There is no sign that social care was asked.',
    'The advice from social care is one line and came after the draft.',
    'No social care advice in the file; Section D is stock wording.',
  ],
  E1: ['The outcomes stand under provision and are hard to find.', 'Two outcomes are cut off in the middle.'],
  E2: [
    'No date and nothing to measure by: “will improve”.',
    'Measured, but no date by which it should be reached.',
    'The end of the key stage is given for every outcome alike.',
  ],
  E3: [
    'Two of the outcomes are services: “will receive”, “will have access to”.',
    'This is an activity, not a change for the child.',
  ],
  F1: ['The need with sleep in Section B has nothing in F, G or H.', 'One need is not answered by any provision.'],
  F2: [
    'Access to a programme: no sessions, no length, no size of group.',
    'Amounts are given for some provision only. “Regular” is used four times.',
    'Who gives the support is clear; how often and for how long is not.',
  ],
  F5: ['“As the school sees fit” leaves the decision to the school.', 'The amount depends on a funding band.'],
  F6: ['Therapy that teaches stands in Section G only.', 'The sensory programme is in the appendix, not in F.'],
  F8: [
    'The advice asks for weekly sessions; the plan says termly and gives no reason.',
    'What the advice recommends is softened to “should” and “may”.',
  ],
  F10: ['Nothing on travel, money or living more independently.'],
  G1: ['“Will be reviewed by health” is all there is.', 'The provision is named, but not how much or by whom.'],
  H1a: [
    'H1 is empty, and nothing shows that short breaks were looked at.',
    'No assessment of social care help is mentioned.',
  ],
  I1: ['The type of setting is missing.'],
  W1: [
    'The strongest need has no outcome of its own, so the thread breaks there.',
    'Outcomes and provision read as if they came from two different plans.',
  ],
  W2: ['H1 and H2 are one section.'],
  W4: ['Twenty-six pages, and terms from reports are not explained.', 'Whole paragraphs are repeated in B and F.'],
  W8: ['Three services visit, and nobody is named who holds it together.'],
  W9: ['Adulthood is named in a heading and nowhere else.', 'Work and friendships after school are left out.'],
}

/** Notes where the advice of speech and language therapy is behind the shortfall. */
export const SPEECH_NOTES: Readonly<Record<string, readonly string[]>> = {
  F2: [
    'The speech and language advice gives targets but no amounts, so Section F has none either.',
    '“Access to speech and language strategies”, as in the advice: no time, no person.',
  ],
  F6: [
    'Speech and language work is described as advice to staff; nothing of it is provision in F.',
    'The communication programme is mentioned in B and never arranged.',
  ],
  F8: [
    'The plan copies the advice word for word, and the advice is vague.',
    'The advice says “would benefit from”. The plan cannot be firmer than that.',
  ],
}

/** Notes on a criterion that is met, now and then. */
export const STRENGTH_NOTES: readonly string[] = [
  'A strength. Clear and specific.',
  'Well done: this could be shown to new writers.',
  'Follows the advice closely.',
]

export const LOWER_REASONS: readonly string[] = [
  'The panel read Section F together: amounts are missing for the main need, so the lower grade stands.',
  'A key criterion is not met on the panel’s reading. The lower grade stands.',
  'The thread from need to provision breaks once. The panel agreed on the lower grade.',
]
export const HIGHER_REASONS: readonly string[] = [
  'The provision one auditor missed is in Section F under another heading. The higher grade stands.',
  'The panel found the outcomes specific enough. The higher grade stands.',
  'The advice was read again: the plan says what it asked for. The higher grade stands.',
]
export const CONFIRMED_REASONS: readonly string[] = [
  'Part of the random tenth. The panel reads the plan as its auditors did.',
  'Looked at by chance. The panel agreed with the grade.',
]
export const MISSING_EVIDENCE_REASON =
  'One auditor had not seen the advice. The panel had it on the table and agreed with the other.'
export const LEARNING_POINTS: readonly string[] = [
  '“Access to” is not provision. Ask the adviser for amounts before the draft goes out.',
  'Write the outcome first, then the provision that leads to it.',
  'Where a service gave no advice, say when it was asked and what was done about it.',
  'Short sentences and explained terms help the family more than a longer report.',
  'Health provision that teaches belongs in Section F.',
]

export const SWAP_REASON = 'The plan ceased between the register and the audit.'
export const NOT_GRADEABLE_REASON = 'The appendices were not on file, so most of the plan could not be judged.'
export const LAPSED_REASON = 'The audit was not started in time and the cycle was closed.'

export const INCIDENT = {
  told: 'Information governance officer',
  done: 'The document was locked and the school asked to delete its copy.',
} as const
export const CONCERN = {
  told: 'Designated safeguarding lead',
  done: 'Telephoned the front door the same morning and wrote it up.',
} as const
