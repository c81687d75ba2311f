/** Which plans of a cycle the list shows. Pure. */
import { STANDINGS, type Standing, type SubjectProgress } from '../../../store/cycle-progress'

export type Shown = 'all' | 'need-auditor' | 'handed-back' | Standing

export const SHOWN: readonly Shown[] = ['all', 'need-auditor', 'handed-back', ...STANDINGS]

/** Handed back by somebody and still short of an auditor. */
export function isHandedBack({ returned, needed }: SubjectProgress): boolean {
  return returned.length > 0 && needed > 0
}

export function filterSubjects(progress: readonly SubjectProgress[], shown: Shown): readonly SubjectProgress[] {
  if (shown === 'all') return progress
  if (shown === 'need-auditor') return progress.filter(({ needed }) => needed > 0)
  if (shown === 'handed-back') return progress.filter(isHandedBack)
  return progress.filter(({ standing }) => standing === shown)
}
