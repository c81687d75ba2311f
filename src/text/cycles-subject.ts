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
      part: 'Asked about',
      whole: 'whole plan',
      advice: 'this piece of advice',
      sections: (ids: string) => `sections ${ids}`,
      rated: (done: number, of: number) => `${done} of ${of} criteria rated`,
      closed: (reason: string) => `taken off: ${reason}`,
      handedOver: (reason: string) => `handed over: ${reason}`,
      notBlind: 'not blind: at work after the audits were opened',
      open: 'Open your audit',
      handOver: 'Hand over',
      handOverNamed: (name: string) => `Hand over the audit asked of ${name}`,
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
      what: 'What are they asked about?',
      whole: 'The whole plan',
      wholeHint: (count: number) => `${count} criteria. Their grade of the plan counts.`,
      sections: 'Single sections',
      sectionsHint: 'A contribution: it never gives the plan a grade.',
      which: 'Which sections?',
      whichMissing: 'Choose at least one section',
      advice: 'They are asked about this piece of advice.',
      notBlind: 'The audits of this plan are open to its auditors already, so this audit will be marked as not blind.',
      action: 'Ask them',
      done: 'They have been asked.',
    },
    release: {
      title: 'Open the audits before all are in',
      intro: (submitted: number, asked: number) =>
        `${submitted} of ${asked} ${plural(asked, 'audit is', 'audits are')} submitted. If the others cannot be waited for, what is there is opened to all auditors and the panel. This cannot be undone; an audit that comes later is marked as not blind.`,
      ownOpen: 'You are still auditing this plan yourself. Submit your audit first, or ask another chair or manager.',
      reason: 'Why can the others not be waited for?',
      reasonMissing: 'Give a reason: it is kept with the plan',
      sure: 'Open the audits now',
      released: (when: string, who: string, reason: string) =>
        `The audits were opened on ${when} by ${who} before all were in: ${reason}`,
      releasedPlain: (when: string, reason: string) =>
        `The audits were opened on ${when} before all were in: ${reason}`,
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
          ? 'Nobody differs on any criterion.'
          : `They differ on ${count} ${plural(count, 'criterion', 'criteria')}. Each stands below under its section, with what everybody said.`,
      differingIn: (count: number) => `${count} ${plural(count, 'criterion differs', 'criteria differ')}`,
      same: (count: number) => `Rated alike: ${count} ${plural(count, 'criterion', 'criteria')}`,
      sameSections: (ids: string) => `Sections where nobody differs: ${ids}`,
      allSections: (ids: string) => `All ratings, by section: ${ids}`,
      notBlind: 'not blind',
      sectionsOnly: 'single sections only',
      revised: (day: string, reason: string) => `Revised by its auditor on ${day}: ${reason}`,
      revision: 'The revision',
      revisionOf: (agency: string) => `The revision by ${agency}`,
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

export const handOver = pick({
  en: {
    title: (code: string) => `Hand over the audit of plan ${code}`,
    whose: (name: string, agency: string) => `It was given to ${name} (${agency}).`,
    notStarted: 'It has not been started.',
    progress: (done: number, of: number) => `${done} of ${of} criteria are rated.`,
    draft:
      'What is rated so far stays with whoever rated it, unread, and no longer counts. Whoever takes over begins anew, so that their audit is their own.',
    to: 'Who takes over?',
    choose: 'Choose a person',
    nobody: 'Nobody for now: the plan waits to be given out',
    toMissing: 'Choose who takes over',
    agreed: (name: string) => `${name} knows of it and agrees, or has left`,
    agreedMissing: 'Say that they know of it and agree, or have left',
    left: (name: string) => `${name} no longer takes part.`,
    reason: 'Reason',
    reasonHint: 'It is kept with the plan. No names of children.',
    reasonMissing: 'Give a reason',
    action: 'Hand over',
    missing: {
      title: 'This audit cannot be handed over',
      body: 'It is not on this device, it was submitted or taken back already, or only a manager may do this.',
    },
  },
})
