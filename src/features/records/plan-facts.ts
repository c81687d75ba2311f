/** What was known of the plan, in words: what the auditor said first, then what the register says. Unknown facts are left out. Pure. */
import type { AuditRecord } from '../../core/record/audit-record'
import type { Fact } from '../../core/record/paper'
import { about } from '../../text/audit-opening'
import { factName, factValue } from '../../text/cycles-facts'
import { record } from '../../text/records'
import { formatDay } from '../../ui/format'

const words = record.plan

const YES_NO = ['afterReview', 'lookedAfter', 'directPayments', 'otherwiseThanSchool', 'phaseTransfer'] as const
const REGISTER = ['keyStage', 'need', 'version', 'setting'] as const

export function planFacts({ facts, subject }: AuditRecord): readonly Fact[] {
  const { yearGroup = subject.facts.yearGroup, status } = facts
  const { team, finalisedOn } = subject.facts
  return [
    ...(yearGroup === null || yearGroup === undefined
      ? []
      : [{ term: words.yearGroup, text: about.yearLabel(yearGroup) }]),
    ...(status === undefined ? [] : [{ term: words.status, text: words.statuses[status] }]),
    ...YES_NO.flatMap((fact): readonly Fact[] => {
      const said = facts[fact]
      return said === undefined ? [] : [{ term: words[fact], text: said ? words.yes : words.no }]
    }),
    ...REGISTER.map((fact) => ({ term: factName(fact), text: factValue(fact, subject.facts[fact]) })),
    ...(team === null || team === '' ? [] : [{ term: factName('team'), text: team }]),
    ...(finalisedOn === null ? [] : [{ term: factName('finalisedOn'), text: formatDay(finalisedOn) }]),
  ]
}
