/**
 * Every op by its kind: the one list of what people can do.
 *
 * Pure. To add something people can do: one file beside this one, one line here. Rule: architecture.md, "Where a change goes".
 */
import type * as z from 'zod/mini'
import { alertRaise } from './alert-raise'
import { areaCreate } from './area-create'
import { assignmentDeclare } from './assignment-declare'
import { assignmentGive } from './assignment-give'
import { assignmentWithdraw } from './assignment-withdraw'
import { auditOpen } from './audit-open'
import { auditRecall } from './audit-recall'
import { auditSubmit } from './audit-submit'
import { cycleDraw } from './cycle-draw'
import { factsSet } from './facts-set'
import { frameworkAdopt } from './framework-adopt'
import { gradeOverride } from './grade-override'
import { memberSet } from './member-set'
import { moderationRecord } from './moderation-record'
import { noteSet } from './note-set'
import { ratingSet } from './rating-set'
import { registerImport } from './register-import'
import { subjectClose } from './subject-close'
import { subjectSingle } from './subject-single'
import { subjectSwap } from './subject-swap'

export const OPS = {
  'alert.raise': alertRaise,
  'area.create': areaCreate,
  'assignment.declare': assignmentDeclare,
  'assignment.give': assignmentGive,
  'assignment.withdraw': assignmentWithdraw,
  'audit.open': auditOpen,
  'audit.recall': auditRecall,
  'audit.submit': auditSubmit,
  'cycle.draw': cycleDraw,
  'facts.set': factsSet,
  'framework.adopt': frameworkAdopt,
  'grade.override': gradeOverride,
  'member.set': memberSet,
  'moderation.record': moderationRecord,
  'note.set': noteSet,
  'rating.set': ratingSet,
  'register.import': registerImport,
  'subject.close': subjectClose,
  'subject.single': subjectSingle,
  'subject.swap': subjectSwap,
} as const

export type OpKind = keyof typeof OPS
export type OpData<K extends OpKind> = z.infer<(typeof OPS)[K]['data']>
