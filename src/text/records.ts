/** Words of the record of an audit and of the form on paper: what they say on the page, in print and in the PDF. */
import type { Criterion, Rating } from '../core/framework/schema'
import type { Subject } from '../core/sampling/cycle'
import { pick } from './locale'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

/** What each rating means, for a reader who never rated anything. */
const RATING_MEANINGS: Readonly<Record<Rating, string>> = pick({
  en: {
    met: 'The plan does this.',
    partly: 'The plan does this in part; something is missing or unclear.',
    'not-met': 'The plan does not do this.',
    'not-applicable': 'This does not apply to this plan. It does not count.',
    'cannot-tell': 'The auditor could not find the evidence. It does not count, and is reported apart.',
  },
})

export function ratingMeaning(rating: Rating): string {
  return RATING_MEANINGS[rating]
}

const ROLES: Readonly<Record<NonNullable<Criterion['role']>, string>> = pick({
  en: {
    key: 'key',
    limiting: 'limiting',
    diagnostic: 'not scored',
    incident: 'incident check',
  },
})

export function roleLabel(role: NonNullable<Criterion['role']>): string {
  return ROLES[role]
}

const SUBJECTS: Readonly<Record<Subject['kind'], string>> = pick({
  en: { plan: 'An Education, Health and Care plan', advice: 'A piece of advice for a plan' },
})

export function subjectLabel(kind: Subject['kind']): string {
  return SUBJECTS[kind]
}

export const record = pick({
  en: {
    title: (code: string) => `Record of audit ${code}`,
    fileName: (code: string) => `audit-${code}`,
    draftFileName: (code: string) => `audit-${code}-draft`,
    draft: 'Draft',
    fictional: 'Fictional',
    foot: (code: string, isDraft: boolean, isFictional: boolean) =>
      `Audit ${code}${isDraft ? ' · Draft, not submitted' : ''}${isFictional ? ' · Fictional, nothing here is real' : ''}`,
    pageWords: ['Page ', ' of ', ''] as const,
    submittedLead: (time: string) => `Submitted on ${time}. A submitted audit never changes.`,
    draftLead: 'This audit is a draft. It has not been submitted and may still change.',
    fictionalNotice: 'This audit belongs to a fictional county that shows how Plumbline works. Nothing in it is real.',
    noChild:
      'The audit code stands for the plan. The child’s name and case number are not in this record; the council’s managers know which plan it is.',
    otherStandards: (held: string) =>
      `The standards on this device are not those the audit was rated with: their fingerprint is ${held}. The statements and the working below may differ from what the auditor saw. The ratings, the notes and the grade as submitted are unchanged.`,
    otherGrade: (now: string) =>
      `Worked out again today from the same ratings, the grade would be: ${now}. The grade given when the audit was submitted stands.`,
    about: {
      title: 'About this audit',
      caption: 'The audit',
      code: 'Audit code',
      area: 'Local area',
      subject: 'What was audited',
      cycle: 'Cycle',
      cycleText: (name: string, purpose: string) => `${name} (${purpose.toLowerCase()})`,
      by: 'Audited by',
      byText: (agency: string, name: string | null) =>
        name === null ? `An auditor for ${agency}` : `${name}, for ${agency}`,
      standards: 'Standards',
      standardsText: (title: string, version: string) => `${title}, version ${version}`,
      hash: 'Fingerprint of the standards',
      rated: 'Rated',
      ratedText: (rated: number, asked: number) =>
        `${rated} of ${asked} ${plural(asked, 'criterion', 'criteria')}${rated < asked ? '; the others are marked “Not rated”' : ''}`,
      opened: 'Started',
      submitted: 'Submitted',
      notSubmitted: 'Not submitted',
      blind: 'Blind',
      blindYes: 'Yes: no other audit of this plan was open when it was submitted',
      blindNo: 'No: it was submitted after the audits of this plan were opened',
      revised: 'Revised by its auditor because',
      incident: 'Incident',
      incidentYes: 'Reported: another child’s data was found in this plan',
      incidentNo: 'None reported in this audit',
      copies: 'Copies of the plan deleted',
      copiesYes: 'Yes, or there were none',
      copiesNo: 'Not when the audit was submitted',
      copiesNotAsked: 'Asked when the audit is submitted',
      made: 'Record made',
    },
    plan: {
      title: 'What was known of the plan',
      yearGroup: 'National Curriculum year',
      status: 'Version read',
      statuses: { draft: 'A draft', final: 'A final plan', amended: 'An amended final plan' },
      afterReview: 'Written after an annual review',
      lookedAfter: 'Child looked after by a council',
      directPayments: 'Direct payments',
      otherwiseThanSchool: 'All education arranged outside a school or college',
      phaseTransfer: 'Move to the next phase of education due within 12 months',
      yes: 'Yes',
      no: 'No',
    },
    grade: {
      title: 'The grade',
      label: { plan: 'Grade of the plan', advice: 'Grade of the advice' },
      draftLabel: { plan: 'Grade of the plan so far', advice: 'Grade of the advice so far' },
      none: 'No grade',
      noneMeaning: 'The working below says why.',
      override: (from: string, to: string, reason: string) =>
        `The auditor changed it from ${from} to ${to}, for this reason: “${reason}”.`,
      overrideRefused: (asked: string, why: string) =>
        `The auditor asked for ${asked}; the rules do not allow it. ${why}`,
      workingTitle: 'How it follows',
      apart: 'It stands beside the grade and never changes it.',
    },
    sections: {
      title: 'Grade of each section',
      section: 'Section',
      rated: 'Rated',
      ratedOf: (rated: number, asked: number) => `${rated} of ${asked}`,
      points: 'Points',
      pointsOf: (earned: string, applicable: string) => `${earned} of ${applicable}`,
      grade: 'Grade',
      none: 'No grade',
      name: (id: string, title: string) => `${id}. ${title}`,
      so: 'A section’s grade rests on its own criteria alone and never changes the grade of the plan.',
    },
    found: {
      title: 'What was asked and what was found',
      graded: (grade: string, line: string) => `Grade of this section: ${grade}. ${line}`,
      notGraded: 'No grade of this section.',
      stillToRate: 'Criteria are still to be rated.',
      statutory: 'Statutory',
      goodPractice: 'Good practice',
      core: 'core',
      counts: (weight: string) => `counts ${weight} times`,
      double: 'counts double',
      /** What a criterion is, from its words in the middle of a sentence. */
      standing: (parts: readonly string[]) =>
        `${(parts[0] ?? '').replace(/^./u, (first) => first.toUpperCase())}${parts
          .slice(1)
          .map((part) => `, ${part}`)
          .join('')}.`,
      notRated: 'Not rated',
      note: 'Note',
      cause: 'Arose',
      service: 'Owned by',
      fix: 'To mend it',
      notSaid: 'Not said',
    },
    leftOut: {
      title: 'Left out because it does not apply to this plan',
      text: 'These were part of the request but do not count, given what was known of the plan.',
    },
    working: {
      title: 'The working in full',
      caption: 'Core criteria and what each earned',
      criterion: 'Criterion',
      rating: 'Rating',
      weight: 'Weight',
      earned: 'Earned',
      leftOut: 'left out',
      total: 'Together',
      rules: 'How the grade follows from the points',
    },
    words: {
      title: 'What the words mean',
      grades: 'The grades',
      ratings: 'The ratings',
      terms: 'Other words',
      core: 'Core',
      coreText: 'Criteria that everybody who audits a plan rates. The grade of the plan rests on them alone.',
      key: 'Key, limiting',
      keyText: 'Core criteria that hold the grade down when they are not met, whatever the points.',
      notScored: 'Not scored',
      notScoredText: 'Criteria that show where to look and what to mend. They never change a grade.',
      statutory: 'Statutory',
      statutoryText: 'The law requires it, where the citation says.',
      goodPractice: 'Good practice',
      goodPracticeText: 'Guidance or accepted practice asks for it.',
    },
    sources: { title: 'Where the standards are written', caption: 'Sources cited above' },
  },
})

export const form = pick({
  en: {
    title: (framework: string) => `Form on paper: ${framework}`,
    fileName: (id: string, version: string, code: string | null) =>
      code === null ? `form-${id}-${version}` : `form-${code}`,
    foot: (framework: string, version: string) => `${framework}, version ${version}`,
    footOf: (code: string, framework: string, version: string) => `Audit ${code} · ${framework}, version ${version}`,
    lead: 'For a meeting without devices. Read the whole plan first, then tick one box for each statement.',
    typedIn:
      'Afterwards, type it in: open the audit under its code in Plumbline and enter the same ratings and notes. Only what is typed in counts. Then put this paper in confidential waste.',
    noNames: 'Write the audit code, never the child’s name, date of birth or case number. A family could read this.',
    blanks: {
      code: 'Audit code',
      agency: 'Agency',
      date: 'Date',
      version: 'Version read: draft, final or amended final',
      year: 'National Curriculum year',
    },
    standards: 'Standards',
    standardsText: (title: string, version: string) => `${title}, version ${version}`,
    hash: 'Fingerprint of the standards',
    criteria: 'Statements to rate',
    aboutForm: 'About this form',
    sectionName: (id: string, title: string) => `${id}. ${title}`,
    note: 'Note',
    notApplicable: (when: string) => `Not applicable: ${when}`,
    incident: 'Another child’s data in the plan? Tell your managers at once; do not wait for the meeting to end.',
    endTitle: 'At the end',
    grade:
      'The grade is worked out when the ratings are typed in. If you would give another, write down which and why.',
    ownGrade: 'Grade I would give, and why',
    copies: 'Copies of the plan handed back or deleted',
  },
})

/** Links to records and forms from where people work. */
export const recordLinks = pick({
  en: {
    record: 'Record to keep or print',
    recordOf: (label: string) => `Record of the audit by ${label}`,
    short: 'Record',
    soFar: 'The record so far',
    form: 'Form on paper, for a meeting without devices',
    formOfStandards: 'Print these standards as a form to fill in by hand',
  },
})

export const recordPage = pick({
  en: {
    loading: 'Opening the record…',
    toolsLabel: 'Keep this record',
    formToolsLabel: 'Keep this form',
    print: 'Print',
    saveHtml: 'Save as a web page',
    savePdf: 'Save as PDF',
    saving: 'Making the PDF…',
    saved: (file: string) => `Saved as ${file}.`,
    savedWithGaps: (file: string, count: number) =>
      `Saved as ${file}. ${count} ${plural(count, 'character', 'characters')} could not be shown in it and ${plural(count, 'stands', 'stand')} as �. The web page shows ${plural(count, 'it', 'them all')}.`,
    failed: 'The PDF could not be made. Nothing was changed. Save the record as a web page instead, or try again.',
    gaps: (count: number) =>
      `${count} ${plural(count, 'character', 'characters')} could not be shown in this PDF and ${plural(count, 'stands', 'stand')} as �. The web page of this record shows ${plural(count, 'it', 'them all')}.`,
    whichHint:
      'The web page is the record to keep and to hand out: it opens in any browser and works with screen readers. The PDF is for convenience.',
    named: 'Put the auditor’s name on it',
    namedHint: 'Left out unless you tick this: a record says for which agency the auditor worked.',
    toAudit: 'Back to the audit',
    toPlan: 'Back to the plan and its result',
    away: {
      title: 'There is no record to show',
      unknown: 'This audit is not on this device. The address may be mistyped. Nothing was changed.',
      closed:
        'This audit belongs to somebody else and is not open yet. Audits open to each other when everyone asked has submitted the plan.',
      noFramework: (id: string, version: string) =>
        `The standards it was rated with (${id}, version ${version}) are not on this device. Ask a manager to add that version, then open this page again.`,
      home: 'Go to the home page',
    },
    form: {
      hint: 'Print it now, or keep it as a web page or PDF and print it later.',
      which: 'Which statements?',
      core: (count: number) => `The core and the minimum standard (${count})`,
      all: (count: number) => `All statements (${count})`,
      missing: 'These standards are not on this device. The address may be mistyped.',
      toStandards: 'See the standards',
      notYours: 'This audit belongs to somebody else, so the form has no audit code and asks the core.',
    },
  },
})
