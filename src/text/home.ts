/** Words of the home page: what to do next. */
import { pick } from './locale'

const plans = (count: number) => (count === 1 ? '1 plan' : `${count} plans`)
const audits = (count: number) => (count === 1 ? '1 audit' : `${count} audits`)

export const home = pick({
  en: {
    title: 'What to do next',
    work: {
      heading: 'Your audits',
      none: 'No plan is waiting for you.',
      noneHint: 'When a manager gives you a plan to audit, it appears here.',
      submitted: (count: number) => `You have submitted ${audits(count)} so far.`,
      open: (code: string) => `Audit plan ${code}`,
      due: (day: string) => `due ${day}`,
      late: 'Late:',
      lateCount: (count: number) => `${plans(count)} of yours ${count === 1 ? 'is' : 'are'} late.`,
      notStarted: (count: number) => `Not started, ${count} criteria to rate`,
      progress: (rated: number, of: number) => `${rated} of ${of} rated`,
      toSubmit: 'All rated, ready to submit',
      revision: 'revising your submitted audit',
    },
    steps: {
      heading: 'From your register to the answer',
      intro: 'Five steps, all on this device and without a network.',
      introJoined: 'Five steps. None of them waits for a network; what you do is sent when there is one.',
      done: 'Done',
      next: 'Next',
      later: 'Cannot start yet',
      register: 'Import your register of plans',
      registerHint:
        'The list of EHC plans as exported from your case system. Names and numbers of children are dropped.',
      cycle: 'Draw a sample',
      cycleHint: 'By chance, so that it speaks for all plans, and anyone can repeat the draw.',
      share: 'Give the plans out',
      shareHint: 'To auditors of several agencies. Add colleagues in settings first.',
      audit: 'Audit the plans',
      auditHint: 'Your own are listed on this page.',
      answer: 'See the answer',
      answerHint: 'The share that is good or better, with its interval, against the target.',
    },
    alerts: {
      heading: 'Reported in the last thirty days',
      incident: (code: string) => `Incident in plan ${code}`,
      concern: (code: string) => `Concern about plan ${code}`,
    },
    cycles: {
      heading: 'Cycles in progress',
      none: 'No cycle is in progress.',
      draw: 'Draw a sample',
      settled: (settled: number, drawn: number) => `${settled} of ${drawn} plans settled`,
      due: (day: string) => `due ${day}`,
      overdue: 'Overdue:',
      rated: (done: number, of: number) => `${done} of ${of} criteria rated in audits at work`,
      progressLabel: (name: string) => `Plans settled in ${name}`,
      moderation: (count: number) => `${plans(count)} ${count === 1 ? 'awaits' : 'await'} moderation`,
      handedBack: (count: number) => `${plans(count)} handed back, to be given to somebody else`,
      toGive: (count: number) => `${plans(count)} without enough auditors`,
      late: (count: number) => `${audits(count)} late`,
    },
    answer: {
      heading: 'The answer so far',
      link: 'See the results',
      period: (from: string, to: string) => (from === to ? `Samples of ${from}.` : `Samples of ${from} to ${to}.`),
    },
  },
})
