/** Words for a draft that is open more than once: why it is only to read here, and how to go on here. */
import type { ReadOnlyCause } from '../store/draft-lock'
import { pick } from './locale'

const CAUSES: Readonly<Record<ReadOnlyCause, string>> = pick({
  en: {
    opened:
      'This audit is open in another tab or window of this browser, so here it is only to read. What you write there shows here as soon as it is saved.',
    handed:
      'You went on with this audit in another tab or window of this browser, so here it is only to read. Everything you typed here was saved first.',
    taken:
      'This audit was taken over by another tab or window of this browser while this one was asleep, so here it is only to read. What was saved before is kept.',
  },
})

export function readOnlyReason(cause: ReadOnlyCause): string {
  return CAUSES[cause]
}

export const tabs = pick({
  en: {
    title: (code: string) => `Audit ${code}`,
    loading: 'Opening the audit…',
    notice: 'Only to read here',
    free: 'This audit is no longer open in another tab or window. You can go on here.',
    handedButNotAll:
      'You went on with this audit in another tab or window of this browser, so here it is only to read. Not everything you typed here could be saved: see below.',
    action: 'Go on here',
    hint: 'What you typed in the other tab is saved first; then that tab is only to read.',
    taking: 'Asking the other tab to save and let go…',
    why: 'Why only in one place?',
    whyText: [
      'If you wrote in two places at once, one could undo what you did in the other. So one tab or window writes at a time, and the others follow it.',
      'Each device has audits of its own. What you write on this device stays on it: it does not show on your other devices, and an audit you began here is finished here.',
    ],
    aside: {
      title: (notes: number) => (notes === 1 ? 'A note that was not saved' : `${notes} notes that were not saved`),
      body: 'You typed this before another tab took over. The audit may have been changed there since, so nothing was put in its place. Copy what you still need.',
      label: (id: string) => `Not saved on ${id}`,
      copy: 'Copy',
      copied: 'Copied.',
      notCopied: 'The browser did not allow copying. Select the text and copy it yourself.',
      dismiss: 'I no longer need this',
    },
  },
})
