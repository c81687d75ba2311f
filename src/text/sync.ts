/** Words of how a device stands with its hub: the line in the frame, and the page of what waits or needs attention. */
import { pick } from './locale'

const items = (count: string) => (count === '1' ? '1 item' : `${count} items`)

/** The line in the frame: short, and calm while there is simply no network. */
export const syncLine = pick({
  en: {
    sent: 'All sent',
    sending: (count: string) => `Sending (${count})`,
    waiting: (count: string) => `Waiting to send (${count})`,
    attention: (count: string) => `Needs attention (${count})`,
    offline: 'Offline',
    'signed-out': 'Sign in again to send',
    revoked: 'Signed out by somebody',
    'too-old': 'Reload to send',
    footer: 'What you enter is saved on this device first, sealed, then sent to your area’s hub and nowhere else.',
  },
})

export const syncStates = pick({
  en: {
    title: 'What is sent and what waits',
    area: (area: string) => `The hub of ${area}`,
    sent: 'Everything you did has been sent.',
    nothingWaits: 'Nothing waits to be sent. Something needs you: it stands below.',
    waiting: (count: string, since: string) =>
      `${items(count)} ${count === '1' ? 'waits' : 'wait'} to be sent, the oldest since ${since}. Saved on this device, and sent by itself.`,
    lastComplete: (when: string) => `This device and the hub were last in step on ${when}.`,
    neverComplete: 'This device has not fetched everything yet.',
    syncing: 'Sending and fetching…',
    progress: (rows: string) => `${rows} records fetched so far.`,
    now: 'Send and fetch now',
    states: {
      idle: null,
      syncing: null,
      offline:
        'The hub does not answer now, perhaps because there is no network. Go on working; everything is sent later.',
      'signed-out': 'Your sign-in has ended. Go on working; everything is sent once you have signed in again.',
      revoked:
        'Somebody took away the access of this browser: you, from another device, or a manager. What is on it is kept. Sign in again to send it, or save what was not sent as a file.',
      'too-old': 'The hub takes only newer versions of Plumbline. Reload the page to get it; nothing is lost.',
      busy: 'The hub is busy. It is asked again by itself.',
      rejected: 'The hub did not understand this device. Nothing is lost. Tell whoever runs the hub what it said:',
    } as const,
    signIn: 'Sign in again',
    reload: 'Reload the page',
    clock: (minutes: string, isBehind: boolean) =>
      `The clock of this device is ${minutes} minutes ${isBehind ? 'behind' : 'ahead of'} the hub’s. Set it right, so that days and times you enter are right.`,
  },
})
