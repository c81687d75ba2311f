/** What may be entered about an account, with the sentences for what is missing. Pure. */
import * as z from 'zod/mini'
import { join, signIn } from '../../text/accounts'

export const LEAST_PASSWORD = 12

export const EmailAnswer = z
  .string()
  .check(z.trim(), z.minLength(1, signIn.emailMissing), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, signIn.emailWrong))

export const NewPassword = z.string().check(z.minLength(LEAST_PASSWORD, join.passwordShort), z.maxLength(200))

/** By a password or a passkey; a passkey is made once the account is there. */
export const HowAnswers = z
  .object({ email: EmailAnswer, how: z.enum(['password', 'passkey']), password: z.string() })
  .check(
    z.refine(({ how, password }) => how === 'passkey' || password.length >= LEAST_PASSWORD, {
      error: join.passwordShort,
      path: ['password'],
    }),
  )
export type HowAnswers = z.infer<typeof HowAnswers>
