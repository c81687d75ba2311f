/** Words of the assignment slips: which case number stands behind which audit code. */
import { pick } from './locale'

export const slips = pick({
  en: {
    title: 'Assignment slips',
    lead: 'A slip tells each auditor which case file belongs to which audit code. Open the register file again: the case numbers are read from it, shown here and printed.',
    never: 'The pairing is never stored and never sent. It is gone when you leave this page.',
    noCycle: 'This cycle is not on this device.',
    noPlans: 'No plan of this cycle is waiting for an audit, so there is nothing to print.',
    backToCycle: 'Back to the cycle',
    file: {
      label: 'The register file',
      again: 'Choose another register file',
      made: (day: string) => `The sample was drawn from the register as of ${day}.`,
    },
    ready: (plans: string, people: string) => `${plans} for ${people}`,
    plans: (count: number) => (count === 1 ? '1 plan' : `${count} plans`),
    people: (count: number) => (count === 1 ? '1 auditor' : `${count} auditors`),
    print: 'Print the slips',
    clear: 'Clear the case numbers',
    cleared: 'The case numbers are cleared.',
    missing: (missing: number, drawn: number) =>
      missing === drawn
        ? 'None of the drawn plans is in this file. Check that it is the register the sample was drawn from.'
        : missing === 1
          ? `1 of ${drawn} drawn plans was not found in this file. Open the file the sample was drawn from, or look the plan up by hand.`
          : `${missing} of ${drawn} drawn plans were not found in this file. Open the file the sample was drawn from, or look the plans up by hand.`,
    notFound: 'Not in this file',
    unassigned: 'Not assigned yet',
    unassignedHint: 'Nobody has been asked to audit these plans.',
    slipFor: (name: string) => `For ${name}`,
    code: 'Audit code',
    caseNumber: 'Case number',
    due: 'Due',
    allDue: (day: string) => `Due on ${day}.`,
    basis: 'How you may see the plan',
    care: 'In Plumbline use the audit code only, never the case number. Keep this slip apart from your notes, and shred it when the audits are done.',
  },
})
