/**
 * What each refusal of hub/accounts is answered with.
 *
 * Pure.
 */
import type { AccountRefusal } from '../accounts/refusal'
import { FORBIDDEN, malformed, type Problem, problem, REVOKED } from './problem'

const PROBLEMS: Readonly<Record<AccountRefusal, Problem>> = {
  LinkUnknown: problem(404, 'LinkUnknown', 'This link opens nothing. It may have been replaced by a newer one.'),
  LinkExpired: problem(410, 'LinkExpired', 'This link has expired. Ask for a new one.'),
  LinkUsed: problem(410, 'LinkUsed', 'This link was used already. Sign in, or ask for a new one.'),
  SignInFirst: problem(403, 'SignInFirst', 'The address has an account, or the password is not its password.'),
  OtherAddress: problem(409, 'OtherAddress', 'The invitation is for another address.'),
  AlreadyMember: problem(409, 'AlreadyMember', 'This member or this account has its place in the area already.'),
  NoAccount: problem(409, 'NoAccount', 'This member has no account yet: invite them.'),
  OtherAreas: problem(
    409,
    'OtherAreas',
    'The account opens another area too. The administrator of the hub makes the link: plumbline recover --member ID.',
  ),
  UnknownAgency: malformed('agency is none of the known values.'),
  Forbidden: FORBIDDEN,
  Revoked: REVOKED,
  DeviceTaken: problem(409, 'DeviceTaken', 'The id of this browser is taken: it needs a new one.'),
}

export function accountProblem(refusal: AccountRefusal): Problem {
  return PROBLEMS[refusal]
}
