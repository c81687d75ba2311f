/**
 * The subject access pack as a document in plain words: what is held, who saw it, and what was done, in order.
 *
 * Pure. What a record holds is shown field by field, nothing left out; ratings and notes stand beside the words of the
 * standards. How it is set is core/record/paper-html.ts.
 */
import { Audit } from '../../core/audit/audit'
import type { Framework } from '../../core/framework/schema'
import type { Fact, Paper, Part } from '../../core/record/paper'
import type { Mention, Pack, PackOp, PackRecord } from './access-pack'
import { KIND_WORDS, OP_WORDS, OUTCOME_WORDS, PACK } from './access-words'

/** @param standards every framework of the area. */
export function packPaper(pack: Pack, standards: readonly Framework[]): Paper {
  const title = pack.plan === null ? PACK.titleMember : PACK.titlePlan
  return {
    language: 'en-GB',
    title,
    mark: null,
    foot: `${title} · ${pack.at}`,
    pageWords: ['Page ', ' of ', ''],
    parts: [
      { type: 'text', text: PACK.lead(pack.area, pack.at), look: 'lead' },
      { type: 'text', text: pack.plan === null ? PACK.staff : `${PACK.noChild} ${PACK.staff}` },
      { type: 'text', text: PACK.notHere },
      { type: 'facts', caption: PACK.summary, rows: summary(pack) },
      ...seenParts(pack),
      { type: 'heading', level: 2, text: PACK.records },
      ...pack.records.flatMap((record) => recordParts(record, standards)),
      ...mentionParts(pack.mentions),
      ...accountParts(pack),
      { type: 'heading', level: 2, text: PACK.trail },
      trailTable(pack.trail),
    ],
  }
}

function summary({ plan, records, trail }: Pack): readonly Fact[] {
  const codes = (plan ?? []).map(({ code, cycleId }) => `${code} (cycle ${cycleId})`)
  return [
    ...(codes.length > 0 ? [{ term: PACK.codes, text: codes.join('\n') }] : []),
    { term: PACK.records, text: PACK.counts(records.length, trail.length) },
  ]
}

function seenParts({ openings, readers }: Pack): readonly Part[] {
  if (openings.length === 0) return []
  const columns = PACK.openingColumns.map((title) => ({ title, share: 1 }))
  const rows = openings.map(({ member, subject, state, declared }) => [
    member,
    subject,
    state,
    declared ?? PACK.notDeclared,
  ])
  return [
    { type: 'heading', level: 2, text: PACK.openings },
    { type: 'table', caption: PACK.openings, columns, rows },
    { type: 'text', text: `${PACK.readers}: ${readers.join(', ')}` },
  ]
}

function recordParts({ key, kind, body, isUnreleased }: PackRecord, standards: readonly Framework[]): readonly Part[] {
  const audit = kind === 'audit' ? Audit.safeParse(body) : null
  const shown = audit?.success ? withoutRatings(body) : body
  return [
    { type: 'heading', level: 3, text: KIND_WORDS[kind] ?? kind },
    ...(isUnreleased ? [{ type: 'notice' as const, text: PACK.unreleased }] : []),
    { type: 'facts', caption: key, rows: factsOf(shown) },
    ...(audit?.success ? [ratingTable(audit.data, standards)] : []),
  ]
}

function withoutRatings(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body
  const rest = Object.entries(body).filter(([field]) => !['ratings', 'notes', 'otherNotes', 'criteria'].includes(field))
  return Object.fromEntries(rest)
}

function ratingTable(
  { framework, criteria, ratings, notes, otherNotes }: Audit,
  standards: readonly Framework[],
): Part {
  const used = standards.find(({ id, version }) => id === framework.id && version === framework.version)
  const statements = new Map(
    used?.sections.flatMap((section) => section.criteria.map(({ id, statement }) => [id, statement])),
  )
  const ids = [
    ...new Set([...criteria, ...Object.keys(ratings), ...Object.keys(notes), ...Object.keys(otherNotes ?? {})]),
  ]
  const columns = [
    { title: PACK.standards, share: 4 },
    { title: PACK.rating, share: 2 },
    { title: PACK.note, share: 4 },
  ]
  const rows = ids.map((id) => [
    `${id} ${statements.get(id) ?? ''}`.trim(),
    linesOf(ratings[id]).join('\n'),
    [notes[id], otherNotes?.[id]].filter((note) => note !== undefined).join('\n'),
  ])
  return { type: 'table', caption: PACK.rating, columns, rows }
}

function mentionParts(mentions: readonly Mention[]): readonly Part[] {
  if (mentions.length === 0) return []
  const tables = mentions.map(({ key, fields }): Part => ({ type: 'facts', caption: key, rows: factsOf(fields) }))
  return [{ type: 'heading', level: 2, text: PACK.mentions }, ...tables]
}

function accountParts({ account }: Pack): readonly Part[] {
  if (account === null) return []
  return [
    { type: 'heading', level: 2, text: PACK.account },
    { type: 'facts', caption: PACK.account, rows: factsOf(account) },
  ]
}

function trailTable(trail: readonly PackOp[]): Part {
  const columns = PACK.trailColumns.map((title, index) => ({ title, share: index === 3 ? 4 : 2 }))
  const rows = trail.map(({ at, actor, kind, outcome, content }) => [
    at,
    actor,
    `${OP_WORDS[kind] ?? kind} (${OUTCOME_WORDS[outcome] ?? outcome})`,
    content === null ? PACK.gone : linesOf(content).join('\n'),
  ])
  return { type: 'table', caption: PACK.trail, columns, rows }
}

function factsOf(value: unknown): readonly Fact[] {
  return leavesOf(value, '').map(([term, text]) => ({ term, text }))
}

function linesOf(value: unknown): readonly string[] {
  return leavesOf(value, '').map(([term, text]) => (term === '' ? text : `${term}: ${text}`))
}

/** Every value inside, with its way there; a list of plain values in one line. */
function leavesOf(value: unknown, way: string): readonly (readonly [string, string])[] {
  if (value === null || value === undefined) return []
  if (typeof value !== 'object') return [[way, String(value)]]
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) {
    return value.length === 0 ? [] : [[way, value.join(', ')]]
  }
  return Object.entries(value).flatMap(([field, inside]) => leavesOf(inside, way === '' ? field : `${way} ${field}`))
}
