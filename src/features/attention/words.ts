/** What an item of attention was, why it was not taken, and where a person goes on with it. Pure. */
import type { AttentionItem } from '../../store/attention'
import { OP_WORDS, attention as words } from '../../text/attention'
import { heardRefusalText } from '../../text/refusals'

export function kindWords(kind: string): string {
  return Object.entries(OP_WORDS).find(([known]) => known === kind)?.[1] ?? words.unknownKind
}

/** For example "Writing a note: plan QMK-TF5, F2". */
export function itemTitle({ kind, about }: Pick<AttentionItem, 'kind' | 'about'>): string {
  const { code, criterionId } = about
  if (code === null) return kindWords(kind)
  return `${kindWords(kind)}: ${criterionId === null ? words.about(code) : words.aboutCriterion(code, criterionId)}`
}

export function whyWords({ refusal, type }: Pick<AttentionItem, 'refusal' | 'type'>): string {
  if (type === 'undecided' || refusal === null) return words.undecided.hint
  return heardRefusalText(refusal) ?? words.refused.unknownWhy
}

/** Where the thing stands as it is now. */
export function pathOf({ kind, about }: Pick<AttentionItem, 'kind' | 'about'>): string {
  const { assignmentId, subjectId } = about
  const [area] = kind.split('.')
  if (assignmentId && (about.auditId || area === 'audit' || kind === 'assignment.declare'))
    return `/audits/${assignmentId}`
  if (subjectId) return `/subjects/${subjectId}`
  switch (area) {
    case 'member':
      return '/settings'
    case 'register':
      return '/register'
    case 'framework':
      return '/frameworks'
    case 'solo':
      return '/settings/files'
    default:
      return '/cycles'
  }
}

/** The fields in which ops carry what somebody wrote in their own words. */
const WRITTEN: ReadonlySet<string> = new Set(['note', 'text', 'reason', 'learningPoint', 'done', 'told'])

/** Every word of one's own that an op carried, in its order. */
export function writtenIn(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([name, value]): readonly string[] => {
    if (typeof value === 'string') return WRITTEN.has(name) && value.trim() !== '' ? [value] : []
    return writtenIn(value)
  })
}
