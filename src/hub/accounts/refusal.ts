/**
 * Why something about accounts was not done. None says anything about an account that is not the asker's.
 *
 * Pure types; what each is answered with: http/account-problems.ts.
 */
import type { LinkRefusal } from './link'

export type AccountRefusal =
  | LinkRefusal
  /** The address has an account: its holder signs in, or gives its password with the link. */
  | 'SignInFirst'
  /** The invitation names another address. */
  | 'OtherAddress'
  /** The member has an account already, or the account is another member of the area. */
  | 'AlreadyMember'
  /** A password is set by a link only for somebody who has an account. */
  | 'NoAccount'
  /** The account belongs to another area too, whose managers did not agree: `plumbline recover` makes the link. */
  | 'OtherAreas'
  | 'UnknownAgency'
  /** Not theirs to do, or no such thing: the two are not told apart. */
  | 'Forbidden'
  | 'Revoked'
  /** The id of this browser is taken: it takes a new one. */
  | 'DeviceTaken'
