/** Words of what helps an auditor get better at it: exemplars, own phrases, own criteria, time taken, the first audit. */
import type { PhraseRefusal } from '../store/phrases'
import { pick } from './locale'
import { identifierList, refusalText } from './refusals'

const countOf = (criteria: number) => (criteria === 1 ? '1 criterion' : `${criteria} criteria`)

const many = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return many(rest, 'minute')
  return rest === 0 ? many(hours, 'hour') : `${many(hours, 'hour')} and ${many(rest, 'minute')}`
}

export const learning = pick({
  en: {
    exemplar: {
      label: 'For example, from a fictional plan:',
      why: (why: string) => `Why: ${why}`,
    },
    phrases: {
      insert: 'Insert a phrase',
      into: (id: string) => `into the note on ${id}`,
      keep: 'Keep this as a phrase',
      of: (id: string) => `(the note on ${id}, or what you marked of it)`,
      kept: 'Kept among your phrases.',
      title: 'Your phrases',
      intro:
        'Only you see them, on this device. They are used again for other children, so keep nothing in them that is about one child.',
      empty:
        'You have no phrases yet. Write a note that you could use again, then choose “Keep this as a phrase” under it. Only you see your phrases, on this device.',
      insertThis: 'Insert',
      change: 'Change',
      changeLabel: 'Change this phrase',
      delete: 'Delete',
      deleted: 'The phrase was deleted.',
      bringBack: 'Bring it back',
      broughtBack: 'The phrase is back.',
      save: 'Save the phrase',
      cancel: 'Cancel',
      close: 'Close',
    },
    own: {
      label: (agency: string) => `Show only my criteria (${agency} speaks first)`,
      says: (shown: number, hidden: number, unrated: number) =>
        hidden === 0
          ? 'Nothing is hidden in this section.'
          : `${shown === 0 ? 'None of your criteria is in this section. ' : ''}${countOf(hidden)} ${
              hidden === 1 ? 'is' : 'are'
            } hidden here${
              unrated === 0
                ? ', rated already.'
                : `, ${unrated} still to be rated. You rate them as well before you submit.`
            }`,
    },
    time: (minutes: number) =>
      `You spent ${minutes < 1 ? 'less than a minute' : `about ${duration(minutes)}`} on this. Only you see this.`,
    guide: {
      label: 'Your first audit',
      count: (step: number, of: number) => `Your first audit, step ${step} of ${of}.`,
      steps: {
        read: {
          title: 'Read the whole plan first.',
          body: 'Read it where you have it, from A to K, before you rate anything. It takes about an hour, and the ratings go faster for it.',
          next: 'I have read it',
        },
        rate: {
          title: 'Rate by keys.',
          body: 'Go to a criterion with Tab or a click, then press 1 for met, 2 for partly met, 3 for not met, 0 for not applicable, 9 for cannot tell. If you are unsure, open “What met, partly met and not met look like”.',
          next: 'Next step',
        },
        note: {
          title: 'Write a note.',
          body: 'Press n, or choose “Add a note”. A sentence or two: what you saw, and where in the plan. Without names, as a family could read it. Esc brings you back.',
          next: 'Next step',
        },
        shortfall: {
          title: 'Say where the fault arose.',
          body: 'Under a criterion rated partly met or not met, three short questions open. Your answers show the services what to mend. If nothing falls short, go on.',
          next: 'Next step',
        },
        submit: {
          title: 'Check and submit.',
          body: 'Rate the rest in the same way, then choose “Check and submit”. It shows what is still to be rated. After submitting, you can take your audit back until everybody asked has submitted.',
          next: 'Finish this guide',
        },
      },
      off: 'Turn this guide off',
      again: 'You can start it again from Help.',
    },
    phraseRefusal: {
      blank: 'There is nothing here to keep. Write something first.',
      tooLong: 'This is too long for a phrase. Mark the part of the note that you would use again, and keep that.',
      tooMany: 'You have as many phrases as fit. Delete one that you no longer use.',
      known: 'You have this phrase already.',
      identifies: (kinds: string) =>
        `This holds ${kinds}, so it was not used. Take that out first: phrases are used for other children.`,
    },
  },
})

export function phraseRefusalText(refusal: PhraseRefusal): string {
  const words = learning.phraseRefusal
  switch (refusal.type) {
    case 'Blank':
      return words.blank
    case 'TooLong':
      return words.tooLong
    case 'TooMany':
      return words.tooMany
    case 'Known':
      return words.known
    case 'Identifies':
      return words.identifies(identifierList(refusal.kinds))
    default:
      return refusalText(refusal)
  }
}
