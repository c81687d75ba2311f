/** Words of closing a cycle and of its editions: the roll-up that everybody in the area may read. */
import type { EditionTable } from '../core/trends/edition-suppress'
import { pick } from './locale'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const closeCycle = pick({
  en: {
    link: 'Close this cycle',
    linkAgain: 'Publish a new edition',
    title: (name: string) => `Close ${name}`,
    titleAgain: (name: string) => `Publish a new edition of ${name}`,
    intro:
      'Closing publishes a roll-up of the results to everybody in the area, the Board included: counts only, no plan, no auditor, and no count of 1 to 4.',
    again:
      'Results have changed since the last edition? The next edition takes its place; the earlier ones stay as they were.',
    settled: 'Every plan has a result or was closed without one.',
    unsettled: (count: number) =>
      `${count} ${plural(count, 'plan has', 'plans have')} neither a result nor a reason for having none. ${plural(count, 'It is', 'They are')} counted as open in the edition.`,
    reason: 'Why is it closed all the same?',
    reasonAgain: 'Why is there a new edition? (optional)',
    reasonMissing: 'Give a reason: it is kept with the cycle',
    action: 'Close and publish',
    actionAgain: 'Publish the edition',
    closed: (day: string) => `Closed on ${day}.`,
    closedBecause: (day: string, reason: string) => `Closed on ${day}: ${reason}`,
    read: (number: number) => `Read edition ${number}`,
    waiting: 'The edition is published once the hub has worked it out.',
    onlyManagers: 'Only a manager may close a cycle.',
    back: 'Back to the cycle',
  },
})

export const edition = pick({
  en: {
    title: (cycle: string) => cycle,
    caption: (number: number) => `Published results, edition ${number}`,
    published: (day: string, from: string, to: string) => `Published on ${day}. The sample ran from ${from} to ${to}.`,
    listTitle: 'Published results',
    listHint: 'Roll-ups of closed cycles, for everybody in the area.',
    listItem: (cycle: string, number: number) => `${cycle}, edition ${number}`,
    of: (day: string) => `published on ${day}`,
    small:
      'Counts of 1 to 4, and those from which they could be worked out, are left out here, so that nobody can be recognised.',
    leftOut: 'left out',
    tooFew: 'Too few plans to say.',
    total: 'All plans',
    plans: 'Plans',
    standing: 'What came of the plans drawn',
    standings: {
      graded: 'With a grade',
      'awaiting-moderation': 'Awaiting moderation',
      'not-gradeable': 'Not gradeable',
      lapsed: 'Lapsed',
      'awaiting-audits': 'Not audited yet',
    } as Readonly<Record<string, string>>,
    grades: 'Grades of the plans with a grade',
    floor: 'The minimum standard of the plans with a grade',
    floors: {
      met: 'Met',
      'at-risk': 'At risk',
      'not-met': 'Not met',
      differs: 'Auditors differ',
      unknown: 'Not known',
    } as Readonly<Record<string, string>>,
    sections: 'Sections, of all plans drawn',
    section: 'Section',
    good: 'Good or better',
    notGood: 'Below good',
    none: 'No result',
    earlier: 'Other editions',
    apart: 'This cycle is kept apart from the headline.',
    missing: {
      title: 'This edition is not on this device',
      body: 'The address may be mistyped, or the edition has not come yet.',
    },
  },
})

/** A count as it is published: a number, or that it is left out. */
export function publishedCount(count: EditionTable['total'], format: (count: number) => string): string {
  return count === null ? edition.leftOut : format(count)
}
