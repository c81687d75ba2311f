/** Words of the cycles: the list, one cycle's progress, giving plans out, and how the sample was drawn. */
import type { Cycle, SightBasis } from '../core/sampling/cycle'
import type { Standing } from '../store/cycle-progress'
import { pick } from './locale'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)
const plans = (count: number) => plural(count, 'plan', 'plans')

export interface PurposeWords {
  readonly label: string
  readonly hint: string
}

export const PURPOSES: Readonly<Record<Cycle['purpose'], PurposeWords>> = pick({
  en: {
    random: {
      label: 'Random dip sample',
      hint: 'Every plan has a fair chance. New plans of these samples make the headline: the share that is good.',
    },
    themed: {
      label: 'Themed look',
      hint: 'For example one setting type or one need. Drawn by chance among them, but kept apart from the headline.',
    },
    complaint: {
      label: 'After complaints or appeals',
      hint: 'Plans chosen because something went wrong say nothing about all plans. Kept apart from the headline.',
    },
    're-audit': {
      label: 'Re-audit',
      hint: 'Looking again at plans that were mended. Kept apart from the headline of the sample that found them.',
    },
    draft: { label: 'Drafts', hint: 'Plans before they are issued. Kept apart from the headline.' },
    calibration: {
      label: 'Calibration',
      hint: 'Everybody grades the same plans to compare how they judge. Kept apart from the headline.',
    },
  },
})

export const STANDING_WORDS: Readonly<Record<Standing, string>> = pick({
  en: {
    'to-assign': 'Not given out',
    asked: 'Asked',
    started: 'With the auditors',
    'awaiting-moderation': 'Awaiting moderation',
    'with-result': 'With a result',
    'not-gradeable': 'Not gradeable',
    lapsed: 'Lapsed',
  },
})

export const BASES: Readonly<Record<SightBasis, PurposeWords>> = pick({
  en: {
    duty: { label: 'Part of their work', hint: 'They may open this plan as employees of a responsible service.' },
    consent: { label: 'Consent', hint: 'The family or young person has agreed.' },
    redacted: { label: 'Redacted copy', hint: 'They read a copy without anything that says who it is about.' },
    'panel-room': { label: 'Panel room only', hint: 'They read it in the room; nothing is handed out or kept.' },
  },
})

export const cycles = pick({
  en: {
    title: 'Cycles',
    intro: 'One round of dip sampling each: draw, give out, audit, moderate, learn.',
    newCycle: 'New cycle',
    empty: 'No sample has been drawn yet',
    emptyWithRegister: (asOf: string) => `Your register of ${asOf} is on this device. Draw a sample from it to begin.`,
    emptyWithoutRegister: 'A sample is drawn from your register of plans. Import the register first.',
    emptyForAuditors: 'A manager draws the sample. Plans you are asked to audit appear on the home page.',
    toRegister: 'Import the register',
    name: 'Cycle',
    dates: 'Due',
    drawn: 'Drawn',
    audited: 'Audited',
    withResult: 'With a result',
    purpose: 'Purpose',
    overdue: 'overdue',
    listLabel: 'All cycles',
    missing: {
      title: 'This cycle is not on this device',
      body: 'The address may be mistyped, or the cycle or its standards were brought in on another device.',
    },
    toCycles: 'All cycles',
    subject: 'Plan',
  },
})

export const cycle = pick({
  en: {
    caption: (purpose: string) => `Cycle: ${purpose.toLowerCase()}`,
    drawnFrom: (n: string, N: string, asOf: string) => `${n} of ${N} plans, drawn from the register of ${asOf}.`,
    due: (day: string) => `Audits are due on ${day}.`,
    overdueBy: (day: string) => `Audits were due on ${day}.`,
    apart: 'This cycle is kept apart from the headline.',
    progressTitle: 'How far are we?',
    progressSentence: (graded: number, audited: number, all: number, without: number) => {
      const left = all - graded - without
      const closed = without > 0 ? ` ${without} ${plural(without, 'is', 'are')} without a grade.` : ''
      if (left === 0) return `All ${all} ${plans(all)} are accounted for: ${graded} with a result.${closed}`
      return `${graded} of ${all} ${plans(all)} ${plural(graded, 'has', 'have')} a result; ${audited} ${plural(audited, 'has', 'have')} been audited.${closed}`
    },
    doubles: (count: number) => `${count} ${plural(count, 'plan is', 'plans are')} graded by two agencies.`,
    swapped: (count: number) => `${count} ${plural(count, 'plan was', 'plans were')} swapped.`,
    attention: {
      unassigned: (count: number) => `${count} ${plural(count, 'plan still needs', 'plans still need')} an auditor.`,
      returned: (count: number) =>
        `${count} ${plural(count, 'plan was', 'plans were')} handed back because the auditor knows the child or worked on the plan. Give ${plural(count, 'it', 'them')} to somebody else.`,
      moderation: (count: number) => `${count} ${plural(count, 'plan waits', 'plans wait')} for the panel.`,
      show: (count: number) => plural(count, 'Show it', 'Show them'),
    },
    shareOut: 'Share plans out',
    slips: 'Print assignment slips',
    results: 'See results',
    coverage: {
      title: 'What each agency has done',
      agency: 'Agency',
      asked: 'Asked',
      done: 'Done',
      late: 'Late',
      neverStarted: 'Not started',
      returned: 'Handed back',
      note: 'Counted in audits: a plan graded twice counts for both agencies.',
      nobody: 'nobody asked',
    },
    subjects: {
      title: 'Plans in this sample',
      show: 'Show',
      all: 'All plans',
      needAuditor: 'Needing an auditor',
      handedBack: 'Handed back',
      code: 'Audit code',
      plan: 'Plan',
      auditors: 'Auditors',
      standing: 'Where it stands',
      twice: 'graded twice',
      nobody: 'Nobody yet',
      none: 'No plan is in this state.',
      shown: (shown: number, all: number) => `${shown} of ${all} plans`,
      stillNeeded: (count: number) => `${count} more needed`,
      rated: (done: number, of: number) => `${done} of ${of} criteria`,
      notBlind: 'not blind',
    },
    states: {
      asked: 'asked',
      started: 'started',
      submitted: 'submitted',
      returned: 'handed back',
      withdrawn: 'withdrawn',
    },
  },
})

export const shareOutWords = pick({
  en: {
    title: 'Share plans out evenly',
    intro: (count: number, audits: number) =>
      `${count} ${plural(count, 'plan needs', 'plans need')} ${audits === count ? (count === 1 ? 'an auditor' : 'an auditor each') : `auditors, ${audits} audits in all`}. Nobody gets a plan twice, or one they handed back; a plan graded twice goes to two agencies where that is possible.`,
    everybody: (count: number) =>
      `A calibration: everybody chosen audits the same ${count} ${plans(count)}, without seeing each other’s grades.`,
    who: 'Who takes part?',
    whoHint: 'Everybody who is an auditor and active. Add people in settings.',
    wouldGet: (given: string, held: string) =>
      held === '0' ? `would be given ${given}` : `holds ${held} of this cycle, would be given ${given} more`,
    basis: 'On what ground may they see the plans?',
    due: 'Due on',
    dueHint: 'The due date of the cycle, unless you change it.',
    action: (count: number) => `Give out ${count} ${plural(count, 'audit', 'audits')}`,
    actionNone: 'Give out',
    short: (count: number) =>
      `${count} ${plural(count, 'plan', 'plans')} cannot be given to anybody chosen. Choose more people, from another agency if you can.`,
    sameAgency: (count: number) =>
      `${count} ${plural(count, 'plan', 'plans')} would be graded twice within one agency. Choose people of at least two agencies.`,
    senTeamOnly: (count: number) =>
      `${count} ${plural(count, 'plan', 'plans')} would be graded by the SEN team alone and then wait for the panel before ${plural(count, 'it counts', 'they count')}.`,
    nobodyChosen: 'Choose at least one person',
    dueMissing: 'Enter the day by which the audits are due',
    basisMissing: 'Say on what ground they may see the plans',
    done: (count: number) => `${count} ${plural(count, 'audit was', 'audits were')} given out.`,
    noAuditors: 'Nobody is an auditor yet. Add people in settings, then come back.',
    toSettings: 'Go to settings',
  },
})

export const drawnHow = pick({
  en: {
    summary: 'How this sample was drawn',
    intro:
      'Anybody with the same register file can repeat this draw and get the same plans, on this screen or with the command line.',
    drawnBy: (who: string, when: string) => `Drawn by ${who} on ${when}.`,
    drawn: (when: string) => `Drawn on ${when}.`,
    framework: 'Standards',
    asked: 'Each auditor is asked',
    frame: 'Plans it was drawn from',
    frameText: (N: string, all: string) => `${N} of ${all} plans in the register`,
    seed: 'Seed',
    frameDigest: 'Fingerprint of those plans',
    registerDigest: 'Fingerprint of the register',
    standardsHash: 'Fingerprint of the standards',
    allocation: 'Shares by group',
    group: 'Group',
    inRegister: 'In the register',
    inSample: 'In the sample',
    everyPlan: 'All plans',
    total: 'Total',
    designTitle: 'The design for the command line',
    designHint: (asOf: string) =>
      `Save this as design.json and run the command beside the register file as it was on ${asOf}. References are compared on the machine that holds the file; they are not stored here.`,
    command: 'The command',
    swaps: 'Swaps',
    noSwaps: 'No plan was swapped.',
    swap: (code: string, replacement: string, when: string) => `${code} was replaced by ${replacement} on ${when}.`,
    swapBy: (who: string) => `By ${who}.`,
    reason: 'Reason',
    print: 'Print this page',
  },
})
