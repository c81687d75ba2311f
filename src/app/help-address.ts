/** Which part of the help belongs to a page, by its address. Pure. */
import type { HelpTopic } from '../text/help'

const BY_FIRST: Readonly<Record<string, HelpTopic>> = {
  audits: 'audits',
  cycles: 'cycles',
  subjects: 'plan',
  register: 'register',
  trends: 'results',
  frameworks: 'standards',
  records: 'record',
  join: 'join',
  'sign-in': 'join',
  attention: 'attention',
  assignments: 'handover',
}

/** The pages of the settings that have an address of their own. */
const BY_SETTING: Readonly<Record<string, HelpTopic>> = {
  account: 'account',
  'sign-out': 'account',
  leaving: 'leaving',
  files: 'files',
}

/** @param path as the router has it, without the base of the fictional county. */
export function helpTopic(path: string): HelpTopic {
  const [first = '', second, third] = path.split('/').filter((part) => part !== '')
  if (first === 'audits' && second !== undefined) return 'audit'
  if (first === 'cycles' && third === 'slips') return 'slips'
  if (first === 'cycles' && third === 'close') return 'close'
  if (first === 'cycles' && third === 'editions') return 'edition'
  if (first === 'cycles' && second === 'new') return 'draw'
  if (first === 'cycles' && second !== undefined) return 'cycle'
  if (first === 'frameworks' && path.endsWith('/form')) return 'form'
  if (first === 'settings') return BY_SETTING[second ?? ''] ?? 'settings'
  return BY_FIRST[first] ?? 'home'
}

/** The help with what is said of this page first. On the help itself, the link leads to the same part again. */
export function helpAddress(path: string, search: string, isSetUp: boolean): string {
  if (path === '/help') return `/help${search}`
  const topic = helpTopic(path)
  return `/help?from=${isSetUp || topic === 'join' ? topic : ('setup' satisfies HelpTopic)}`
}
