/** Words of the settings: the people on this device, who is using it, the local area and the device's health. */
import type { Role } from '../core/access/member'
import { pick } from './locale'

const ROLES: Readonly<Record<Role, string>> = {
  manager: 'Manager',
  chair: 'Panel chair',
  auditor: 'Auditor',
}

const ROLE_HINTS: Readonly<Record<Role, string>> = {
  manager: 'Imports the register, draws cycles, shares out plans and manages people',
  chair: 'Records what the moderation panel agrees',
  auditor: 'Audits plans',
}

export const settings = pick({
  en: {
    title: 'Settings',
    you: {
      heading: 'Who is using this device',
      youAre: (name: string) => `You are ${name}.`,
      roles: (agency: string, roles: string) => `${agency} – ${roles}`,
      label: 'Somebody else takes over',
      choose: 'Choose a person',
      action: 'Switch person',
      missing: 'Choose who takes over this device',
      alone: 'You are the only person on this device. Add colleagues below to share it.',
      done: (name: string) => `You are now ${name}.`,
      trustTitle: 'How private is my audit on a shared device?',
      trust: [
        'Between people who share one device this is trust, not security. Anybody who opens this device can choose any person here.',
        'Plumbline does not show an audit to the other auditors of a plan until everybody asked has submitted. On a shared device that holds on the screens only.',
        'For audits that are blind beyond doubt, give every auditor a device of their own.',
      ],
    },
    people: {
      heading: 'People on this device',
      caption: 'Who takes part, for which agency, and what they may do',
      name: 'Name',
      agency: 'Agency',
      roles: 'May act as',
      state: 'State',
      change: 'Change',
      changePerson: (name: string) => `Change ${name}`,
      add: 'Add a person',
      you: '(you)',
      active: 'Active',
      inactive: 'No longer takes part',
      managersOnly: 'Only a manager may add or change people.',
      noRoles: 'Nothing yet',
    },
    person: {
      addTitle: 'Add a person',
      changeTitle: (name: string) => `Change ${name}`,
      gone: 'This person is not on this device.',
      name: 'Name',
      nameHint: 'As colleagues on the panel know them',
      agency: 'Which agency do they audit for?',
      roles: 'What may they do?',
      active: 'Takes part',
      activeHint: 'Somebody who no longer takes part is not offered for new audits. What they audited stays.',
      save: 'Save',
      nameMissing: 'Enter a name',
      nameTaken: 'Somebody else has this name already. Add an initial or a job, so that audits go to the right person',
      agencyMissing: 'Choose an agency',
      rolesMissing: 'Choose what they may do',
      lastManager: 'Somebody has to be an active manager. Make another person a manager first',
      added: (name: string) => `${name} was added.`,
      changed: (name: string) => `${name} was changed.`,
    },
    area: {
      heading: 'Local area',
      name: 'Name',
      since: 'Set up on',
      agencies: 'Agencies',
      work: 'How it works',
      alone: 'This device works alone. Nothing is sent.',
    },
    device: {
      heading: 'This device',
      kept: 'Kept by the browser',
      keptYes: 'Yes. The browser does not clear Plumbline’s records to make room.',
      keptNo: 'Not promised. When the device runs out of room, the browser may clear what is stored here.',
      keptUnknown: 'This browser does not say.',
      ask: 'Ask the browser to keep it',
      refused:
        'The browser did not agree. Install Plumbline or visit it more often, then ask again. Nothing was changed.',
      room: 'Room used',
      roomUsed: (used: string, quota: string) => `${used} of about ${quota}`,
      records: 'Records',
      sealed: 'Every record is sealed before it is stored.',
      version: 'Version',
    },
    roleLabel: (role: Role) => ROLES[role],
    roleHint: (role: Role) => ROLE_HINTS[role],
    recordKinds: {
      cycle: (count: string) => `Cycles: ${count}`,
      subject: (count: string) => `Sampled plans: ${count}`,
      assignment: (count: string) => `Assignments: ${count}`,
      audit: (count: string) => `Audits: ${count}`,
      moderation: (count: string) => `Panel decisions: ${count}`,
      register: (count: string) => `Register imports: ${count}`,
      framework: (count: string) => `Versions of the standards: ${count}`,
      member: (count: string) => `People: ${count}`,
    },
  },
})
