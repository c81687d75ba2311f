/** Words of the standards: what each asks, how grades follow from them, and how to find one. */
import type { EvidenceSource, FactName } from '../core/framework/schema'
import { LOCALE, pick } from './locale'

const all = new Intl.ListFormat(LOCALE, { type: 'conjunction' })
const any = new Intl.ListFormat(LOCALE, { type: 'disjunction' })

const criteria = (count: number) => (count === 1 ? '1 criterion' : `${count} criteria`)
const steps = (count: number) => (count === 1 ? 'one step' : `${count} steps`)

const SOURCES: Readonly<Record<EvidenceSource, string>> = {
  plan: 'the plan',
  advice: 'the advice',
  file: 'the case file',
  dates: 'dates',
}

/** What is true, and what is true when it is not. */
const FACTS: Readonly<Record<Exclude<FactName, 'yearGroup' | 'status' | 'purpose'>, readonly [string, string]>> = {
  afterReview: ['the plan was issued after a review', 'the plan was not issued after a review'],
  lookedAfter: ['the child is looked after', 'the child is not looked after'],
  directPayments: ['there are direct payments', 'there are no direct payments'],
  postSixteen: ['the young person is over 16', 'the child is not over 16'],
  otherwiseThanSchool: [
    'education is arranged otherwise than at school',
    'education is not arranged otherwise than at school',
  ],
  phaseTransfer: ['a change of phase is coming', 'no change of phase is coming'],
}

export const frameworks = pick({
  en: {
    title: 'Standards',
    intro: 'What a good plan is, in the words everybody audits by. A published version never changes.',
    none: 'No standards are on this device yet. Reload the page; they come with the app.',
    version: (version: string) => `Version ${version}`,
    size: (sections: number, count: number, core: number) =>
      `${sections} sections, ${criteria(count)}, ${core} of them core`,
    open: 'Read the standards',
    missing: {
      title: 'These standards are not on this device',
      body: 'The address may be mistyped, or this version came with another copy of the app.',
      action: 'See all standards',
    },
    contents: 'On this page',
    search: {
      label: 'Find a criterion',
      hint: 'A word, a number such as F2, or a law',
      core: 'Core criteria only',
      shown: (shown: number, count: number) => (shown === count ? criteria(count) : `${shown} of ${criteria(count)}`),
      none: 'No criterion holds this. Try fewer letters, or show more than the core.',
    },
    criterion: {
      statutory: 'Statutory',
      goodPractice: 'Good practice',
      core: 'Core',
      file: 'From the case file, outside blind grading',
      role: {
        key: 'Key criterion',
        limiting: 'Limiting criterion',
        diagnostic: 'Not scored',
        incident: 'Incident check',
      },
      met: 'Met',
      partly: 'Partly met',
      notMet: 'Not met',
      notApplicable: 'Not applicable',
      basis: 'Where it is written',
      judgedFrom: 'Judged from',
      lead: 'Speaks first',
      weight: 'Weight',
      applies: 'Applies when',
      family: (ids: readonly string[]) => `Looks at the same thing as ${all.format(ids)}.`,
      sources: (sources: readonly EvidenceSource[]) => all.format(sources.map((one) => SOURCES[one])),
    },
    condition: {
      and: (conditions: readonly string[]) => all.format(conditions),
      fact: (fact: keyof typeof FACTS, holds: boolean) => FACTS[fact][holds ? 0 : 1],
      statusIs: (status: string) => `the plan is ${status === 'amended' ? 'amended' : `a ${status}`}`,
      statusIsNot: (status: string) => `the plan is not ${status === 'amended' ? 'amended' : `a ${status}`}`,
      purposeIs: (purpose: string) => `the audit is ${purpose}`,
      purposeIsNot: (purpose: string) => `the audit is not ${purpose}`,
      yearFrom: (year: string) => `the child is in Year ${year} or above`,
      yearTo: (year: string) => `the child is in Year ${year} or below`,
      yearIs: (year: string) => `the child is in Year ${year}`,
      yearIsNot: (year: string) => `the child is not in Year ${year}`,
    },
    graded: {
      heading: 'How grades follow',
      intro: (count: number, weight: string) =>
        `The grade rests on the ${count === 1 ? 'one core criterion' : `${count} core criteria`} that everybody rates. Together they weigh ${weight}.`,
      earned: (met: string, partly: string, notMet: string) =>
        `A criterion that is met earns ${met} of its weight, partly met ${partly}, not met ${notMet}. What does not apply, or cannot be told, is left out of the sum.`,
      key: (ids: readonly string[]) => `Key criteria: ${all.format(ids)}.`,
      limiting: (ids: readonly string[]) => `Limiting criteria: ${all.format(ids)}.`,
      bandsTitle: 'The grade of the whole',
      bandsHint: 'The first that fits, from the top.',
      incident: (grade: string) => `An incident, another child’s data in the plan, makes the grade ${grade}.`,
      cannotTell: (share: string) => `When more than ${share} of the weight cannot be told, there is no grade.`,
      override: (count: number) => `An auditor may change the grade by ${steps(count)}, with a reason.`,
      noOverride: 'An auditor cannot change the grade.',
      overrideNotInto: (count: number, grade: string) =>
        `An auditor may change the grade by ${steps(count)}, with a reason, but never into ${grade} or above while a key criterion is not met.`,
      sectionsTitle: 'The grade of a section',
      sections: 'A section is graded by its own criteria, by the share earned. A section never holds the whole down.',
      sectionBand: (grade: string, share: string) => `${grade}: ${share} or more of the weight.`,
      sectionRest: (grade: string) => `${grade}: everything else.`,
      floorTitle: (label: string) => label,
      floor: (count: number) => `Beside the grade and never part of it, over ${criteria(count)}:`,
      floorNotMet: (ratings: readonly string[]) => `Not met when any of them is rated “${any.format(ratings)}”.`,
      floorAtRisk: (ratings: readonly string[]) => `At risk when any is rated “${any.format(ratings)}”.`,
      floorMet: 'Met when all others are in order.',
      none: 'none',
      whole: 'all',
      half: 'half',
    },
    scale: {
      heading: 'What the grades mean',
      goodOrBetter: 'counts as good or better',
    },
    timers: {
      heading: 'Time limits',
      intro: 'Worked out from dates, shown beside the grade and never averaged into it.',
      limit: 'Limit',
      from: 'From',
      to: 'To',
      exceptions: 'Exceptions',
      basis: 'Where it is written',
      amount: (amount: number, unit: string) => `${amount} ${amount === 1 ? unit.replace(/s$/, '') : unit}`,
      none: 'No limit in law',
    },
    examples: {
      heading: 'Worked examples',
      intro: 'Each was worked out by hand; the app is tested to give the same grade.',
      label: 'Worked examples with the grade they lead to',
      example: 'Example',
      ratings: 'Ratings',
      grade: 'Grade',
      noGrade: 'No grade',
      rest: (rating: string) => `the rest of the core: ${rating.toLowerCase()}`,
      incident: 'an incident was reported',
      override: (grade: string) => `changed by the auditor to ${grade}`,
      unrated: 'nothing rated',
    },
    sources: { heading: 'Laws and guidance' },
    pinned: {
      heading: 'This version',
      id: 'Name',
      version: 'Version',
      hash: 'Fingerprint',
      hashHint:
        'Every audit carries it. Two copies of the standards with the same fingerprint are the same to the letter.',
    },
  },
})
