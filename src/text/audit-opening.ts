/** Words of opening an assignment: what is asked, the declaration, and what is known of the plan. */
import type { Declaration, SightBasis } from '../core/sampling/cycle'
import { pick } from './locale'

const BASIS: Readonly<Record<SightBasis, string>> = pick({
  en: {
    duty: 'As part of your job. Read the plan where you normally read case files.',
    consent: 'With the family’s consent.',
    redacted: 'As a redacted copy.',
    'panel-room': 'In the panel room only. Do not take a copy away.',
  },
})

const DECLARATIONS: Readonly<Record<Declaration, string>> = pick({
  en: {
    none: 'No, none of these',
    'knows-child': 'I know this child or family',
    'own-work': 'I wrote part of this plan or its advice',
    'own-service': 'My service wrote part of this plan or its advice',
  },
})

export function basisText(basis: SightBasis): string {
  return BASIS[basis]
}

export function declarationLabel(declared: Declaration): string {
  return DECLARATIONS[declared]
}

export const opening = pick({
  en: {
    title: (code: string) => `Audit ${code}`,
    lead: 'Read the whole plan first. That takes about an hour; recording what you found takes less than twenty minutes.',
    leadSections:
      'You are asked about single sections. Read as much of the rest of the plan as you need to judge them.',
    cycle: 'Cycle',
    due: 'Due',
    overdue: 'overdue',
    asked: 'You are asked to rate',
    askedText: (total: number, core: number) =>
      core === 0
        ? `${total} criteria`
        : core === total
          ? `${total} core criteria, which decide the grade of the plan`
          : `${total} criteria: ${core} core, which decide the grade of the plan, and ${total - core} more`,
    askedSections: (total: number, sections: string) =>
      `${total} criteria in ${sections.includes(',') ? 'sections' : 'section'} ${sections}: a contribution, which never gives the plan a grade`,
    standards: 'Against',
    basis: 'How you may see the plan',
    codeHint: 'Your managers’ assignment slip says which case this is. The case number is not kept here.',
    question: 'Do you know this child, or is this your own work or your service’s?',
    questionHint: 'If so, the plan goes to somebody else. That is quite usual.',
    questionMissing: 'Say whether you know this child or worked on this plan',
    start: 'Continue',
    notBlind:
      'The audits of this plan are open to its auditors already, so yours will be marked as not blind. Rate it before you look at them.',
    blind:
      'You work alone: nobody sees your ratings, and you see nobody’s, until everyone asked has submitted this plan.',
  },
})

export const about = pick({
  en: {
    title: 'About this plan',
    caption: (code: string) => `Audit ${code}`,
    lead: 'These answers decide which criteria you are asked. Change what is wrong; leave what you do not know.',
    yearGroup: 'National Curriculum year',
    yearLabel: (year: number) =>
      year < -1 ? 'Before nursery' : year === -1 ? 'Nursery' : year === 0 ? 'Reception' : `Year ${year}`,
    status: 'Which version did you read?',
    statuses: { draft: 'A draft', final: 'A final plan', amended: 'An amended final plan' },
    notKnown: 'Not known',
    yes: 'Yes',
    no: 'No',
    facts: {
      afterReview: 'Was it written after an annual review?',
      lookedAfter: 'Is the child looked after by a council?',
      directPayments: 'Are there direct payments?',
      otherwiseThanSchool: 'Is all the education arranged outside a school or college?',
      phaseTransfer: 'Is a move to the next phase of education due within 12 months?',
    },
    asked: (count: number) => `With these answers you rate ${count} ${count === 1 ? 'criterion' : 'criteria'}.`,
    leftOut: (ids: string) => `Left out because they do not apply: ${ids}.`,
    action: 'Save and go on',
    nothing: 'Nothing about the plan changes which criteria you are asked here.',
    goOn: 'Go on',
  },
})
