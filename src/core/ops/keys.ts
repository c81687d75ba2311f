/**
 * The keys of the rows ops read and write, and the scope of an unreleased audit.
 *
 * Pure. Rule: architecture.md, "The hinge: an op"; sync.md, "Scopes".
 */
import type { Key, Scope } from './op'

export const auditKey = (id: string): Key => `audit/${id}`
export const assignmentKey = (id: string): Key => `assignment/${id}`
export const subjectKey = (id: string): Key => `subject/${id}`
export const cycleKey = (id: string): Key => `cycle/${id}`
export const frameworkKey = (id: string, version: string): Key => `framework/${id}@${version}`

/** Where an unreleased audit lives: its author alone reads it. */
export const authorScope = (member: string): Scope => `author:${member}`
