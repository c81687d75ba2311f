/**
 * The keys of the rows ops read and write, and the scope of an unreleased audit.
 *
 * Pure. Rule: architecture.md, "The hinge: an op"; sync.md, "Scopes".
 */
import type { Key, Scope } from './op'

export const areaKey = (id: string): Key => `area/${id}`
export const memberKey = (id: string): Key => `member/${id}`
export const registerKey = (id: string): Key => `register/${id}`
export const cycleKey = (id: string): Key => `cycle/${id}`
/** The managers' key to a cycle's sample. */
export const sampleKey = (cycleId: string): Key => `sample/${cycleId}`
export const subjectKey = (id: string): Key => `subject/${id}`
export const assignmentKey = (id: string): Key => `assignment/${id}`
export const auditKey = (id: string): Key => `audit/${id}`
export const alertKey = (id: string): Key => `alert/${id}`
export const moderationKey = (subjectId: string): Key => `moderation/${subjectId}`
export const comparisonKey = (subjectId: string): Key => `comparison/${subjectId}`
export const resultKey = (subjectId: string): Key => `result/${subjectId}`
export const editionKey = (cycleId: string, number: number): Key => `edition/${cycleId}-${number}`
export const frameworkKey = (id: string, version: string): Key => `framework/${id}@${version}`

/** Where an unreleased audit lives: its author alone reads it. */
export const authorScope = (member: string): Scope => `author:${member}`
