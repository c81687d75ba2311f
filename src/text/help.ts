/** Words of the help: what each page is for, the words of the field, what is stored, and what to do when something goes wrong. */
import { pick } from './locale'

export interface TopicWords {
  /** The page as a person would call it. */
  readonly title: string
  readonly about: string
  /** What to do first, in order. */
  readonly first: readonly string[]
}

const TOPICS = {
  setup: {
    title: 'Setting up',
    about:
      'Plumbline asks for three things before it starts: your area, your name and your agency. No account is made.',
    first: [
      'Give your name as colleagues on the panel know you.',
      'If you only want to look around, try it with a fictional county. It is kept apart and can be thrown away.',
    ],
  },
  join: {
    title: 'Joining and signing in',
    about:
      'With a hub, everybody signs in with an account of their own. You get one by a link: from a manager, or from whoever set up the hub.',
    first: [
      'Open the link in the browser you will work in. It works once.',
      'Choose a password of at least 12 characters, a passkey, or the sign-in of your organisation.',
      'The records of your area are fetched once. After that you can work without a network.',
      'If a link does not work any more, ask a manager for a new one.',
    ],
  },
  home: {
    title: 'Home',
    about: 'Home says what to do next: the plans that wait for you, and for managers the cycles in progress.',
    first: [
      'If plans wait for you, open the one that is due first.',
      'If you are a manager and nothing is there yet, follow the five steps from the register to the answer.',
    ],
  },
  audit: {
    title: 'An audit',
    about:
      'Here you rate one plan against the standards, section by section, on your own. Nobody else sees it until everybody asked to audit this plan has submitted.',
    first: [
      'Read the whole plan first, in your case system or on paper.',
      'Rate each criterion. If you are unsure, open “What met, partly met and not met look like” under it.',
      'Where a criterion is partly or not met, say where the fault arose, and write a short note with the place in the plan.',
      'Choose “Check and submit” when everything is rated. You can take it back until everybody asked has submitted.',
    ],
  },
  audits: {
    title: 'Audits',
    about: 'All audits that you may read: your own, and those of others once everybody asked has submitted.',
    first: ['Search by audit code, cycle or agency.', 'Open an audit to read it, to print it or to go on with it.'],
  },
  cycles: {
    title: 'Cycles',
    about: 'A cycle is one round of dip sampling: plans are drawn by chance, given out, audited and compared.',
    first: ['Open the newest cycle to see how far it is.', 'If you are a manager, draw a sample to start another.'],
  },
  draw: {
    title: 'Drawing a sample',
    about: 'Here a manager draws plans by chance from the register, so that they speak for all plans.',
    first: [
      'Say what the sample is for. Only random samples of new plans make the headline.',
      'Choose how many plans; the page says how precise the answer will be.',
      'Draw. Anyone with the same register and the same seed can repeat the draw.',
    ],
  },
  cycle: {
    title: 'One cycle',
    about: 'How far this cycle is: which plans are given out, late, handed back, or wait for the panel.',
    first: [
      'Give out plans that have too few auditors.',
      'Print the assignment slips, so that each auditor knows which case file belongs to which code.',
      'Open the plans that await moderation before the panel meets.',
    ],
  },
  plan: {
    title: 'One sampled plan',
    about: 'What was said of this plan: who was asked, what each audit found, and the result.',
    first: [
      'While somebody is still at work, the audits stay closed to the others.',
      'Where the grades differ, the panel agrees on one and says why.',
      'If somebody cannot finish, a manager hands their audit over, or a chair opens the audits that are in.',
    ],
  },
  handover: {
    title: 'Handing an audit over',
    about: 'Gives an audit that is not submitted to somebody else, or takes it back.',
    first: [
      'Ask the person first, unless they have left.',
      'Choose who takes over. They begin anew: what was rated so far stays with whoever rated it, unread.',
    ],
  },
  close: {
    title: 'Closing a cycle',
    about: 'Closing publishes a roll-up of the results to everybody in the area, in counts that show no single plan.',
    first: [
      'See that every plan has a result, or was closed without one.',
      'If some are still open, say why you close all the same.',
      'When results change later, publish the next edition.',
    ],
  },
  edition: {
    title: 'Published results',
    about: 'One edition of a closed cycle, as it was published. It never changes; a later edition stands beside it.',
    first: ['Counts of 1 to 4 are left out, so that nobody can be recognised.'],
  },
  slips: {
    title: 'Assignment slips',
    about: 'A slip says which case number stands behind an audit code. It is printed and never stored.',
    first: [
      'Open the register file from which the sample was drawn.',
      'Print the slips, hand them out, then clear the case numbers.',
    ],
  },
  register: {
    title: 'Register',
    about: 'The list of all plans that your area maintains, without names. Samples are drawn from it.',
    first: [
      'Export the list from your case system as CSV and choose the file here.',
      'Look at the rows that were left out, and why, before you import it.',
      'Print the recovery sheet with the register phrase and keep it safe. Without it, nobody can bring the list back.',
    ],
  },
  results: {
    title: 'Results',
    about: 'The share of plans that is good or better, how sure that figure is, and what holds it down.',
    first: [
      'Read the figure together with its interval: the smaller the sample, the wider it is.',
      'Look at which criteria and which sections fall short most often.',
      'Where there are too few plans for a percentage, the counts are shown instead.',
    ],
  },
  standards: {
    title: 'Standards',
    about: 'What plans are audited against: every criterion, where it is written, and how grades follow from ratings.',
    first: ['Open a version to read or print it.', 'Follow the worked examples to see how a grade comes about.'],
  },
  form: {
    title: 'The form on paper',
    about: 'The core criteria on paper, for a meeting without devices. The ratings are typed in afterwards.',
    first: ['Print it, one for each plan and auditor.', 'Write the audit code on it, never the child’s name.'],
  },
  record: {
    title: 'The record of an audit',
    about: 'One audit to read, to print and to keep: ratings, notes, and how the grade came about.',
    first: ['Print it or save it as a PDF.', 'Keep the file as you keep the plan itself: it is about a real child.'],
  },
  settings: {
    title: 'Settings',
    about: 'Who uses this device, the people of your area, and how the device stands.',
    first: [
      'Check who you are here before you audit.',
      'If you are a manager, add people here. With a hub, each gets an invitation link.',
      'Ask the browser to keep what is stored, so that it is not cleared to make room.',
    ],
  },
  account: {
    title: 'Your account',
    about: 'Where you are signed in, your passkeys, your password, and signing out on this device.',
    first: [
      'Sign out a device that you no longer have.',
      'Before you sign out here, see that everything was sent. What was not sent can be saved as a file.',
    ],
  },
  leaving: {
    title: 'Somebody who leaves',
    about: 'Four steps for a manager, in their order, so that no work and no plan is lost when somebody leaves.',
    first: [
      'Let their devices send what they hold, or go on knowing what is lost.',
      'Hand over or take back each audit that they have not submitted.',
      'Sign them out everywhere, then mark that they no longer take part.',
    ],
  },
  files: {
    title: 'Work as a file',
    about:
      'A sealed file takes work to the hub where the network is blocked, or brings in the work of a device that had no hub.',
    first: [
      'Choose a passphrase of at least 12 characters, and write it down apart from the file.',
      'Open the file on this page in a browser that is signed in to your area.',
      'For work of a device alone, say who is who. A manager brings in registers and cycles.',
    ],
  },
  attention: {
    title: 'What is sent and what waits',
    about:
      'What you do is saved on this device first, then sent to the hub. This page says what waits, and what the hub could not take.',
    first: [
      'If something waits, there is nothing to do: it is sent by itself once there is a network.',
      'If the hub could not take something, read why. Do it again where it is still needed, then put it aside.',
      'If two of your devices hold different notes, choose which stands.',
    ],
  },
} as const satisfies Readonly<Record<string, TopicWords>>

export type HelpTopic = keyof typeof TOPICS

export function isHelpTopic(word: string | null): word is HelpTopic {
  return word !== null && Object.hasOwn(TOPICS, word)
}

export const help = pick({
  en: {
    title: 'Help',
    lead: 'It works without a network, like everything here.',
    contents: 'On this page',
    print: 'Print this help',
    topics: TOPICS as Readonly<Record<HelpTopic, TopicWords>>,
    topicTitle: (title: string) => `This page: ${title}`,
    doFirst: 'What to do first',
    all: {
      title: 'What each page is for',
    },
    words: {
      title: 'Words',
      list: [
        [
          'Agency',
          'A service that takes part: for example education, health, social care, the SEN team, or the parent-carer forum.',
        ],
        ['Assignment', 'One auditor asked to audit one plan, with the criteria to rate and the day it is due.'],
        ['Audit', 'One auditor’s ratings, notes and grades for one plan. Once submitted, it never changes.'],
        [
          'Audit code',
          'The short code under which a plan is known to its auditors, in place of a name or case number.',
        ],
        ['Blind', 'Auditors of a plan do not see each other’s audits until all of them have submitted.'],
        ['Cannot tell', 'A rating for missing evidence. It is counted and reported, and never taken as “not met”.'],
        ['Concern', 'Something about a child’s safety or an urgent need. It goes to managers at once, without grades.'],
        ['Core criteria', 'The criteria that everybody rates. The grade of a plan rests on them alone.'],
        ['Criterion', 'One statement to rate: met, partly met, not met, not applicable or cannot tell.'],
        ['Cycle', 'One round of dip sampling, from the draw to the results.'],
        ['Edition', 'The results of a closed cycle as published to everybody in the area, without small counts.'],
        ['Golden thread', 'The line from what a child hopes for, to needs, to outcomes, to provision, and back.'],
        ['Good or better', 'A grade of good or outstanding. The headline is the share of plans that reach it.'],
        [
          'Grade',
          'Inadequate, requires improvement, good or outstanding. It follows from the ratings by rules that anyone can read.',
        ],
        ['Hub', 'The computer of your area to which all its devices send their work, and from which they fetch it.'],
        ['Incident', 'Another child’s data in a plan. It goes to managers at once, and the plan counts as inadequate.'],
        ['Interval', 'The range in which the share of all plans very likely lies. A larger sample makes it narrower.'],
        ['Key criterion', 'A criterion that counts double and holds the grade down when it is not met.'],
        [
          'Legal floor',
          'The least that the law asks of a plan. It is shown beside the grade: met, at risk or not met.',
        ],
        ['Limiting criterion', 'A criterion that keeps a plan from the highest grades when it is not met.'],
        ['Moderation', 'The panel agrees on a grade where audits differ, and writes down why.'],
        ['Not blind', 'An audit that was submitted after the audits of its plan were opened, or that revises one.'],
        ['Passkey', 'A way to sign in with the fingerprint, face or PIN of your device, without a password.'],
        ['Register', 'The list of all plans of the area, without names. Only managers hold it.'],
        ['Register phrase', 'Six words that protect the register. Managers keep them on a printed sheet.'],
        ['Result', 'The grade that counts for a plan: agreed by the panel, or the same in all its audits.'],
        ['Revision', 'A second audit by the same auditor, after release and with a reason. The first stays as it was.'],
        ['Sample', 'The plans drawn by chance in one cycle.'],
        ['Shortfall', 'A criterion rated partly or not met: where it arose, who owns it and how it can be mended.'],
        [
          'Standards',
          'The set of criteria and grading rules, in numbered versions. A published version never changes.',
        ],
      ] as const,
    },
    keys: {
      title: 'Keyboard',
      general:
        'Everything works without a mouse: Tab goes on, Shift and Tab go back, Enter opens, Space ticks, Esc closes.',
      audit:
        'In an audit, single keys work on the criterion that has the focus. They can be switched off at the foot of each section.',
      key: 'Key',
      does: 'What it does',
    },
    stored: {
      title: 'What is stored, and where',
      list: [
        'Everything is stored in this browser on this device first, sealed. On a device that works alone, nothing is sent anywhere.',
        'With a hub, what you do is then sent to your area’s hub, and nowhere else. No other member reads your audit there until everybody asked has submitted.',
        'Ratings, notes and grades stand in the audit. A family or a tribunal could read them one day.',
        'A child’s name that you type to keep it out of notes is never stored. It is forgotten when the tab is closed.',
        'Pupil numbers, NHS numbers, dates of birth, postcodes, e-mail addresses and telephone numbers are left out of notes.',
        'Names and case numbers in a register file are dropped while it is read. The file itself is not kept.',
        'Your phrases and the time you spent on an audit are for you alone. No manager can see them.',
        'Plumbline does not read or keep the plan itself. Copies that you made are yours to delete.',
      ],
    },
    wrong: {
      title: 'If something goes wrong',
      list: [
        [
          'It says “Not saved”',
          'Leave the page open. Free some room on the device, then change the last thing once more. What was saved before is kept.',
        ],
        [
          'A page does not open or looks wrong',
          'Reload it. Everything that said “Saved on this device” is still there.',
        ],
        [
          'The words of a note are not saved',
          'They look like something that identifies a child. Take them out; the rest of the note is saved.',
        ],
        [
          'A plan is missing, or is not yours',
          'Check in settings who you are on this device. Ask a manager if it is not yours to audit.',
        ],
        ['You know the child', 'Say so when the audit opens. The plan then goes to somebody else.'],
        ['You submitted too soon', 'Open the audit and take it back. That works until everybody asked has submitted.'],
        [
          'Another child’s data is in the plan',
          'Stop. Choose “Report an incident” in the audit, and do not pass the plan on.',
        ],
        [
          'A child may not be safe',
          'Follow your agency’s safeguarding route now, then choose “Raise a concern” in the audit.',
        ],
        [
          'It says “Waiting to send”',
          'There is no network, or the hub does not answer. Go on working. Everything is sent by itself later.',
        ],
        [
          'It says “Needs attention”',
          'The hub could not take something, for example because somebody changed it first. Press the words: the page says what it was, why, and what you can do. Nothing of it is lost.',
        ],
        [
          'It says “Sign in again to send”',
          'Your sign-in has ended. Go on working if you like; press the words and sign in, and everything is sent.',
        ],
        [
          'You have forgotten your password',
          'Ask a manager for a link to choose a new one. If you are the only manager, ask whoever runs the hub.',
        ],
        [
          'The browser’s data was cleared, or the device is lost',
          'With a hub, sign in elsewhere: what had been sent is there again, and you are told what had not. Without a hub, what was only on that device is gone. Tell your manager.',
        ],
      ] as const,
    },
    first: {
      title: 'The guide to your first audit',
      body: 'Five short steps above the criteria, from reading the plan to submitting. They go on as you work, and you can turn them off at any time.',
      start: 'Start the guide again',
      started: 'The guide is on. It shows in the next audit that you open.',
      turnOff: 'Turn the guide off',
      off: 'The guide is off.',
    },
  },
})
