/** Words of the first page: setting up this device. */
import { pick } from './locale'

export const setup = pick({
  en: {
    title: 'Set up this device',
    intro:
      'Plumbline shows what share of your EHC plans is good, and whether it is getting better. It works on this device alone, without an account and without a network.',
    areaLabel: 'Local area',
    areaHint: 'For example, the name of your county or city',
    nameLabel: 'Your name',
    nameHint: 'As colleagues on the panel know you',
    agencyLabel: 'Which agency do you audit for?',
    agencyHint: 'A plan that only the SEN team has graded waits for the panel before it counts.',
    action: 'Start',
    areaMissing: 'Enter the name of your local area',
    nameMissing: 'Enter your name',
    agencyMissing: 'Choose your agency',
    promises: [
      'You can import your register, draw a sample and audit plans without a network.',
      'Records are sealed on this device. Names, birth dates and pupil numbers are dropped before anything is stored.',
      'You can join your area’s hub later and keep everything.',
    ],
  },
})
