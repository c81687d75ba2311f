/** Words of accounts: the first page of a hub, one-time links, signing in, choosing an area and the first fetch of its records. */
import { pick } from './locale'

const items = (count: string) => (count === '1' ? '1 item' : `${count} items`)

export const welcome = pick({
  en: {
    title: 'Welcome to Plumbline',
    intro:
      'Plumbline shows what share of your EHC plans is good, and whether it is getting better. Several agencies audit the same plans without seeing each other’s grades.',
    signIn: 'Sign in',
    signInHint: 'With the account your area gave you. If you were sent an invitation link, open that link instead.',
    aloneTitle: 'Only looking?',
    aloneBody:
      'You can try Plumbline alone on this device, without an account. Nothing is sent. You can bring the work into your area later.',
    alone: 'Try it alone on this device',
    needsSetUp:
      'This hub has not been set up yet. When it was first started, it printed a set-up link: open that link to name your area and become its first manager.',
  },
})

/** Why an account matter did not go through, and what to do. */
const ACCOUNT_REFUSALS = pick({
  en: {
    Offline: 'The hub does not answer. Check the network of this device, then try again. Nothing was changed.',
    SignedOut: 'Your sign-in has ended. Sign in again, then repeat this. Nothing was changed.',
    SignInAgain: 'You signed in here a while ago. To change this, sign in again first. Nothing was changed.',
    NotAllowed: 'You may not do this. Nothing was changed.',
    LinkUnknown: 'This link opens nothing. It may be cut off, or a newer one took its place.',
    LinkUsed: 'This link has been used already. Each link works once.',
    LinkExpired: 'This link is past its date.',
    SignInFirst:
      'There is an account with this e-mail address already, and this is not its password. Sign in with that account to go on.',
    OtherAddress: 'The invitation is for another e-mail address. Use the address it was made for.',
    AlreadyMember: 'This person has an account in the area already.',
    NoAccount: 'This person has no account yet. Make an invitation link instead.',
    OtherAreas:
      'This account opens another area too, so only whoever runs the hub can make this link: plumbline recover --member, with the person’s name.',
    Revoked: 'The access of this browser was taken away, by you or by a manager.',
    DeviceTaken: 'The hub knows this browser under another account. Sign out here, then sign in again.',
    Busy: 'The hub is busy, or there were too many tries. Wait a minute, then try again. Nothing was changed.',
    WrongPassword: 'The e-mail address or the password is not right. Check both and try again.',
    PasskeyCancelled:
      'No passkey was used: the window was closed, or this device has none for this hub. Try again, or sign in another way.',
    NoPasskeys: 'This browser cannot use passkeys here. Sign in another way.',
    PasskeyKnown: 'This device has a passkey for your account already.',
    Rejected: 'The hub did not accept this. Nothing was changed.',
  },
})

interface RefusedAccount {
  readonly type: keyof typeof ACCOUNT_REFUSALS
  /** The hub's own sentence, where it has one. */
  readonly message?: string
}

export function accountRefusalText({ type, message = '' }: RefusedAccount): string {
  return type === 'Rejected' && message !== '' ? message : ACCOUNT_REFUSALS[type]
}

export const signIn = pick({
  en: {
    title: 'Sign in',
    againTitle: 'Sign in again',
    again: 'Your sign-in has ended. Your work is safe on this device, and goes on being sent once you are back.',
    email: 'E-mail address',
    password: 'Password',
    show: 'Show',
    hide: 'Hide',
    showLabel: 'Show the password',
    hideLabel: 'Hide the password',
    isShown: 'Your password is shown',
    isHidden: 'Your password is hidden',
    action: 'Sign in',
    busy: 'Signing in…',
    or: 'Other ways to sign in',
    passkey: 'Sign in with a passkey',
    passkeyHint: 'The fingerprint, face or PIN with which you unlock this device.',
    at: (organisation: string) => `Sign in with ${organisation}`,
    failedAt:
      'Signing in with your organisation did not work, or it has no account here for you. Try again, or ask a manager of your area for an invitation.',
    emailMissing: 'Enter your e-mail address',
    emailWrong: 'Enter an e-mail address in the right form, like name@example.org',
    passwordMissing: 'Enter your password',
    forgotten: 'I have forgotten my password',
    forgottenText: [
      'Ask a manager of your area. In settings, under your name, they can make a link with which you choose a new password.',
      'If you are the only manager, ask whoever runs the hub. On its machine they run the command below; it prints a link for you.',
    ],
    recoverCommand: 'npm run -s plumbline -- recover --member "Your name"',
    noHub: 'There is no hub at this address, so there is nothing to sign in to. This device works alone.',
    toHome: 'Go to the home page',
  },
})

export const join = pick({
  en: {
    reading: 'Reading the link…',
    none: {
      title: 'This page needs a link',
      body: 'Open the link you were given once more. It may be used once, in one browser, and is not kept in the address.',
      signIn: 'If you have an account already, sign in.',
    },
    problem: {
      title: 'This link does not work',
      invite: 'Ask the manager who invited you for a new link: in settings, under your name.',
      setUp: 'Whoever runs the hub can print a new set-up link by starting it again.',
      retry: 'Try again',
      toSignIn: 'Sign in',
    },
    until: (time: string) => `The link works once, until ${time}.`,
    setUp: {
      title: 'Set up your area',
      step: (step: number) => `Step ${step} of 2`,
      intro: 'This hub is new. You name the area it serves and become its first manager.',
      next: 'Continue',
      secondTitle: 'Your account',
      action: 'Create the area',
    },
    invite: {
      title: (area: string) => `Join ${area}`,
      intro: (name: string, area: string) => `${area} invites you, ${name}, to take part in its plan audits.`,
      introNameless: (area: string) => `${area} invites you to take part in its plan audits.`,
      action: 'Join',
      known: (email: string) =>
        `There is an account for ${email} on this hub already. Sign in with it, and this area is added to it.`,
      notYou: 'If this is not you, close the page and tell the manager who sent you the link.',
    },
    reset: {
      title: 'Choose a new password',
      intro: (name: string) => `For the account of ${name}. Everywhere else this account is signed out.`,
      action: 'Save the new password',
    },
    email: 'E-mail address',
    emailHint: 'You sign in with it. Nothing is sent to it.',
    how: 'How will you sign in?',
    byPassword: 'With a password',
    byPasskey: 'With a passkey',
    byPasskeyHint: 'The fingerprint, face or PIN of this device. There is nothing to remember and nothing to steal.',
    orAt: 'Or use the sign-in of your organisation',
    password: 'Password',
    passwordHint: 'At least 12 characters. Three or four unrelated words are easy to remember and hard to guess.',
    passwordShort: 'The password must have at least 12 characters',
    passkey: {
      title: 'Create your passkey',
      body: 'Your account is there. Now your browser asks for the fingerprint, face or PIN of this device.',
      action: 'Create the passkey',
      retry: 'Try again',
      stuck:
        'If it does not work on this device, ask a manager for a link to choose a password instead: in settings, under your name.',
    },
  },
})

export const arrival = pick({
  en: {
    finding: 'Finding your areas…',
    choose: {
      title: 'Which area?',
      legend: 'You take part in more than one area',
      missing: 'Choose an area',
      action: 'Continue',
    },
    nowhere: {
      title: 'Your account belongs to no area',
      body: (email: string) =>
        `You are signed in as ${email}, and no area lists you as taking part. If you were invited, open the invitation link. Otherwise ask a manager of your area.`,
      other: 'Sign in with another account',
    },
    other: {
      title: 'This is another account',
      body: (email: string) =>
        `You signed in as ${email}. The work in this browser belongs to another account, or your part in its area has ended. It stays here, apart.`,
      goOn: (email: string) => `Go on as ${email}`,
      back: 'Sign in with another account',
    },
    retry: 'Try again',
    earlier: {
      title: 'Work that was not sent',
      intro: 'When last seen, another browser of yours still had work to send:',
      item: (device: string, count: string, day: string) => `${device} had ${items(count)} not sent on ${day}.`,
      meaning:
        'If that browser still exists, open Plumbline in it: it sends them by itself. If it was this browser and its data was cleared, those items are lost. Look there first, before you do them again here.',
      action: 'I understand, continue',
    },
    sync: {
      title: (area: string) => `Fetching the records of ${area}`,
      body: 'This happens once in this browser. Afterwards you can work without a network.',
      starting: 'Asking the hub…',
      progress: (done: string) => `${done} records so far`,
      label: 'Fetching records',
      open: 'Go to the home page now',
      openHint: 'The rest is fetched while you work.',
    },
  },
})
