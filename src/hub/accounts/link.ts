/**
 * One-time links: to set up a hub, to join it, to set a new password. Whoever holds the link may use it once before it
 * expires; the database keeps only the hash of its token, and the token travels after the `#`, which browsers never send.
 *
 * Effects: the database and chance. Lifetimes: issue "The hub", accounts.
 */
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { err, ok, type Result } from '../../core/result'
import type { Schema } from '../db/schema'
import type { Hub } from '../hub'

export type Link = Schema['link']

const DAY_MS = 86_400_000
const LIFETIME_MS = { 'set-up': 30 * DAY_MS, invite: 7 * DAY_MS, reset: DAY_MS } as const

/** Before there is an area. */
const NO_AREA = ''

export interface MadeLink {
  readonly url: string
  readonly expiresAt: string
}

export type LinkRefusal = 'LinkUnknown' | 'LinkExpired' | 'LinkUsed'

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

type LinkFor =
  | { readonly type: 'set-up' }
  | { readonly type: 'invite' | 'reset'; area: string; member: string; email: string | null }

/** Links of the same kind for the same member that were not used are no longer valid. */
export async function makeLink(hub: Hub, origin: string, what: LinkFor): Promise<MadeLink> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.parse(hub.now()) + LIFETIME_MS[what.type]).toISOString()
  const to = what.type === 'set-up' ? { area: NO_AREA, member: null, email: null } : what
  if (what.type !== 'set-up') await voidLinks(hub, what.area, what.member, what.type)
  await hub.db.kysely
    .insertInto('link')
    .values({
      area: to.area,
      token_hash: hashOf(token),
      type: what.type,
      member: to.member,
      email: to.email,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute()
  return { url: `${origin}/join#${what.type}=${token}`, expiresAt }
}

/** Unused links of a member, of one type or of all, open nothing any more. */
export async function voidLinks(hub: Hub, area: string, member: string, type?: Link['type']): Promise<void> {
  await hub.db.kysely
    .deleteFrom('link')
    .where('area', '=', area)
    .where('member', '=', member)
    .where('used_at', 'is', null)
    .$if(type !== undefined, (query) => query.where('type', '=', type ?? 'invite'))
    .execute()
}

/** The link of a token while it may still be used. */
export async function findLink(hub: Hub, token: string): Promise<Result<Link, LinkRefusal>> {
  const hash = hashOf(token)
  const link = await hub.db.kysely.selectFrom('link').selectAll().where('token_hash', '=', hash).executeTakeFirst()
  if (!link) return err('LinkUnknown')
  if (link.used_at !== null) return err('LinkUsed')
  return link.expires_at <= hub.now() ? err('LinkExpired') : ok(link)
}

/** @returns whether this call is the one that used it: of two at the same moment, one. */
export async function redeem(hub: Hub, link: Link): Promise<boolean> {
  const used = await hub.db.kysely
    .updateTable('link')
    .set({ used_at: hub.now() })
    .where('area', '=', link.area)
    .where('used_at', 'is', null)
    .where('expires_at', '>', hub.now())
    // A hub is set up once: every set-up link that was printed is used with the first.
    .$if(link.type === 'set-up', (query) => query.where('type', '=', 'set-up'))
    .$if(link.type !== 'set-up', (query) => query.where('token_hash', '=', link.token_hash))
    .executeTakeFirst()
  return used.numUpdatedRows > 0n
}

/** After a use that came to nothing. */
export async function giveBack(hub: Hub, link: Link): Promise<void> {
  await hub.db.kysely
    .updateTable('link')
    .set({ used_at: null })
    .where('area', '=', link.area)
    .where('token_hash', '=', link.token_hash)
    .execute()
}

/** Invitations sent to an address that wait to be accepted, oldest first. */
export async function invitationsTo(hub: Hub, email: string): Promise<readonly (Link & { member: string })[]> {
  const links = await hub.db.kysely
    .selectFrom('link')
    .selectAll()
    .where('type', '=', 'invite')
    .where(sql<string>`lower(email)`, '=', email.toLowerCase())
    .where('used_at', 'is', null)
    .where('expires_at', '>', hub.now())
    .orderBy('expires_at')
    .execute()
  return links.flatMap((link) => (link.member === null ? [] : [{ ...link, member: link.member }]))
}
