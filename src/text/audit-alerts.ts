/** Words of the two buttons on every page of an audit: an incident, and a concern. */
import { pick } from './locale'

export const alerts = pick({
  en: {
    caption: (code: string) => `Audit ${code}`,
    back: 'Back to the audit',
    sentTitle: 'Already reported by you',
    foundMissing: 'Enter the date and time',
    foundFuture: 'The time cannot be in the future',
    toldMissing: 'Say who was told; write “nobody yet” if nobody was',
    doneMissing: 'Say what was done; write “nothing yet” if nothing was',
    stopped: (kinds: string) => `Take out ${kinds}: nothing here may identify a child`,
    noNames: 'Roles only, no names. Write nothing about a child: the managers know which plan this is.',
    raised: (when: string, told: string) => `${when}. Told: ${told}.`,
    incident: {
      title: 'Report an incident',
      what: 'An incident is another child’s data in this plan: a name, an address, a report or a sentence that belongs to somebody else.',
      happens: [
        'Your managers see the report at once. It carries no grade and nothing about a child.',
        'The plan counts as not good, as you found it, and your audit shows that from now on.',
        'You can go on with the audit.',
      ],
      clock:
        'A breach that puts people at risk must be reported to the Information Commissioner within 72 hours of the council becoming aware of it. Your information governance officer decides; tell them now.',
      ends: (when: string) => `The 72 hours end on ${when}`,
      left: (hours: number) => `${hours} hours left`,
      lastHour: 'less than an hour left',
      over: 'the 72 hours are over',
      found: 'When did you find it?',
      told: 'Which officer did you tell?',
      toldHint: 'Their role, for example: information governance officer.',
      done: 'What was done?',
      doneHint: 'For example: copies recalled from the school and both parents, the file locked.',
      action: 'Report the incident',
      sent: 'The incident is reported. Your managers can see it now.',
      banner: 'You reported an incident in this plan.',
      bannerGrade: (grade: string) => `It is graded ${grade} as found, whatever else you rate.`,
    },
    concern: {
      title: 'Raise a concern',
      what: 'A concern is something in the plan that cannot wait: a child may not be safe, or has an urgent need that nobody meets.',
      happens: [
        'This does not replace your own safeguarding procedure. If a child may be in danger, follow it first, now.',
        'Your managers see the report at once. It carries no grade and nothing about a child.',
        'It changes nothing in your audit.',
      ],
      found: 'When were they told?',
      told: 'Who was told?',
      toldHint: 'Their role, for example: duty social worker, designated safeguarding lead.',
      done: 'Which route did you take?',
      doneHint: 'For example: telephoned the front door, then wrote it up the same day.',
      action: 'Raise the concern',
      sent: 'The concern is raised. Your managers can see it now.',
    },
  },
})
