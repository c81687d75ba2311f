/** What was read in a column, in a few words. Pure. */
import type { FieldId } from '../../core/register/fields'
import type { Found } from '../../store/register-shown'
import { registerImport } from '../../text/register-import'
import { formatCount, formatDay } from '../../ui/format'

const words = registerImport.mapping.found

export function foundWords(field: FieldId, found: Found): string {
  switch (found.type) {
    case 'nothing':
      return words.nothing
    case 'dates':
      return words.dates(formatCount(found.plans), formatDay(found.from), formatDay(found.to))
    case 'years':
      return words.years(formatCount(found.plans), words.year(found.from), words.year(found.to))
    case 'kinds':
      if (field === 'ref') return words.references(formatCount(found.plans))
      if (field === 'advice') return words.advice(formatCount(found.kinds))
      return words.kinds(formatCount(found.plans), formatCount(found.kinds))
  }
}
