/**
 * The normalised plan reference: what two records of one plan share, and what a draw ranks by.
 *
 * Pure and the same on every machine: Unicode form, capitals and order do not depend on a language setting.
 * Used by the app before the reference is turned into a pseudonym, and by the command line. Rule: architecture.md.
 */
import { readCell } from './values/cells'

/**
 * @returns the reference in capitals, with plain dashes and single spaces; '' when the cell is blank.
 */
export function normaliseReference(cell: string): string {
  return readCell(cell)
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(\d+)\.0+$/, '$1')
    .toUpperCase()
}

/** Orders two normalised references code unit by code unit. */
export function compareReferences(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
