/** Words of the audit workspace: its sections, criteria, ratings, notes and keys. */
import type { EvidenceSource, Rating } from '../core/framework/schema'
import { LOCALE, pick } from './locale'

const list = new Intl.ListFormat(LOCALE, { type: 'conjunction' })

/** "B1, F1 and W1". */
export function listOf(words: readonly string[]): string {
  return list.format(words)
}

const RATINGS: Readonly<Record<Rating, string>> = pick({
  en: {
    met: 'Met',
    partly: 'Partly met',
    'not-met': 'Not met',
    'not-applicable': 'Not applicable',
    'cannot-tell': 'Cannot tell',
  },
})

const SOURCES: Readonly<Record<EvidenceSource, string>> = pick({
  en: { plan: 'the plan', advice: 'the advice', file: 'the case file', dates: 'dates' },
})

export function ratingLabel(rating: Rating): string {
  return RATINGS[rating]
}

export const audit = pick({
  en: {
    caption: (code: string, cycle: string) => `Audit ${code} · ${cycle}`,
    dueOn: (day: string) => `Due ${day}`,
    overdue: (day: string) => `Was due ${day}`,
    loading: 'Opening the audit…',
    side: 'Guidance and grade',
    rail: {
      label: 'Sections of this audit',
      overall: (rated: number, total: number) => `${rated} of ${total} rated`,
      notStarted: 'Not started',
      started: (rated: number, total: number) => `${rated} of ${total} rated`,
      done: 'Done',
      about: 'About this plan',
      grade: 'The grade and its working',
      check: 'Check and submit',
      incident: 'Report an incident',
      concern: 'Raise a concern',
      keys: 'Keyboard shortcuts',
    },
    section: {
      title: (id: string, title: string) => `${id}. ${title}`,
      next: 'Next section',
      previous: 'Previous section',
      checkNext: 'Check and submit',
    },
    criterion: {
      statutory: 'Statutory',
      goodPractice: 'Good practice',
      core: 'Core',
      fromFile: 'From the case file',
      looksLike: 'What met, partly met and not met look like',
      looksLikeTwo: 'What met and not met look like',
      written: (citations: string) => `Where it is written: ${citations}.`,
      judgedFrom: (sources: readonly EvidenceSource[]) => `Judged from ${listOf(sources.map((one) => SOURCES[one]))}.`,
      lead: (agency: string) => `${agency} speaks first on this one.`,
      clear: 'Clear the rating',
    },
    role: {
      key: (weight: string, best: string | null) =>
        best === null
          ? `Key criterion: counts ${weight}.`
          : `Key criterion: counts ${weight}. If it is not met, no better than ${best}.`,
      limiting: (best: string | null, more: number | null) =>
        best === null
          ? 'Limiting criterion.'
          : more === null
            ? `Limiting criterion: if it is not met, no better than ${best}.`
            : `Limiting criterion: if it is not met, no better than ${best}; lower still when more than ${more} ${more === 1 ? 'is' : 'are'} not met.`,
      diagnostic: 'Not scored: it shows where to look and what to mend.',
      incident: (grade: string) =>
        `If this is not met, another child’s data is in the plan: the grade is ${grade}. Use “Report an incident” as well.`,
      once: 'once',
      twice: 'double',
      times: (weight: string) => `${weight} times`,
    },
    shortfall: {
      legend: (id: string) => `About the shortfall in ${id}`,
      hint: 'Helps the panel see what to mend. You can fill these in later.',
      cause: 'Where did it arise?',
      service: 'Which service owns it?',
      fix: 'How can it be mended?',
      notSaid: 'Not said yet',
    },
    note: {
      add: 'Add a note',
      label: (id: string) => `Note on ${id}`,
      hint: 'A family could read this. It saves itself as you type.',
      withheld: (words: readonly string[], kinds: string) =>
        `“${words.join('”, “')}” looks like ${kinds}, so ${words.length === 1 ? 'it is' : 'they are'} not saved. Take ${
          words.length === 1 ? 'it' : 'them'
        } out; the rest of the note is saved.`,
      other: (ids: string) => `On ${ids} you wrote another note on another device. Both are kept.`,
      choose: 'Choose which stands',
      long: (words: number, most: number) =>
        `A quote here has ${words} words. Keep quotes to ${most} words or fewer: enough to find the place, never a copy of the plan.`,
    },
    name: {
      label: 'The child’s name (never stored)',
      hint: 'Names you type here become [child] in your notes. They are forgotten when you close this tab.',
      changed: (notes: number) =>
        notes === 0
          ? ''
          : notes === 1
            ? 'The name was changed to [child] in 1 note.'
            : `The name was changed to [child] in ${notes} notes.`,
    },
    guidance: { title: (id: string) => `About section ${id}` },
    keys: {
      title: 'Keyboard shortcuts',
      intro:
        'They work on the criterion that has the focus, and never while you type in a field. Tab moves from one thing to the next; the arrow keys move between the five ratings.',
      rows: [
        { keys: ['1'], does: 'Met, and go on to the next criterion' },
        { keys: ['2'], does: 'Partly met, and go on' },
        { keys: ['3'], does: 'Not met, and go on' },
        { keys: ['0'], does: 'Not applicable, and go on' },
        { keys: ['9'], does: 'Cannot tell, and go on' },
        { keys: ['n'], does: 'Write the note; Esc comes back' },
        { keys: [']'], does: 'Next section' },
        { keys: ['['], does: 'Previous section' },
        { keys: ['?'], does: 'This list' },
      ],
      on: 'Use single-key shortcuts',
      onHint: 'Switch this off if you use speech control or if keys are pressed by accident.',
      close: 'Close',
    },
    away: {
      unknown: {
        title: 'There is no such assignment on this device',
        body: 'The address may be mistyped, or the assignment belongs to another device. Nothing was changed.',
      },
      notYours: {
        title: 'This audit belongs to somebody else',
        body: 'Every auditor works alone until all have submitted, so this page shows nothing of it. If this is your audit, look in settings who you are here.',
      },
      withdrawn: {
        title: 'You are no longer asked to audit this plan',
        body: 'The assignment was withdrawn before you started. There is nothing for you to do.',
        started: (reason: string) =>
          `A manager took it back or gave it to somebody else. Their reason: “${reason}”. What you wrote is kept below, for you alone, and no longer counts. There is nothing more for you to do.`,
      },
      returned: {
        title: 'Thank you for saying so',
        body: 'The plan goes back to your managers, who will give it to somebody else. There is nothing more for you to do, and nobody thinks the less of it: this is how an audit stays fair.',
      },
      swapped: {
        title: 'This plan was taken out of the sample',
        body: 'Your managers put another plan in its place. There is nothing for you to do on this one.',
      },
      closed: {
        title: 'This plan was closed without a grade',
        body: (reason: string) =>
          `Your managers closed it. Their reason: “${reason}”. What you wrote is kept below; there is nothing more for you to do.`,
        empty: (reason: string) =>
          `Your managers closed it. Their reason: “${reason}”. There is nothing for you to do.`,
      },
      noFramework: {
        title: 'The standards for this audit are not on this device',
        body: (id: string, version: string) =>
          `It needs ${id}, version ${version}. Ask a manager to add that version, then open this page again. Nothing was changed.`,
      },
      home: 'Go to the home page',
      settings: 'Open settings',
    },
  },
})
