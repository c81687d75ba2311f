/** Words of the fictional county: its mark on every page, making it, and throwing it away. */
import { pick } from './locale'

export const demo = pick({
  en: {
    mark: 'Fictional county: nothing here is real',
    /** Before the title of every page, in the browser’s tab. */
    titleMark: 'Fictional',
    bar: 'About this fictional county',
    keepOut: 'Keep real plans out of it.',
    leave: 'Go to your own area',
    look: {
      summary: 'What to look for',
      results: 'Results',
      resultsSays: ': about seven new plans in ten are good, rising over the year, and the target is not met.',
      speechSays:
        'The weak point is speech and language advice: it is vague, so provision is vague where it was asked for (F2, F6, F8).',
      socialCareSays:
        'Social care advice was missing in the first months (D1, H1a) and has recovered by the last: compare the months.',
      cycles: 'Cycles',
      cyclesSays: ': the newest has plans for the panel, one handed back, one late and one with an incident.',
      home: 'Home',
      homeSays: ': two audits wait for you and one is half done. Finish one: it opens the other auditor’s.',
      settings: 'Settings',
      settingsSays: ': hand the device to any of the auditors and see what they see.',
    },
    throwAway: {
      ask: 'Throw the fictional county away',
      sure: 'Everything in it goes, and whatever you did in it. Your own area is not touched.',
      yes: 'Throw it away',
      no: 'Keep it',
    },
    start: {
      title: 'Try Plumbline with a fictional county',
      intro:
        'Quillshire does not exist. It has a register of some 3,000 plans, a sample every month for a year, and audits by five agencies, so that you see what Plumbline looks like in use.',
      promises: [
        'It is kept apart from your own area, in a database of its own on this device.',
        'It can never be mixed with real records or sent to a hub.',
        'You can throw it away at any time, and nothing of it stays.',
      ],
      action: 'Make the fictional county',
      making: 'Making a register and a year of audits…',
      failed: 'The fictional county was not made, and nothing of it is kept.',
      again: 'Try again',
    },
    offer: {
      title: 'Or look around first',
      body: 'A fictional county with a year of audits shows what Plumbline looks like in use. It is kept apart from your own area, and you can throw it away at any time.',
      action: 'Try it with a fictional county',
    },
  },
})
