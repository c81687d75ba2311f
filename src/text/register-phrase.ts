/** Words around the register phrase: made once, printed, typed once on each device. */
import type { PhraseRefusal } from '../core/register/phrase'
import { pick } from './locale'

export const registerPhrase = pick({
  en: {
    fresh: {
      heading: 'Your register phrase',
      lead: 'These six words turn case numbers into codes and seal the register. They are shown once, now.',
      points: [
        'Print the sheet, or write the words down. Keep it where managers keep keys, not on this device.',
        'You need the words to open the register on another device, or if this browser’s data is cleared.',
        'Nobody can look the words up for you. Without them the register has to be started anew.',
      ],
      print: 'Print the recovery sheet',
      next: 'I have the words on paper',
    },
    sheet: {
      title: 'Plumbline recovery sheet',
      area: 'Local area',
      made: 'Made on',
      words: 'Register phrase',
      purposeHeading: 'What the words are for',
      purpose: [
        'They open this area’s register of EHC plans in Plumbline on another device.',
        'They let a manager match audit codes to case numbers when the register file is opened again.',
        'Keep this sheet locked away. Anyone who has both the words and the stored register could work out which case number a code stands for.',
      ],
    },
    check: {
      heading: 'Two words from your sheet',
      lead: 'Type these two words, so that it is sure the sheet can be read.',
      word: (place: number) => `Word ${place}`,
      wrong: (place: number) => `Word ${place} is not the one on the sheet`,
      missing: (place: number) => `Enter word ${place}`,
      show: 'Show the words again',
    },
    known: {
      heading: 'Type the register phrase',
      lead: 'The six words stand on your area’s recovery sheet. They are needed once on this device.',
      label: 'Register phrase',
      hint: 'Six words with spaces between them',
      action: 'Unlock',
      missing: 'Enter the six words',
      wrong: 'These words do not open this area’s register. Check them against the recovery sheet.',
      checking: 'Checking the words…',
      unlocked: 'The register is unlocked on this device.',
      lost: 'If nobody has the phrase any more',
      lostBody:
        'You can make a new phrase. Plans then get new codes: cycles drawn before keep their results, but their plans can no longer be matched to case numbers.',
      lostAction: 'Make a new register phrase',
    },
  },
})

/** Why what was typed cannot be a register phrase, without repeating a word of it. */
export function phraseRefusalText(refusal: PhraseRefusal): string {
  switch (refusal.type) {
    case 'WrongNumberOfWords':
      return refusal.found === 0
        ? registerPhrase.known.missing
        : `A register phrase has six words. There ${refusal.found === 1 ? 'is 1' : `are ${refusal.found}`} here.`
    case 'UnknownWords':
      return refusal.places.length === 1
        ? `Word ${refusal.places[0]} is not one that phrases are made of. Check its spelling on the sheet.`
        : `Words ${refusal.places.join(', ')} are not ones that phrases are made of. Check their spelling on the sheet.`
  }
}
