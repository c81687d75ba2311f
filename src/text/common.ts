/** Words that more than one part of the app uses: the frame, states, dates and grades. */
import { pick } from './locale'

export const common = pick({
  en: {
    product: 'Plumbline',
    purpose: 'Quality assurance audits of EHC plans',
    skip: 'Skip to main content',
    menu: 'Main menu',
    help: 'Help',
    nav: {
      home: 'Home',
      audits: 'Audits',
      cycles: 'Cycles',
      register: 'Register',
      trends: 'Results',
      frameworks: 'Standards',
      settings: 'Settings',
    },
    saved: 'Saved on this device',
    saving: 'Saving…',
    notSaved: 'Not saved',
    loading: 'Loading…',
    footer: 'Everything you enter stays on this device, sealed. Nothing is sent anywhere.',
    notFound: {
      title: 'There is no page here',
      body: 'The address may be mistyped, or what it pointed to is not on this device.',
      action: 'Go to the home page',
    },
    crash: {
      title: 'Something went wrong on this page',
      kept: 'Everything that was saved is still on this device. Reload the page to go on.',
      reload: 'Reload the page',
      detail: 'Technical detail',
    },
    update: {
      ready: 'A new version of Plumbline is ready.',
      action: 'Update now',
      wait: 'It can wait: nothing changes until you say so.',
      otherTab: 'Another tab of Plumbline is still saving. Try again in a moment.',
      unsaved: 'Finish what you are typing first; the update waits until everything is saved.',
    },
    offlineReady: 'Plumbline now works on this device without a network.',
    optional: '(optional)',
    cancel: 'Cancel',
    back: 'Back',
    noGrade: 'No grade',
    errorSummary: 'There is a problem',
  },
})
