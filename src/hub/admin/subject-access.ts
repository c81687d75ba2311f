/**
 * Makes the subject access pack of a plan or a member of staff, or shows first what it would hold.
 *
 * Effects: reads one snapshot, writes files for their owner alone. Contract: docs/administration.md.
 */
import { mkdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Framework } from '../../core/framework/schema'
import { paperHtml } from '../../core/record/paper-html'
import { err, ok, type Result } from '../../core/result'
import { readSnapshot } from '../db/transactions'
import type { Hub } from '../hub'
import { gatherPack, type Pack, type PackRefusal } from './access-pack'
import { packPaper } from './access-paper'
import { type Proposal, proposals, redact } from './access-redact'
import { bodiesOf, type Whom } from './whom'
import { writeWhole } from './write-whole'

export interface AccessOptions {
  readonly area: string
  readonly whom: Exclude<Whom, { readonly type: 'key' }>
  /** Ids of proposals whose words are taken out; `all` for all of them. */
  readonly redact: readonly string[] | 'all'
}

export interface Access {
  /** As it may be handed over. */
  readonly pack: Pack
  /** Every proposal, with whether its words are taken out. */
  readonly proposals: readonly (Proposal & { readonly isTaken: boolean })[]
  /** Keys of audits that nobody who audits the plan may be shown. */
  readonly unreleased: readonly string[]
  readonly html: string
  readonly json: string
}

export type AccessRefusal = PackRefusal | { readonly type: 'UnknownProposals'; readonly ids: readonly string[] }

export async function subjectAccess(hub: Hub, options: AccessOptions): Promise<Result<Access, AccessRefusal>> {
  return readSnapshot(hub.db, async (snapshot) => {
    const gathered = await gatherPack(snapshot, options.area, options.whom, hub.now())
    if (!gathered.ok) return gathered
    const { pack, people } = gathered.value
    // Names of staff go anyway, so nobody is asked about them.
    const proposed = proposals(redact(pack, people, []))
    const wanted = options.redact
    const unknown = wanted === 'all' ? [] : wanted.filter((id) => !proposed.some((proposal) => proposal.id === id))
    if (unknown.length > 0) return err({ type: 'UnknownProposals', ids: unknown })
    const marked = proposed.map((one) => ({ ...one, isTaken: wanted === 'all' || wanted.includes(one.id) }))
    const taken = marked.filter(({ isTaken }) => isTaken).map(({ words }) => words)
    const safe = redact(pack, people, taken)
    const standards = (await bodiesOf(snapshot, options.area, 'framework')).map(({ body }) => Framework.parse(body))
    const unreleased = safe.records.filter(({ isUnreleased }) => isUnreleased).map(({ key }) => key)
    const [html, json] = [paperHtml(packPaper(safe, standards)), `${JSON.stringify(safe, null, 1)}\n`]
    return ok({ pack: safe, proposals: marked, unreleased, html, json })
  })
}

/**
 * @param out `….html` or `….json` for the one file, anything else for a folder of both.
 * @returns the files written.
 */
export async function writeAccess(
  out: string,
  { html, json }: Pick<Access, 'html' | 'json'>,
): Promise<readonly string[]> {
  const text: Readonly<Record<string, string>> = { '.html': html, '.json': json }
  const one = text[extname(out)]
  const files: readonly (readonly [string, string])[] =
    one === undefined
      ? [
          [join(out, 'subject-access.html'), html],
          [join(out, 'subject-access.json'), json],
        ]
      : [[out, one]]
  if (one === undefined) await mkdir(out, { recursive: true, mode: 0o700 })
  for (const [path, content] of files) await writeWhole(path, (file) => file.writeFile(content))
  return files.map(([path]) => path)
}
