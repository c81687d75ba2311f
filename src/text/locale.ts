/**
 * Where the app's words come from. Each file here holds the words of one part of the app, in every language there is;
 * `pick` chooses the language of this device. Today there is English; Welsh is one more entry beside `en`.
 *
 * Rule: style guide ("Text of the app in one place, plain English, ready for Welsh").
 */
type Language = 'en'

const LANGUAGE: Language = 'en'

export function pick<T>(languages: Readonly<Record<Language, T>>): T {
  return languages[LANGUAGE]
}

/** The language tag for formatting numbers and dates. */
export const LOCALE = pick({ en: 'en-GB' })
