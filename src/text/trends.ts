/** Words of the results: filters, figures, charts, and how everything was worked out. */
import type { Cycle } from '../core/sampling/cycle'
import type { ModerationNeed, SubjectResult } from '../core/trends/result'
import type { FloorResult } from '../store/results-rows'
import { pick } from './locale'

const plans = (count: number) => (count === 1 ? '1 plan' : `${count} plans`)

interface SeriesWords {
  readonly title: string
  readonly one: string
  readonly many: string
}

/** Series that stand for themselves and never enter the headline. */
export const SERIES: Readonly<Record<Exclude<Cycle['purpose'], 'random'>, SeriesWords>> = pick({
  en: {
    themed: { title: 'Plans of themed looks', one: 'plan of a themed look', many: 'plans of themed looks' },
    complaint: {
      title: 'Plans audited after complaints or appeals',
      one: 'plan audited after a complaint or appeal',
      many: 'plans audited after complaints or appeals',
    },
    're-audit': { title: 'Plans audited again', one: 'plan audited again', many: 'plans audited again' },
    draft: { title: 'Drafts', one: 'draft', many: 'drafts' },
    calibration: { title: 'Calibration plans', one: 'calibration plan', many: 'calibration plans' },
  },
})

const FLOOR_WORDS: Readonly<Record<FloorResult, string>> = {
  met: 'Met',
  'at-risk': 'At risk',
  'not-met': 'Not met',
  differs: 'Auditors differ',
  unknown: 'Not known',
}

const NEEDS: Readonly<Record<ModerationNeed, string>> = {
  'grades-differ': 'Awaiting moderation: the grades differ',
  'some-without-grade': 'Awaiting moderation: some auditors could give no grade',
  'sen-team-only': 'Awaiting moderation: only the SEN team graded it',
}

function routeWords(result: SubjectResult): string {
  switch (result.state) {
    case 'graded':
      if (result.by === 'moderation') return 'Agreed by the panel'
      return result.by === 'incident' ? 'An incident was found' : 'All its audits agree'
    case 'awaiting-moderation':
      return NEEDS[result.why]
    case 'awaiting-audits':
      return 'Still being audited'
    case 'not-gradeable':
      return 'Not gradeable'
    case 'lapsed':
      return 'Lapsed: not audited in time'
  }
}

export const trends = pick({
  en: {
    title: 'Results',
    empty: {
      title: 'No figure yet',
      body: 'The answer appears here once a sample has been drawn and its plans are audited.',
      action: 'See what to do next',
    },
    unreadable: (names: string) =>
      `The standards of these cycles are not on this device, so their plans are not counted: ${names}.`,
    shown: {
      summary: 'Change what is shown',
      rollingYear: (from: string, to: string) =>
        from === to ? `samples of ${from}` : `samples of the last twelve months, ${from} to ${to}`,
      period: (from: string, to: string) => (from === to ? `samples of ${from}` : `samples of ${from} to ${to}`),
      cycle: (name: string) => `the cycle “${name}”`,
      reset: 'Show the usual figure',
    },
    form: {
      measure: 'What counts',
      cycle: 'Cycle',
      allCycles: 'All cycles',
      from: 'From',
      to: 'To',
      yearBefore: 'A year before',
      newest: 'The newest sample',
      version: 'New or amended',
      keyStage: 'Key stage',
      need: 'Primary need',
      setting: 'Setting',
      team: 'Team',
      all: 'All',
      action: 'Show',
      selected: 'Selected plans only',
    },
    headline: {
      label: 'The answer',
      few: (good: number, n: number) => `${good} of ${n}`,
      none: 'No figure yet',
      caption: 'good or better',
      noneHere: 'No plan matches what is shown. Change the selection, or show all plans of the random samples.',
      allPlans: 'Show all plans of the random samples',
      chart: {
        title: (share: string, range: string) => `${share} good or better, 95 % interval ${range}`,
        target: (target: string) => `Target ${target}`,
        bounds: 'The dotted line shows what the plans without a result could change.',
        interval: 'The bar shows where the true share is likely to lie.',
      },
    },
    counts: {
      label: 'Where the drawn plans stand',
      drawn: 'Drawn',
      audited: 'Audited',
      withResult: 'With a result',
      awaitingModeration: 'Awaiting moderation',
      notGradeable: 'Not gradeable',
      lapsed: 'Lapsed',
      inProgress: 'Still being audited',
      swappedOut: 'Swapped out',
    },
    method: {
      summary: 'How was this worked out?',
      counted: (many: string) =>
        `Counted: ${many} that were drawn. A plan has a result when the panel has agreed its grade, or when every audit of it has the same grade and not only the SEN team graded it. A plan in which another child’s data was found counts as not good.`,
      n: (n: number, drawn: number) =>
        `The share is taken over the ${plans(n)} with a result, of ${drawn} drawn. Every plan counts once; groups of the sample are not weighted.`,
      otherStatus: (count: number) =>
        `${plans(count)} left out, because an auditor saw that the document was a draft or an amended plan, not what the register calls it.`,
      interval:
        'The interval is a 95 % Wilson interval: were many such samples drawn, about 19 of 20 such intervals would hold the true share. It is shown from 5 plans on; below 30 plans the figure is an early indication.',
      target: (target: string) =>
        `The target of ${target} is met when the whole interval lies above it, and not yet met when all of it lies below.`,
      month: 'A plan belongs to the month in which its cycle starts, so a late audit moves no figure to another month.',
      standards: 'Standards used',
      standardsUse: (title: string, version: string, count: number) => `${title} ${version}: ${plans(count)}`,
      samples: 'Samples',
      sample: (drawn: number, frame: string, asOf: string) =>
        `${plans(drawn)} counted here, drawn from ${frame} plans of the register of ${asOf}`,
      swaps: 'Plans swapped out, with the reason',
    },
    floor: {
      answer: (label: string, met: number, n: number) => `${label} met: ${met} of ${plans(n)} with a result.`,
      target: 'It should be met by every plan.',
      tableLabel: (label: string) => `Grade and ${label.toLowerCase()}`,
      grade: 'Grade',
      all: 'All grades',
      words: (floor: FloorResult) => FLOOR_WORDS[floor],
    },
    months: {
      heading: 'Month by month',
      label: 'Share good or better by month',
      month: 'Month',
      share: 'Good or better',
      interval: '95 % interval',
      n: 'With a result',
      drawn: 'Drawn',
      few: (good: number, n: number) => `${good} of ${n}`,
      none: 'No result',
      gap: 'None drawn',
      chartTitle: 'Share good or better by month, with intervals',
      chartText: 'The table below holds the same figures.',
      caution:
        'Each month alone has few plans, so months go up and down by chance. Where two bars overlap widely, the difference may well be chance.',
      one: 'There is one month of samples. A course shows after several.',
    },
    sections: {
      heading: 'Which sections pull down',
      label: 'Share good or better by section',
      standards: 'Standards',
      show: 'Show',
      section: 'Section',
      share: 'Good or better',
      interval: '95 % interval',
      n: 'With a result',
      open: 'Not agreed',
      few: (good: number, n: number) => `${good} of ${n}`,
      none: 'No result',
      note: 'A section has a result when every audit that could grade it gave it the same grade. Weakest first.',
    },
    criteria: {
      heading: 'Which criteria pull down',
      label: 'How often each criterion was met',
      criterion: 'Criterion',
      notMet: 'Not met',
      partly: 'Partly met',
      met: 'Met',
      n: 'Rated',
      cannotTell: 'Cannot tell',
      differ: 'Auditors differ',
      note: 'One plan, one count: what all its auditors say. “Cannot tell” means that evidence was missing; it is counted apart and never as not met.',
      more: (count: number) => `Show all ${count} criteria`,
      fewer: 'Show the ten that pull down most',
      diagnostic: 'reported, does not count in the grade',
      none: 'No plan has released audits yet.',
    },
    plans: {
      heading: 'The plans behind the figure',
      label: 'Plans behind the figure',
      show: 'Show',
      all: 'All plans',
      good: 'Good or better',
      notGood: 'Not good',
      without: 'Without a result',
      code: 'Plan',
      cycle: 'Cycle',
      result: 'Result',
      route: 'How',
      floor: 'Minimum standard',
      audits: 'Audits',
      none: 'No plan is in this state.',
      shown: (shown: number, all: number) => (shown === all ? plans(all) : `${shown} of ${plans(all)}`),
      more: (count: number) => `Show ${count} more`,
    },
    routeWords,
  },
})
