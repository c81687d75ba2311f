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
import { assignmentHandover } from './assignment-handover'
import { assignmentWithdraw } from './assignment-withdraw'
import { auditOpen } from './audit-open'
import { auditRecall } from './audit-recall'
import { auditSubmit } from './audit-submit'
import { auditSupersede } from './audit-supersede'
import { cycleClose } from './cycle-close'
import { cycleDraw } from './cycle-draw'
import { factsSet } from './facts-set'
import { frameworkAdopt } from './framework-adopt'
import { gradeOverride } from './grade-override'
import { memberSet } from './member-set'
import { moderationRecord } from './moderation-record'
import { noteChoose } from './note-choose'
import { noteSet } from './note-set'
import { ratingSet } from './rating-set'
import { registerImport } from './register-import'
import { soloAdopt } from './solo-adopt'
import { subjectClose } from './subject-close'
import { subjectRelease } from './subject-release'
import { subjectSingle } from './subject-single'
import { subjectSwap } from './subject-swap'

export const OPS = {
  'alert.raise': alertRaise,
  'area.create': areaCreate,
  'assignment.declare': assignmentDeclare,
  'assignment.give': assignmentGive,
  'assignment.handover': assignmentHandover,
  'assignment.withdraw': assignmentWithdraw,
  'audit.open': auditOpen,
  'audit.recall': auditRecall,
  'audit.submit': auditSubmit,
  'audit.supersede': auditSupersede,
  'cycle.close': cycleClose,
  'cycle.draw': cycleDraw,
  'facts.set': factsSet,
  'framework.adopt': frameworkAdopt,
  'grade.override': gradeOverride,
  'member.set': memberSet,
  'moderation.record': moderationRecord,
  'note.choose': noteChoose,
  'note.set': noteSet,
  'rating.set': ratingSet,
  'register.import': registerImport,
  'solo.adopt': soloAdopt,
  'subject.close': subjectClose,
  'subject.release': subjectRelease,
  'subject.single': subjectSingle,
  'subject.swap': subjectSwap,
} as const

export type OpKind = keyof typeof OPS
export type OpData<K extends OpKind> = z.infer<(typeof OPS)[K]['data']>
