/** Words for when two versions of Plumbline meet on one device. */
import { pick } from './locale'

export const upgrade = pick({
  en: {
    /** This tab is the older one and has closed its database. */
    superseded: {
      title: 'Reload to go on',
      saved: 'A newer version of Plumbline was opened in another tab. Everything was saved. Reload to go on.',
      notAll:
        'A newer version of Plumbline was opened in another tab. What was saved before is kept, but something you typed last could not be saved. Reload to go on, and look at it again.',
      form: 'If you were filling in a form and had not sent it yet, fill it in again after reloading.',
      action: 'Reload',
    },
    /** This tab is the newer one and waits. */
    blocked: {
      title: 'Close the other tabs of Plumbline',
      body: 'An older version of Plumbline is still open in another tab or window of this browser. Close it there: what was saved is kept. This page goes on by itself.',
    },
    /** This tab is the older one and was opened last. */
    older: {
      title: 'This page is an older version of Plumbline',
      body: 'The records on this device were written by a newer version, so this page has not opened them. Nothing was changed.',
      steps: [
        'Close every other tab and window of Plumbline.',
        'Connect this device to the network.',
        'Reload this page. If it comes back, wait a minute and reload once more: the newer version is fetched meanwhile.',
      ],
      action: 'Reload',
    },
  },
})
