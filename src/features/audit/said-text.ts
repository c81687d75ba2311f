/** A sentence somebody must write and that may hold nothing which identifies a child: the check of such form fields. Pure. */
import * as z from 'zod/mini'
import { findIdentifiers } from '../../core/audit/note-guard'
import { alerts } from '../../text/audit-alerts'
import { identifierList } from '../../text/refusals'

const kindsIn = (text: unknown) => findIdentifiers(typeof text === 'string' ? text : '').map(({ kind }) => kind)

/** @param missing what to say when it is blank. */
export function saidText(missing: string): z.ZodMiniString<string> {
  return z.string().check(
    z.trim(),
    z.minLength(1, missing),
    z.refine((text) => kindsIn(text).length === 0, {
      error: ({ input }) => alerts.stopped(identifierList(kindsIn(input))),
    }),
  )
}
