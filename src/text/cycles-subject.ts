/** Words of one plan's page: its facts, its auditors, where the audits differ, the panel's grade, swap and close. */
import type { Declaration } from '../core/sampling/cycle'
import type { ModerationNeed } from '../core/trends/result'
import { pick } from './locale'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const DECLARED: Readonly<Record<Declaration, string>> = pick({
  en: {
    none: 'no conflict',
    'knows-child': 'knows the child or family',
    'own-work': 'wrote part of the plan or its advice',
    'own-service': 'their service wrote part of the plan or its advice',
  },
})

export const MODERATION_NEEDS: Readonly<Record<ModerationNeed, string>> = pick({
  en: {
    'grades-differ': 'Awaiting moderation: the grades differ, so the panel decides.',
    'some-without-grade': 'Awaiting moderation: one audit could not give a grade, so the panel decides.',
    'sen-team-only': 'Awaiting moderation: only the SEN team has graded it, so the panel decides.',
  },
})

export const subjectWords = pick({
  en: {
    title: (code: string) => `Plan ${code}`,
    caption: (cycle: string) => `Cycle: ${cycle}`,
    missing: {
      title: 'This plan is not on this device',
      body: 'The address may be mistyped, or the plan belongs to a cycle drawn on another device.',
    },
    back: (cycle: string) => `Back to ${cycle}`,
    about: 'About this plan',
    group: 'Drawn in the group',
    twice: 'Graded by',
    twiceText: 'two agencies, neither seeing the other’s grade',
    once: 'one auditor',
    codeHint: 'Which case this is stands on the assignment slip alone.',
    swappedOut: (reason: string) => `This plan was taken out of the sample: ${reason}`,
    replacedBy: 'It was replaced by',
    result: {
      title: 'Result',
      agreement: (audits: number) =>
        audits === 1
          ? 'One auditor graded this plan.'
          : audits === 2
            ? 'Both auditors gave this grade.'
            : `All ${audits} auditors gave this grade.`,
      moderation: 'Agreed by the panel.',
      incident:
        'Details of another child are in this plan. It counts as not good, as found, whatever is said of the rest.',
      awaitingAudits: (submitted: number, asked: number) =>
        asked === 0
          ? 'Nobody has been asked to audit this plan yet.'
          : `${submitted} of ${asked} ${plural(asked, 'audit', 'audits')} submitted. Nothing is shown until all are in.`,
      notGradeable: 'No grade could be given. The plan is counted beside the percentage.',
      lapsed: 'Nobody audited it in time. The plan is counted beside the percentage.',
      closedBecause: (reason: string) => `Reason: ${reason}`,
    },
    alerts: {
      incident: (when: string) => `An incident was reported on ${when}: details of another child are in this plan.`,
      concern: (when: string) => `A concern about the child was raised on ${when}.`,
      told: (who: string) => `Told: ${who}.`,
      done: (what: string) => `Done: ${what}`,
    },
    auditors: {
      title: 'Auditors',
      none: 'Nobody has been asked yet.',
      agency: 'Agency',
      name: 'Auditor',
      state: 'State',
      due: 'Due',
      basis: 'May see it by',
      actions: 'Action',
      you: 'you',
      notBlind: 'asked after the others had submitted, so not blind',
      open: 'Open your audit',
      withdraw: 'Withdraw',
      withdrawNamed: (name: string) => `Withdraw the audit asked of ${name}`,
      withdrawn: 'The audit was withdrawn.',
    },
    assign: {
      title: 'Ask somebody to audit this plan',
      needed: (count: number) =>
        count === 0
          ? 'This plan has all its auditors. You may still ask one more.'
          : `${count} more ${plural(count, 'auditor is', 'auditors are')} needed.`,
      who: 'Who?',
      choose: 'Choose a person',
      whoMissing: 'Choose who audits this plan',
      sameAgency: (agency: string) =>
        `${agency} audits this plan already. A second grade should come from another agency.`,
      nobody: 'There is nobody else to ask. Add people in settings.',
      action: 'Ask them',
      done: 'They have been asked.',
    },
    compare: {
      title: 'The audits side by side',
      grades: 'Grades',
      part: 'Part of the plan',
      plan: 'Whole plan',
      differs: 'differs',
      overridden: (from: string) => `changed from ${from} by the auditor`,
      differing: (count: number) =>
        count === 0
          ? 'Nobody differs on any criterion'
          : `Where they differ: ${count} ${plural(count, 'criterion', 'criteria')}`,
      same: (count: number) => `Rated alike: ${count} ${plural(count, 'criterion', 'criteria')}`,
      ratings: (count: number) => `${count} ${plural(count, 'criterion', 'criteria')} rated`,
      criterion: 'Criterion',
      notAsked: 'Not asked',
      noNote: 'No note.',
      arose: 'Where it arose',
      service: 'Service',
      fix: 'Mending',
      roles: { key: 'key criterion', limiting: 'limiting criterion', diagnostic: 'not scored', incident: 'incident' },
      independent: 'The independent audits stay as they were, whatever the panel agrees.',
    },
    panel: {
      title: 'What the panel agrees',
      recorded: (when: string) => `Recorded on ${when}.`,
      recordedBy: (who: string, when: string) => `Recorded by ${who} on ${when}.`,
      grade: 'Agreed grade',
      reason: 'Reason',
      reasonHint: 'What settled it? A family could read this.',
      agencies: 'Which agencies were there?',
      agenciesHint: 'Tick everybody who took part in agreeing.',
      learning: 'Learning point (optional)',
      learningHint: 'What should others learn from this plan? No names, nothing that says who the child is.',
      learningTitle: 'Learning point',
      present: 'Present',
      gradeMissing: 'Choose the grade the panel agrees on',
      reasonMissing: 'Give the panel’s reason',
      agenciesMissing: 'Tick the agencies that were there',
      action: 'Record the panel’s grade',
      done: 'The panel’s grade is recorded.',
      change: 'Correct what was recorded',
      start: 'Record a panel’s grade for this plan',
      onlyChair: 'A panel chair or manager records what the panel agrees.',
      incident: 'The incident stands: this plan counts as not good. The panel may still record its grade of the rest.',
    },
    swap: {
      title: 'Swap this plan',
      intro:
        'For a plan that cannot be audited, for example because it has ceased. The next plan of the same group takes its place; nobody chooses it. The reason is kept and shown.',
      reason: 'Why can it not be audited?',
      reasonHint: 'No names, nothing that says who the child is.',
      reasonMissing: 'Give the reason: it is shown beside the figure',
      action: 'Swap for the next plan',
      started: 'Somebody has started to audit this plan, so it stays in the sample.',
      anotherRegister:
        'The register on this device is not the one the sample was drawn from, so the next plan cannot be told. Nothing was changed.',
      notKept: 'This device does not hold which plan this is, so it cannot be swapped here. Nothing was changed.',
    },
    single: {
      title: 'Let one auditor be enough',
      intro:
        'This plan was drawn to be graded by two agencies, and its audits stay closed until both are in. If no second auditor can be found, one is enough; the reason is kept.',
      reason: 'Reason',
      reasonMissing: 'Give a reason',
      action: 'One auditor is enough',
    },
    close: {
      title: 'Close without a grade',
      intro: 'The plan stays in the sample and is counted beside the percentage.',
      type: 'Why has it no grade?',
      notGradeable: 'It could not be graded',
      notGradeableHint: 'For example, the document could not be found or read.',
      lapsed: 'Nobody audited it in time',
      lapsedHint: 'The cycle is over and no audit came.',
      reason: 'Reason',
      typeMissing: 'Say why it has no grade',
      reasonMissing: 'Give a reason',
      action: 'Close this plan',
    },
  },
})
