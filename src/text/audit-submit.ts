/** Words of checking, submitting, reading and taking back an audit. */
import { pick } from './locale'

export const submit = pick({
  en: {
    title: 'Check your audit and submit it',
    caption: (code: string) => `Audit ${code}`,
    missingTitle: (count: number) =>
      count === 1 ? '1 criterion is still to be rated' : `${count} criteria are still to be rated`,
    missingHelp: 'Each link goes to the criterion. If the evidence is missing, “cannot tell” is an answer.',
    item: (id: string, says: string) => `${id}: ${says}`,
    allRated: (count: number) => `All ${count} criteria are rated.`,
    section: 'Section',
    rated: 'Rated',
    grade: 'Grade',
    ratedOf: (rated: number, total: number) => `${rated} of ${total}`,
    shortfallsTitle: (count: number) =>
      count === 1 ? '1 shortfall could say more' : `${count} shortfalls could say more`,
    shortfallsHelp:
      'You can submit without this. But the service that reads your audit learns most from it: where the fault arose, who owns it, and how it can be mended.',
    lacks: { cause: 'where it arose', service: 'which service owns it', fix: 'how it can be mended' },
    lacksText: (parts: string) => `say ${parts}`,
    heldTitle: 'Some words in your notes are not saved',
    heldHelp: 'They look like something that identifies the child. Take them out; the rest of each note is saved.',
    copies: 'Have you deleted your copies of the plan?',
    copiesHint: 'Files you downloaded, and printed copies put in confidential waste.',
    copiesYes: 'Yes, or I had none',
    copiesNo: 'No, not yet',
    copiesMissing: 'Say whether you have deleted your copies of the plan',
    before:
      'Once submitted, your audit is locked. You can take it back until everyone asked has submitted this plan; then the audits are open to each other.',
    action: 'Submit the audit',
    notSubmitted: 'The audit was not submitted.',
    done: {
      title: (code: string) => `Audit ${code} is submitted`,
      thanks: 'Thank you.',
      waiting:
        'Your audit is locked. When everyone asked has submitted this plan, the audits are compared, and the panel talks about those that differ.',
      released:
        'Everyone asked has submitted this plan, so the audits are open to each other. Where they agree, the grade stands; where they differ, the panel decides.',
      compare: 'See this plan and its result',
      copies: 'You still have copies of the plan. Delete them as soon as you can.',
      recall: 'Take it back',
      recallHint: 'You can change your audit and submit it again, until everyone asked has submitted.',
      revise: {
        title: 'Revise this audit',
        intro:
          'Your audit stays as it was and goes on counting in how far auditors agree. A revision stands beside it with your reason, counts in the result of the plan, and is marked as not blind.',
        reason: 'Why do you revise it?',
        reasonHint: 'The panel reads it. No names of children.',
        reasonMissing: 'Give a reason: the panel reads it',
        action: 'Begin the revision',
      },
      revised: (day: string, reason: string) => `This revision took the place of your first audit on ${day}: ${reason}`,
      notBlind: 'This audit is marked as not blind: it was submitted after the audits of this plan were opened.',
      home: 'Back to my audits',
    },
    record: {
      title: 'The audit as submitted',
      titleDraft: 'What you wrote',
      code: 'Audit code',
      cycle: 'Cycle',
      auditor: 'Auditor',
      submitted: 'Submitted',
      standards: 'Standards',
      standardsText: (title: string, version: string) => `${title}, version ${version}`,
      plan: 'Grade of the plan',
      incident: 'Incident',
      incidentText: 'Another child’s data was reported in this plan',
      copies: 'Copies of the plan deleted',
      yes: 'Yes',
      no: 'Not when it was submitted',
      notRated: 'Not rated',
      shortfall: { cause: 'Arose', service: 'Owned by', fix: 'To mend it' },
    },
  },
})
