/** Words of work that travels as a sealed file: saving it, bringing it in, and what came of it. */
import type { FileKind } from '../store/sealed-file'
import { pick } from './locale'

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** The form that seals a file, wherever one is saved. */
export const sealForm = pick({
  en: {
    passphrase: 'Passphrase for the file',
    hint: 'At least 12 characters. Write it down apart from the file: without it nobody can open the file, and nobody can find it out.',
    short: 'The passphrase must have at least 12 characters',
    busy: 'Sealing the file…',
    done: (name: string) => `The file ${name} was saved. Keep it as you keep the plans themselves.`,
    failed: 'The file could not be made. Nothing was changed; try again.',
    show: 'Show',
    hide: 'Hide',
    showLabel: 'Show the passphrase',
    hideLabel: 'Hide the passphrase',
    isShown: 'The passphrase is shown',
    isHidden: 'The passphrase is hidden',
  },
})

export const workFiles = pick({
  en: {
    link: 'Take work along as a file',
    title: 'Take work along as a file',
    back: 'Back to settings',
    intro:
      'For places where the network is blocked, and for work done before there was a hub. A file is sealed: only its passphrase opens it.',
    fileName: (kind: FileKind, day: string) => `plumbline-${kind === 'solo' ? 'work' : 'waiting'}-${day}.plumbline`,
    saveSolo: {
      title: 'Save everything on this device as a file',
      body: 'Bring the file into your area’s hub: sign in there, open this page and choose the file. A manager says who is who. Nothing here is changed.',
      action: 'Save the file',
    },
    saveWaiting: {
      title: 'Save what has not been sent',
      nothing: 'Nothing waits to be sent from this device.',
      body: (count: number) =>
        `${plural(count, 'item waits', 'items wait')} to be sent. Open the file in another browser where you are signed in to this area, and it is sent from there. It stays here too; nothing is ever done twice.`,
      action: 'Save the file',
    },
    open: {
      title: 'Bring a file in',
      body: 'A file saved on this page of another device: work that could not be sent, or the work of a device that had no hub.',
      choose: 'File',
      chooseHint: 'It ends in .plumbline',
      missing: 'Choose a file',
      passphrase: 'Its passphrase',
      passphraseMissing: 'Enter the passphrase of the file',
      action: 'Open the file',
      busy: 'Opening the file…',
      onlyJoined: 'Files are brought in where you are signed in to a hub. This device works alone.',
      another: 'Bring in another file',
    },
    kinds: {
      framework: (count: number) => plural(count, 'version of the standards', 'versions of the standards'),
      register: (count: number) => plural(count, 'register import', 'register imports'),
      cycle: (count: number) => plural(count, 'cycle', 'cycles'),
      sample: (count: number) => plural(count, 'key of a sample', 'keys of samples'),
      subject: (count: number) => plural(count, 'sampled plan', 'sampled plans'),
      assignment: (count: number) => plural(count, 'assignment', 'assignments'),
      audit: (count: number) => plural(count, 'audit', 'audits'),
      moderation: (count: number) => plural(count, 'panel decision', 'panel decisions'),
      alert: (count: number) => plural(count, 'incident or concern', 'incidents or concerns'),
    } as Readonly<Record<string, (count: number) => string>>,
    solo: {
      title: (area: string) => `Work from ${area}`,
      made: (when: string) => `Saved on ${when}.`,
      carried: 'What will be brought in',
      notCarried: 'What will not',
      unreadable: (count: number) =>
        `${plural(count, 'record', 'records')} of the file could not be read when it was saved.`,
      onlyManagers:
        'You are not a manager here: your own drafts are brought in. For the rest, ask a manager to bring in the same file.',
      leftOut: 'What people did whom you leave out, and what depends on it.',
      people: 'Who is who',
      peopleHint: 'Choose who each person of the file is in this area. Two people cannot be the same one.',
      is: (name: string) => `${name} is`,
      nobody: 'nobody here: leave them out',
      same: 'Each person here can be chosen once',
      action: 'Bring it in',
      starting: 'Bringing it in…',
      demo: 'This file comes from the fictional county. Nothing of it can be brought in.',
    },
    waiting: {
      title: 'Work that was waiting to be sent',
      made: (when: string) => `Saved on ${when}.`,
      items: (count: number) => `${plural(count, 'item', 'items')} to send.`,
      action: 'Send it from here',
    },
    result: {
      title: 'What came of it',
      carried: (count: number) =>
        `${plural(count, 'record was', 'records were')} brought in. The hub has the last word; watch the line at the top.`,
      nothing: 'Nothing was brought in.',
      not: (count: number) => `${plural(count, 'record was', 'records were')} not brought in:`,
      unreadable: 'It could not be read.',
    },
  },
})

/** Why a file was not opened; nothing of it was used. */
export const FILE_REFUSALS = pick({
  en: {
    NotAWorkFile: 'This is not a file saved by Plumbline for taking work along.',
    NewerFile:
      'This file was saved by a newer version of Plumbline. Reload the page to get that version, then try again.',
    WrongPassphrase: 'That is not the passphrase of this file. Check capital letters and spaces, then try again.',
    FileCutShort: 'The end of this file is missing. Copy or save it once more.',
    FileDamaged: 'This file was changed or damaged on its way. Copy or save it once more.',
    NotUnderstood: 'This file opens, but what is in it cannot be read here. Nothing was used.',
    OtherArea: 'This work belongs to another area. Sign in to that area and bring it in there.',
    OtherMember: 'This is the work of somebody else. Only they can send it, signed in with their own account.',
  },
})
