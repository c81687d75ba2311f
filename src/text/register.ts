/** Words of the register: its overview, its facts by name, and why plans cannot be read on this device. */
import {
  EXCLUSION_WORDS,
  KEY_STAGE_WORDS,
  NEED_WORDS,
  NOTICE_WORDS,
  SETTING_WORDS,
  VERSION_WORDS,
  WARNING_WORDS,
} from '../core/register/words'
import type { PlansRefusal } from '../store/register'
import { pick } from './locale'

export const register = pick({
  en: {
    title: 'Register of plans',
    managersOnly: {
      lead: 'The register is held by managers only.',
      action: 'If you are a manager, choose your name in settings.',
      link: 'Go to settings',
    },
    empty: {
      lead: 'Start here: import the list of all EHC plans your area maintains. Samples are drawn from it.',
      needsHeading: 'What the file needs',
      needs: [
        'A row for each plan, with its case or plan number and the date on which the plan was first issued.',
        'Better still: the date of the latest version, status, year group, primary need, type of setting and team.',
        'CSV, as exported from your case system. Names and birth dates may be in it; they are dropped while it is read.',
      ],
      safeHeading: 'What happens to it',
      safe: [
        'The file is read on this device. It is not sent anywhere and not kept.',
        'What is kept: one line of facts for each plan, under a code that cannot be turned back into the case number.',
        'You see every row that is left out, and why, before anything is stored.',
      ],
    },
    overview: {
      plans: (plans: string) => `${plans} plans`,
      asOf: (day: string) => `as of ${day}`,
      draw: 'Draw a sample',
      importNewer: 'Import a newer file',
      summaryHeading: 'This register',
      importedAt: 'Imported',
      rows: 'Rows in the file',
      leftOut: 'Left out',
      leftOutNone: 'Nothing was left out',
      format: 'Read as',
      columns: 'Columns used',
      leftOutHeading: 'Rows left out',
      warningsHeading: 'Worked out or not understood',
      warningsNone: 'Every fact was read as it stands.',
      marginalsHeading: 'The plans by group',
      historyHeading: 'Imports so far',
      historyCaption: 'Imports, newest first',
      current: 'In use',
      keptForCycle: 'Kept for a cycle',
      counts: 'Counts only',
      columnAsOf: 'As of',
      columnImported: 'Imported',
      columnPlans: 'Plans',
      columnLeftOut: 'Left out',
      columnState: 'Plans on this device',
      imported: (plans: string, day: string) => `The register is stored: ${plans} plans as of ${day}.`,
      keyMissing:
        'This device does not have the register key, so no sample can be drawn here. Type the register phrase to unlock the register.',
      unlock: 'Type the register phrase',
    },
    marginal: {
      names: {
        keyStage: 'Key stage',
        need: 'Primary need',
        version: 'Version',
        setting: 'Type of setting',
        team: 'Team',
      },
      group: 'Group',
      plans: 'Plans',
      share: 'Share',
      noTeam: 'No team recorded',
      underOne: '<1%',
    },
    formats: {
      list: 'List of plans',
      'annex-a': 'Inspection list (Annex A, list 1)',
      'sen2-xml': 'SEN2 return (XML)',
      'sen2-csv': 'SEN2 return (CSV files)',
      'sen2-workbook': 'SEN2 return (workbook)',
    },
    reason: 'Reason',
    rows: 'Rows',
    plans: 'Plans',
  },
})

const MARGINAL_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  keyStage: KEY_STAGE_WORDS,
  need: NEED_WORDS,
  version: VERSION_WORDS,
  setting: SETTING_WORDS,
}

/** The words for a code of one of the facts plans are counted by; a team stands for itself. */
export function factWords(fact: string, code: string): string {
  if (fact === 'team' && code === '') return register.marginal.noTeam
  return MARGINAL_WORDS[fact]?.[code] ?? code
}

/** All codes of a fact in the order people expect; empty for facts that have no closed list. */
export function factOrder(fact: string): readonly string[] {
  return Object.keys(MARGINAL_WORDS[fact] ?? {})
}

const NAMED: Readonly<Record<string, string>> = { ...EXCLUSION_WORDS, ...WARNING_WORDS, ...NOTICE_WORDS }

/** Why a row is left out, or what was noticed on one that is kept. */
export function reasonWords(code: string): string {
  return NAMED[code] ?? code
}

export function formatWords(format: string): string {
  const names: Readonly<Record<string, string>> = register.formats
  return names[format] ?? format
}

/** Why the plans of a register cannot be read here, and what to do. */
export function plansRefusalText({ type }: PlansRefusal): string {
  switch (type) {
    case 'RegisterNotHere':
      return 'The plans of this register are no longer on this device. Import the register again.'
    case 'RegisterKeyMissing':
      return 'This device does not have the register key yet. Open the register and type the register phrase.'
    case 'RegisterKeyWrong':
      return 'The register key on this device belongs to another phrase. Open the register and type the register phrase again.'
  }
}
