/** Words of the page on which a sample is designed, drawn and kept. */
import type { CriteriaChoice } from '../core/sampling/cycle'
import { pick } from './locale'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const design = pick({
  en: {
    title: 'New cycle',
    intro: (count: string, asOf: string) => `Draw a sample from the register of ${asOf}, which holds ${count} plans.`,
    noPermission: 'Only a manager may draw a sample. Choose another person in settings if that is you.',
    noRegister: 'A sample is drawn from your register of plans, and none is on this device yet.',
    toRegister: 'Import the register',
    openRegister: 'Open the register',
    loading: 'Opening the register…',
    about: {
      title: 'About this cycle',
      name: 'Name',
      nameHint: 'As it will stand in reports, for example “Autumn 2026”',
      nameMissing: 'Give the cycle a name',
      purpose: 'What is it for?',
      framework: 'Standards',
      frameworkOption: (title: string, version: string) => `${title}, version ${version}`,
      starts: 'Starts on',
      due: 'Audits are due on',
      startsMissing: 'Enter the day the cycle starts',
      dueMissing: 'Enter the day the audits are due',
      dueBeforeStart: 'The due date is before the start',
    },
    population: {
      title: 'Which plans?',
      hint: 'Tick nothing in a group to take all of it.',
      all: 'all',
      of: (chosen: string, all: string) => `${chosen} of ${all}`,
      option: (label: string, count: string) => `${label} (${count})`,
      newHint: (asOf: string) =>
        `New plans are those first issued in the twelve months before ${asOf}. Only they count for the headline. “New this month” cannot be drawn from a register exported once a year.`,
      headline: 'This sample holds other plans than new ones. They are shown apart from the headline.',
      chosen: (count: string) => `${count} plans to draw from.`,
    },
    size: {
      title: 'How many?',
      by: 'Decide by',
      byPlans: 'The number of plans to audit',
      byMargin: 'How close the figure should be',
      plans: 'Plans',
      margin: 'Points either way',
      marginHint: 'For example 10: if half the sample is good, the share in the register lies between 40% and 60%.',
      sizeMissing: 'Enter how many plans to draw, as a whole number from 1',
      marginMissing: 'Enter how close the figure should be, from 1 to 50 points',
      double: 'Graded twice, in percent',
      doubleHint:
        'This share is graded by a second agency without seeing the first grade. It shows whether agencies judge alike.',
      doubleMissing: 'Enter a percentage from 0 to 100',
    },
    strata: {
      title: 'Spread over groups',
      legend: 'Make sure each of these is represented',
      hint: 'Up to three. Within each group plans are drawn by chance.',
      tooMany: 'Choose at most three',
      more: 'How groups share the sample',
      allocation: 'Each group gets',
      proportional: 'Its share of the register',
      proportionalHint: 'The percentage then stands for all plans. Right for the headline.',
      equal: 'The same number of plans',
      equalHint: 'To compare groups with each other. The plain percentage then leans towards small groups.',
      minimum: 'At least this many plans from each group',
      minimumHint: '0 if that does not matter',
      minimumMissing: 'Enter a whole number from 0',
    },
    criteria: {
      title: 'What is each auditor asked?',
      legend: 'Criteria to rate',
      core: (floor: string) => `The core and the ${floor}`,
      coreHint: (count: number, scoring: number, floor: string) =>
        `${count} criteria, the same for everybody: ${scoring} decide the grade, the others complete the ${floor}.`,
      only: (count: number) => `These standards ask the same ${count} criteria of everybody.`,
      'core-and-lead': 'The same, and what their agency leads on',
      leadHint: (least: number, most: number) =>
        least === most ? `${least} criteria each.` : `${least} to ${most} criteria, depending on the agency.`,
      all: 'Everything',
      allHint: (count: number) => `${count} criteria for each plan.`,
    },
    seed: {
      title: 'The draw',
      label: 'Seed',
      hint: 'Any text. Anyone with the register and this seed can draw the same plans, so nobody can be said to have picked them.',
      missing: 'Enter a seed',
    },
    preview: {
      title: 'What this draws',
      none: 'Fill in the form to see what it draws.',
      caption: 'Plans by group',
      group: 'Group',
      register: 'Register',
      sample: 'Sample',
      total: 'All',
      groups: (count: number) => `${count} ${plural(count, 'group', 'groups')}`,
      moreGroups: (count: number) => `and ${count} more ${plural(count, 'group', 'groups')}`,
      tooManyGroups: (groups: number, size: number) =>
        `There are ${groups} groups for ${size} plans, so most groups would have one plan or none. Spread over fewer facts.`,
      double: (count: number) =>
        count === 0
          ? 'No plan is graded twice, so nothing can be said of how alike agencies judge.'
          : `${count} ${plural(count, 'plan is', 'plans are')} graded twice.`,
    },
    draw: 'Draw the sample',
    check: {
      title: 'The sample is drawn',
      intro: 'Look it over, then keep it. Which plans they are shows only on the assignment slips that you print.',
      keep: 'Keep this sample',
      change: 'Change the design',
      plans: 'Plans drawn',
      twice: 'Graded twice',
      from: 'Drawn from',
      fromText: (N: string, asOf: string) => `${N} plans, register of ${asOf}`,
      seed: 'Seed',
      standards: 'Standards',
      purpose: 'Purpose',
      dates: 'Dates',
      datesText: (starts: string, due: string) => `${starts} to ${due}`,
      precision: 'How sure',
      asked: 'Each auditor is asked',
    },
  },
})

export const CRITERIA_WORDS: Readonly<Record<CriteriaChoice, string>> = pick({
  en: {
    core: 'The core and the minimum standard',
    'core-and-lead': 'The core, the minimum standard and what their agency leads on',
    all: 'Every criterion',
  },
})

/** A name for a cycle that starts on this day: school terms. `used` are names taken already. */
export function proposeName(day: string, used: readonly string[]): string {
  const month = Number(day.slice(5, 7))
  const term = pick({ en: month >= 9 ? 'Autumn' : month >= 5 ? 'Summer' : 'Spring' })
  const name = `${term} ${day.slice(0, 4)}`
  for (let next = 1; ; next++) {
    const candidate = next === 1 ? name : `${name} (${next})`
    if (!used.includes(candidate)) return candidate
  }
}
